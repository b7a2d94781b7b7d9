"""The time of day and its zone, beside a date: `19:35 GMT`, `at 7:35 p.m. EDT`, `19h35`, `T19:35:00+06:00`."""

import re

from generator.pattern import lazy

_ZONES = (
    "UTC|GMT|BST|IST|WET|WEST|CET|CEST|EET|EEST|MSK|EST|EDT|CST|CDT|MST|MDT|PST|PDT|AKST|HST|ET|CT|MT|PT|SAST|WAT|EAT|"
    "GST|PKT|ALMT|SGT|HKT|JST|KST|WIB|AWST|AEST|AEDT|ACST|NZST|NZDT"
)
_OFFSET = r"[+−-][01]?[0-9](?::?[0-5][0-9])?"
_NAMED_ZONE = rf"\(?\b(?:{_ZONES})\b(?:\s?{_OFFSET})?\)?|\(?[A-Z][a-z]{{2,12}}\s[Tt]ime\)?|local\stime"
_ZONE = rf"(?P<zone>{_NAMED_ZONE}|Z\b|[+−-][01][0-9]:?[0-5][0-9]\b)"
_TIME = r"(?P<hour>[0-2]?[0-9])(?:[:.]|\s?[hH]\s?)(?P<minute>[0-5][0-9])(?:[:.][0-5][0-9](?:[.,][0-9]{1,9})?)?"
_HALF = r"(?:\s?(?P<half>[AaPp]\.?\s?[Mm])\b\.?|\s?Uhr\b)?"
_OCLOCK = rf"(?:{_TIME}{_HALF}|(?P<full>[01]?[0-9])\s?(?P<half12>[AaPp]\.?[Mm])\b\.?)(?:\s?{_ZONE})?"
_LINK = r"(?:[Tt]|(?:\s?(?:星期|周).)?[\s,|•·@(–—/-]{0,4}(?:(?:at|à|um|в|a\slas|às|alle|om)\s)?)"

_AFTER = lazy(_LINK + _OCLOCK)
_BEFORE = lazy(rf"(?<![\w:.]){_OCLOCK}(?:[\s,|•·–—-]|\bon\b){{1,4}}\Z")
# The longest time with its zone and what links it to the date.
_WINDOW = 45

Clock = tuple[int, str, str]


def trailing(text: str, end: int) -> Clock | None:
    """The time that follows the date ending at `end`: where it ends, `HH:MM`, and the zone as written."""
    found = _AFTER.match(text, end, end + _WINDOW)
    return _read(found, found.end()) if found else None


def leading(text: str, start: int, floor: int) -> Clock | None:
    """The time between `floor` and the date beginning at `start`: where it begins, `HH:MM`, and the zone as written."""
    window = max(floor, start - _WINDOW)
    found = _BEFORE.search(text[window:start])
    return _read(found, window + found.start()) if found else None


def _read(found: re.Match[str], place: int) -> Clock | None:
    hour, half = int(found["hour"] or found["full"]), (found["half"] or found["half12"] or " ")[0].lower()
    if hour > 23 or (half in "ap" and not 1 <= hour <= 12):  # the hours of a clock and of a day
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half in "ap" else hour
    return place, f"{hour:02d}:{found['minute'] or '00'}", (found["zone"] or "").strip("()")
