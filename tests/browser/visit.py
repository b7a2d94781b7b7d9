"""A page in the browser that notes everything that goes wrong on it."""

from dataclasses import dataclass, field

from playwright.sync_api import Dialog, Page, Request


@dataclass(frozen=True, slots=True)
class Visit:
    """A reader's way through the site.

    Attributes:
        page: What playwright drives.
        root: The address of the site; a request to any other is trouble.
        trouble: What went wrong so far, in words.
    """

    page: Page
    root: str
    trouble: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Open the page at this path and wait until its scripts have done their work."""
        # The blank page between makes an address that differs only in its fragment load anew.
        self.page.goto("about:blank")
        self.page.goto(self.root + path, wait_until="networkidle")
        return self.page


def begun(page: Page, root: str) -> Visit:
    """A visit that listens to everything that a page can complain of."""
    visit = Visit(page, root)
    note = visit.trouble.append
    own = (root, "data:", "blob:", "about:")
    page.on("console", lambda said: note(f"console: {said.text}") if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: note(f"error: {error}"))
    page.on("requestfailed", lambda request: None if _left_behind(request) else note(f"failed: {request.url}"))
    page.on("request", lambda request: None if request.url.startswith(own) else note(f"foreign: {request.url}"))
    page.on("response", lambda got: note(f"{got.status}: {got.url}") if got.status >= 400 else None)
    page.on("dialog", lambda dialog: _answer(visit, dialog))
    return visit


def _answer(visit: Visit, dialog: Dialog) -> None:
    visit.trouble.append(f"a script ran: {dialog.message}")
    dialog.dismiss()


def _left_behind(request: Request) -> bool:
    """Whether the browser gave a request up because the reader went on to another page."""
    return request.failure == "net::ERR_ABORTED"
