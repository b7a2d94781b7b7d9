"""Names that no entity file knows are suggested: as one, with a kind, with the sentences."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Article, Authority, Entity, Source
from generator.understand import lexicon, suggest
from generator.understand.suggest import Suggestion

NOBODY = lexicon.build(Authority())


def articles(*bodies: str) -> list[Article]:
    """Articles of these bodies, with the ids `0`, `1` and so on."""
    return [Article(str(i), Source(f"{i}.txt", b""), "", "text", body=body) for i, body in enumerate(bodies)]


def suggested(*bodies: str) -> dict[str, Suggestion]:
    """What an archive of these bodies and no entity files is told of, by id."""
    return {one.id: one for one in suggest.find(articles(*bodies), NOBODY)}


@pytest.mark.parametrize(
    ("id_", "bodies"),
    [
        ("people/tamar-okoye", ("The speech of President Tamar Okoye was long.", "It was Minister Okoye who left.")),
        ("people/wei-songlin", ("They met Wei Songlin in the hall.", "Later Wei Songlin spoke, and Wei left.")),
        ("people/henrik-valdorf", ('"Fine," Henrik Valdorf said.', "A day later Henrik Valdorf said no.")),
        ("organizations/ministry-of-canals", ("The Ministry of Canals met.", "It asked the Ministry of Canals.")),
        ("organizations/tulpar", ("They feared Tulpar and its men.", "The men of Tulpar came, and Tulpar won.")),
        ("events/glacier-summit", ("They met at the Glacier Summit.", "After the Glacier Summit they left.")),
        ("places/ona-valley", ("They live in the Ona Valley.", "Rain fell on the Ona Valley.")),
        ("places/qorvat", ("They live in Qorvat.", "The road from Qorvat is long.")),
    ],
)
def test_a_name_met_twice_is_suggested_with_its_kind(id_: str, bodies: tuple[str, ...]) -> None:
    assert id_ in suggested(*bodies)


def test_a_name_met_once_is_not() -> None:
    assert suggested("The speech of President Tamar Okoye was long.") == {}


def test_the_forms_of_one_name_are_joined() -> None:
    found = suggested(
        "The Steppe Water Union (SWU) met. President Tamar B. Okoye spoke.",
        "Members of the SWU heard Tamar Okoye; later Okoye left the Steppe Water Union.",
    )
    assert set(found) == {"organizations/steppe-water-union", "people/tamar-b-okoye"}
    assert found["organizations/steppe-water-union"].aliases == ("SWU",)
    assert set(found["people/tamar-b-okoye"].aliases) == {"Tamar Okoye", "Okoye"}
    assert found["people/tamar-b-okoye"].roles == ("President",)
    assert found["people/tamar-b-okoye"].count == 3


def test_a_suggestion_has_its_articles_and_the_sentences() -> None:
    found = suggested("It rained. They feared Tulpar a lot. It snowed.", "So they left Tulpar.")["organizations/tulpar"]
    assert found.articles == ("0", "1")
    assert [context.sentence for context in found.contexts] == ["They feared Tulpar a lot.", "So they left Tulpar."]


def test_what_an_entity_file_knows_is_not_suggested() -> None:
    known = lexicon.build(Authority((Entity("organizations/tulpar", "Tulpar", "organizations"),)))
    assert suggest.find(articles("They feared Tulpar.", "They left Tulpar."), known) == ()


def test_the_rest_of_a_known_name_is_not_suggested() -> None:
    known = Entity("organizations/canal-and-reform-commission", "Canal and Reform Commission", "organizations")
    bodies = ("The Canal and Reform Commission met.", "It asked the Canal and Reform Commission.")
    names = lexicon.build(Authority((known,)))
    assert suggest.find(articles(*bodies), names) == ()


@pytest.mark.parametrize(
    "body",
    [
        "They fly to France. From France they go on.",
        "It was on Monday. In May it rains, and on Monday too.",
        "The Kazakh side met the Kazakh delegation.",
        "Rain fell. Rain is wet; the rain stayed.",
        "I'm here. He said I'm late.",
        "They asked the President. Then the President left.",
    ],
)
def test_countries_days_adjectives_ordinary_words_and_offices_are_not_suggested(body: str) -> None:
    assert suggested(body) == {}


def test_suggestions_are_json() -> None:
    (found,) = suggest.find(articles("They feared Tulpar.", "They left Tulpar."), NOBODY)
    assert msgspec.json.decode(msgspec.json.encode(found), type=Suggestion) == found


PIECES = [
    "President",
    "Tamar Okoye",
    "SWU",
    "Steppe Water Union",
    "(SWU)",
    "of",
    "the",
    "al-",
    "U.S.",
    ". ",
    "\n\n",
    "## ",
    "Ona",
]


@given(st.lists(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=25).map(" ".join), max_size=4))
def test_any_archive_gives_the_same_suggestions_twice_each_once_and_in_order(bodies: list[str]) -> None:
    found = suggest.find(articles(*bodies), NOBODY)
    assert found == suggest.find(articles(*bodies), NOBODY)
    assert [one.count for one in found] == sorted((one.count for one in found), reverse=True)
    for one in found:
        for context in one.contexts:
            assert bodies[int(context.article)][context.start : context.end] == context.sentence
