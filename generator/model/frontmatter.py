"""What contributors may say of an article: a closed schema."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from msgspec import Meta, Struct

from generator.model.types import EntityId, LongText, PartialDate, Rights, Scalar, ShortText, Slug, Url

# A value inside of front matter is a Struct, since that can refuse keys it does not know.


class Mentions(Struct, frozen=True, forbid_unknown_fields=True):
    """A person's word against the finder's: entities that an article names, or does not."""

    add: tuple[EntityId, ...] = ()
    drop: tuple[EntityId, ...] = ()


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a contributor says of an article: a closed schema, everything optional, and it wins over what is found."""

    title: ShortText | None = None
    published: PartialDate | None = None
    occurred: PartialDate | None = None
    retrieved: PartialDate | None = None
    source: ShortText | None = None
    source_url: Url | None = None
    authors: tuple[ShortText, ...] = ()
    place: ShortText | None = None
    language: Annotated[str, Meta(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$")] | None = None
    topics: tuple[ShortText, ...] = ()
    summary: LongText | None = None
    license: ShortText | None = None
    rights: Rights = "full"
    mentions: Mentions = Mentions()
    clean: Literal["auto", "off"] = "auto"
    former: tuple[Slug, ...] = ()
    draft: bool = False
    extra: Mapping[str, Scalar] = field(default_factory=dict)
