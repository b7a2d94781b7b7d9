"""What may be published of an article: decided once, before anything is made of it, so that it binds every page."""

from dataclasses import fields, replace

from generator import passages
from generator.model import Article, Found, FrontMatter, Metadata


def permitted(article: Article, words: int) -> Article:
    """The article as far as its `rights` allow; only one with full rights keeps its raw lines.

    Args:
        article: As understood.
        words: How long an excerpt may be.
    """
    match article.front.rights:
        case "full":
            return article
        case "excerpt":
            return _cut(article, _excerpt_end(article.body, words))
        case "metadata":
            cut = _cut(article, 0)
            guessed = article.metadata.title and article.metadata.title.reason
            # A title that was made of the text is a part of the text.
            return replace(cut, metadata=replace(cut.metadata, title=None)) if guessed else cut
        case "withdrawn":
            cut = _cut(article, 0)
            title = Found("Withdrawn article", "rights", 1.0)
            front = FrontMatter(rights="withdrawn", former=article.front.former)
            return replace(cut, front=front, metadata=Metadata(title=title, published=cut.metadata.published))


def _cut(article: Article, end: int) -> Article:
    """The article with no more of its body than this, and without the reasons of its metadata, which quote the text."""
    known = {field.name: getattr(article.metadata, field.name) for field in fields(Metadata)}
    return replace(
        article,
        metadata=Metadata(**{name: replace(found, reason="") for name, found in known.items() if found}),
        lines=(),
        body=article.body[:end],
        links=tuple(link for link in article.links if link.end <= end),
        mentions=tuple(mention for mention in article.mentions if mention.end <= end),
        dates=tuple(date for date in article.dates if date.end <= end),
    )


def _excerpt_end(body: str, words: int) -> int:
    """Where the last whole sentence ends that keeps the excerpt within its words; 0 where even the first does not."""
    end = count = 0
    for block in passages.blocks(body):
        for start, stop in passages.sentences(body, block):
            count += len(body[start:stop].split())
            if count > words:
                return end
            end = stop
    return end
