"""What a text names is linked, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import passages
from generator.model import Authority, Entity, Match, Mentions, Role
from generator.understand import lexicon, mentions
from tests.casefiles import Case, cases


def authority() -> Authority:
    """The entities that the cases name."""
    return Authority(
        (
            Entity("initiatives/long-canal-plan", "Long Canal plan", "initiatives"),
            Entity(
                "organizations/peoples-gazette",
                "People's Gazette",
                "organizations",
                aliases=("Gazette",),
                match=Match(unless=("football", "fanzine")),
            ),
            Entity("organizations/organization-for-glaciers", "Organization for Glaciers", "organizations"),
            Entity("organizations/steppe-water-union", "Steppe Water Union", "organizations", aliases=("SWU",)),
            Entity("organizations/swu-council", "Council of the Steppe Water Union", "organizations"),
            Entity("events/canal-fair", "Canal Fair", "events", aliases=("Fair",)),
            Entity("people/aru-sadyk", "Aru Sadyk", "people", roles=(Role("President of Tulpar"),)),
            Entity("people/doris-day", "Doris Day", "people"),
            Entity("people/jose-ardan", "Jose Ardan", "people"),
            Entity("people/rosa-may", "Rosa May", "people"),
            Entity("people/wei-songlin", "Wei Songlin", "people", aliases=("卫松林", "Вэй Сунлинь")),
            Entity("things/glacierwiki", "GlacierWiki", "things", match=Match(case=False)),
        )
    )


LEXICON = lexicon.build(authority())


def linked(body: str, wishes: Mentions | None = None) -> str:
    """The body with its mentions in brackets."""
    parts, end = [], 0
    for mention in mentions.find(body, LEXICON, wishes or Mentions()):
        parts += [body[end : mention.start], f"[{mention.text}|{mention.entity}]"]
        end = mention.end
    return "".join(parts) + body[end:]


@pytest.mark.parametrize("case", cases("mentions"), ids=str)
def test_a_text_is_linked_as_its_case_says(case: Case) -> None:
    text, expected = case.blocks
    assert linked(text) == expected


def test_an_entity_that_is_dropped_is_not_linked() -> None:
    wishes = Mentions(drop=("people/aru-sadyk", "places/paris"))
    assert linked("Aru Sadyk saw Paris. Sadyk left.", wishes) == "Aru Sadyk saw Paris. Sadyk left."


def test_an_entity_that_is_added_is_linked_by_any_form_of_its_name() -> None:
    wishes = Mentions(add=("people/rosa-may", "events/canal-fair", "initiatives/long-canal-plan", "places/reading"))
    body = "At the Fair, Reading was nice, said May; the long canal plan too."
    expected = (
        "At the [Fair|events/canal-fair], [Reading|places/reading] was nice, said May; "
        "the [long canal plan|initiatives/long-canal-plan] too."
    )
    assert linked(body, wishes) == expected


def test_a_dropped_country_leaves_the_name_to_the_state() -> None:
    assert linked("They live in Georgia.", Mentions(drop=("places/georgia",))) == (
        "They live in [Georgia|places/georgia-united-states]."
    )


def test_a_file_for_a_place_keeps_what_the_gazetteer_knows_of_it() -> None:
    known = lexicon.build(Authority((Entity("places/astana", "Astana", "places", aliases=("Aqmola",)),)))
    found = mentions.find("From Aqmola to Nur-Sultan and Astana.", known)
    assert [mention.entity for mention in found] == ["places/astana"] * 3


def test_of_two_with_one_name_the_one_is_meant_whose_relatives_are_named() -> None:
    known = lexicon.build(
        Authority(
            (
                Entity("organizations/lake-bank", "Lake Bank of Tulpar", "organizations", aliases=("Lake Bank",)),
                Entity("places/lake-bank", "Lake Bank", "places"),
                Entity("people/ona-berg", "Ona Berg", "people", related=("organizations/kern-works",)),
                Entity("people/ona-berg-2", "Ona Berg", "people", related=("organizations/lake-bank",)),
                Entity("organizations/kern-works", "Kern Works", "organizations"),
            )
        )
    )
    found = mentions.find("Ona Berg left the Lake Bank of Tulpar.", known)
    assert [mention.entity for mention in found] == ["people/ona-berg-2", "organizations/lake-bank"]
    assert mentions.find("Ona Berg left.", known) == ()


PIECES = st.sampled_from(
    [
        *("Aru Sadyk", "Sadyk", "SWU", "Steppe Water Union", "(SWU)", "Paris", "Georgia", "Texas", "in", "Jack", "May"),
        *("卫松林", "José", "`", "[x](http://a.b/Paris)", "\n", "\n\n", "## ", ", ", ". ", "'s", "-", "’", "\u00ad"),
        *("e\u0301", "İ", "said", "President", "\u00a0", "> "),
    ]
)
BODIES = st.one_of(
    st.lists(PIECES | st.text(max_size=5), max_size=40).map(" ".join),
    st.lists(PIECES, max_size=40).map("".join),
)
DROPPED = st.sampled_from(["people/aru-sadyk", "organizations/steppe-water-union", "places/paris", "places/georgia"])


@given(BODIES)
def test_mentions_are_ordered_disjoint_and_inside_and_quote_the_body(body: str) -> None:
    end = 0
    for mention in mentions.find(body, LEXICON):
        assert end <= mention.start < mention.end <= len(body)
        assert mention.text == body[mention.start : mention.end]
        end = mention.end


@given(BODIES)
def test_nothing_is_linked_that_is_not_prose(body: str) -> None:
    opaque = passages.opaque(body)
    for mention in mentions.find(body, LEXICON):
        assert not any(start < mention.end and mention.start < end for start, end in opaque)


@given(BODIES)
def test_the_same_text_gives_the_same_mentions(body: str) -> None:
    assert mentions.find(body, LEXICON) == mentions.find(body, lexicon.build.__wrapped__(authority()))


@given(BODIES, DROPPED)
def test_a_dropped_entity_is_never_linked(body: str, dropped: str) -> None:
    found = mentions.find(body, LEXICON, Mentions(drop=(dropped,)))
    assert dropped not in {mention.entity for mention in found}
