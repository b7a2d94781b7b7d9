"""The types of single values, with the limits that content has to keep to."""

from typing import Annotated, Literal

from msgspec import Meta

Kind = Literal["people", "organizations", "places", "initiatives", "events", "things"]
LineKind = Literal["blank", "metadata", "title", "byline", "caption", "heading", "body", "junk"]
Format = Literal["text", "html", "markdown"]
Precision = Literal["decade", "year", "half", "quarter", "season", "month", "week", "weekend", "day"]
Rights = Literal["full", "excerpt", "metadata", "withdrawn"]

KINDS: tuple[Kind, ...] = ("people", "organizations", "places", "initiatives", "events", "things")

ShortText = Annotated[str, Meta(max_length=300)]
LongText = Annotated[str, Meta(max_length=3000)]
PartialDate = Annotated[str, Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", description="2015, 2015-05 or 2015-05-07")]
Url = Annotated[str, Meta(pattern=r"^https?://[^\s<>\"]+$", max_length=2000)]
EntityId = Annotated[str, Meta(pattern=rf"^({'|'.join(KINDS)})/[a-z0-9]+(-[a-z0-9]+)*$", max_length=120)]
Wikidata = Annotated[str, Meta(pattern=r"^Q[1-9][0-9]*$", max_length=15)]
When = Annotated[str, Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?$")]
Latitude = Annotated[float, Meta(ge=-90, le=90)]
Longitude = Annotated[float, Meta(ge=-180, le=180)]
Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+([-/][a-z0-9]+)*$", max_length=200)]
Scalar = str | int | float | bool | None
