"""Raw input as it arrives in life: header dates, bylines, credits, captions, page junk, no title or no date of its own.

The two texts that the project began with are not part of the repository; where they lie beside it, they are held to the
same sentences as the two invented texts of the same kinds, which are always read.
"""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import build, calendars, ingest, read, relate, understand
from generator.__main__ import main
from generator.model import Article, Found, Line, Site
from tests import scratch

SEEDS = scratch.ROOT.parent / "shared" / "seeds"
VISIT = SEEDS / "000_4aa99eda7d0eb28f.txt"
BRIEFING = SEEDS / "001_bd725a891d5a1558.txt"

needs_seeds = pytest.mark.skipif(not VISIT.is_file() or not BRIEFING.is_file(), reason="../shared/seeds is not there")


def inspected(path: Path, root: Path) -> Article:
    """What is understood of a file, knowing the entities of the archive in `root`."""
    with build.workers(1) as executor:
        (article,) = build.inspected(root, [path], executor)
    return article


def line(article: Article, number: int) -> Line:
    return article.lines[number - 1]


def named(article: Article) -> dict[str, set[str]]:
    """By entity, the words that name it."""
    found: dict[str, set[str]] = {}
    for mention in article.mentions:
        found.setdefault(mention.entity, set()).add(mention.text.replace("’", "'"))
    return found


def dates(article: Article) -> dict[str, set[str]]:
    """By expression, what it means."""
    found: dict[str, set[str]] = {}
    for date in article.dates:
        found.setdefault(date.text, set()).add(date.value)
    return found


def value(found: Found[str] | None) -> str:
    assert found
    return found.value.replace("’", "'")


# --- the first: a page copied with everything around it ------------------------------------------------------


@pytest.fixture(scope="module")
def visit() -> Article:
    """The first seed."""
    return inspected(VISIT, scratch.ROOT)


@needs_seeds
def test_the_headline_is_the_title_without_the_section_in_front_of_it(visit: Article) -> None:
    title, section = value(visit.metadata.title), value(visit.metadata.section)
    assert section == "English News"
    assert f"{section} {title}" == " ".join(line(visit, 11).text.replace("’", "'").split())
    assert line(visit, 11).kind == "title"


@needs_seeds
def test_the_header_line_and_the_french_byline_tell_one_date(visit: Article) -> None:
    assert value(visit.metadata.published) == "2017-06-07"
    assert value(visit.metadata.updated) == "2017-06-07"
    assert visit.metadata.published
    assert not visit.metadata.published.reason
    assert visit.metadata.published.confidence >= 0.9


@needs_seeds
def test_the_carrying_site_and_the_credited_paper_are_kept_apart(visit: Article) -> None:
    assert value(visit.metadata.source) == "People's Daily"
    assert value(visit.metadata.carrier) == "Alwihda Info"


@needs_seeds
def test_header_byline_and_credit_are_no_body(visit: Article) -> None:
    assert line(visit, 1).kind == "metadata"
    assert line(visit, 13).kind in {"byline", "metadata"}
    assert "Alwihda" not in visit.body
    assert "Source:" not in visit.body
    assert not re.search("peoplesdaily|modifié", visit.body)
    assert [each.number for each in visit.lines if each.kind == "body"][:3] == [15, 17, 21]


@needs_seeds
@pytest.mark.parametrize(
    ("text", "meant"),
    [("Wednesday", "2017-06-07"), ("2013", "2013"), ("25 years ago", "1992"), ("2001", "2001"), ("2017", "2017")],
)
def test_the_dates_of_the_first_text_are_found_with_their_values(visit: Article, text: str, meant: str) -> None:
    assert dates(visit).get(text) == {meant}


@needs_seeds
@pytest.mark.parametrize(
    "entity",
    [
        *("people/xi-jinping", "people/nursultan-nazarbayev", "people/zhang-hanhui", "people/dimash-kudaibergen"),
        *("places/china", "places/kazakhstan", "places/astana", "places/india", "places/pakistan"),
        *("organizations/shanghai-cooperation-organization", "events/expo-2017", "things/wechat", "things/hualong-one"),
        *("initiatives/belt-and-road-initiative", "initiatives/silk-road-economic-belt", "initiatives/bright-road"),
    ],
)
def test_the_first_text_names(visit: Article, entity: str) -> None:
    assert entity in named(visit)


# --- the second: no title, no date ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def briefing() -> Article:
    """The second seed."""
    return inspected(BRIEFING, scratch.ROOT)


@needs_seeds
def test_a_title_is_proposed_and_marked_as_a_guess(briefing: Article) -> None:
    assert briefing.metadata.title
    assert briefing.metadata.title.value
    assert briefing.metadata.title.reason
    assert briefing.metadata.title.confidence <= 0.5
    assert "title-guessed" in {problem.code for problem in briefing.problems}
    assert not [each for each in briefing.lines if each.kind == "title"]


@needs_seeds
def test_the_date_is_concluded_from_the_text_and_says_from_what(briefing: Article) -> None:
    assert briefing.metadata.published
    assert briefing.metadata.published.value == "2015-05-07"
    assert "May 7" in briefing.metadata.published.reason
    assert briefing.metadata.published.confidence < 0.8
    assert "date-guessed" in {problem.code for problem in briefing.problems}


@needs_seeds
def test_the_source_is_the_paper_that_the_text_names(briefing: Article) -> None:
    assert value(briefing.metadata.source) == "People's Daily Online"


@needs_seeds
def test_the_caption_is_a_caption_and_the_last_line_junk(briefing: Article) -> None:
    assert line(briefing, 1).kind == "caption"
    assert briefing.lines[-1].kind in {"junk", "blank"}
    assert [each.kind for each in briefing.lines if each.text.strip()][-1] == "junk"
    assert "Liu Weibing" not in briefing.body
    assert not briefing.body.endswith("Week")
    assert {each.kind for each in briefing.lines[1:10]} == {"body"}


@needs_seeds
@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("September 2013", "2013-09"),
        ("May 2014", "2014-05"),
        ("this March", "2015-03"),
        ("May 9", "2015-05-09"),
        ("This year", "2015"),
    ],
)
def test_the_dates_of_the_second_text_are_found_with_their_values(briefing: Article, text: str, meant: str) -> None:
    assert dates(briefing).get(text) == {meant}


@needs_seeds
@pytest.mark.parametrize(
    "entity",
    [
        *("people/xi-jinping", "people/nursultan-nazarbayev", "people/yao-peisheng", "people/li-jianmin"),
        *("people/karim-massimov", "places/china", "places/kazakhstan", "places/russia", "places/beijing"),
        *("organizations/shanghai-cooperation-organization", "organizations/boao-forum-for-asia", "places/dushanbe"),
        "organizations/conference-on-interaction-and-confidence-building-measures-in-asia",
        *("initiatives/belt-and-road-initiative", "initiatives/silk-road-economic-belt", "initiatives/bright-road"),
        "initiatives/21st-century-maritime-silk-road",
    ],
)
def test_the_second_text_names(briefing: Article, entity: str) -> None:
    assert entity in named(briefing)


# --- both ----------------------------------------------------------------------------------------------------


@needs_seeds
def test_one_initiative_has_several_names(visit: Article, briefing: Article) -> None:
    names = (
        named(visit)["initiatives/belt-and-road-initiative"] | named(briefing)["initiatives/belt-and-road-initiative"]
    )
    assert {"Belt and Road", "One Road and One Belt"} <= names
    bright = named(visit)["initiatives/bright-road"] | named(briefing)["initiatives/bright-road"]
    assert {"Bright Road", "bright avenue"} <= bright


@needs_seeds
@pytest.mark.parametrize("half", ["initiatives/silk-road-economic-belt", "initiatives/21st-century-maritime-silk-road"])
def test_its_two_halves_are_related_to_it(half: str) -> None:
    path = scratch.ROOT / "content" / "entities" / f"{half}.md"
    whole = scratch.ROOT / "content/entities/initiatives/belt-and-road-initiative.md"
    assert "initiatives/belt-and-road-initiative" in path.read_text("utf-8") or half in whole.read_text("utf-8")


@needs_seeds
def test_common_words_alone_are_no_names(visit: Article, briefing: Article) -> None:
    texts = {mention.text.casefold() for mention in (*visit.mentions, *briefing.mentions)}
    assert not texts & {
        "day",
        "week",
        "expo",
        "road",
        "belt",
        "summit",
        "forum",
        "premier",
        "visit",
        "foreign ministry",
        "ambassador",
    }


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """An archive with the sample's entities that both seeds were added to."""
    files = {f"entities/{name}": data for name, data in scratch.tree(scratch.ROOT / "content" / "entities").items()}
    site = scratch.archive(tmp_path_factory.mktemp("seeds") / "archive", files)
    result = CliRunner().invoke(main, ["add", "--archive", str(site.root), "--yes", str(VISIT), str(BRIEFING)])
    assert result.exit_code == 0, result.stderr
    return site


@needs_seeds
def test_both_are_taken_in_to_the_byte_under_their_dates(taken: Site) -> None:
    lying = scratch.tree(taken.content / "articles")
    assert sorted(lying.values()) == sorted([VISIT.read_bytes(), BRIEFING.read_bytes()])
    assert [name.rpartition("/")[2][:10] for name in sorted(lying)] == ["2015-05-07", "2017-06-07"]


@needs_seeds
def test_the_two_find_each_other_as_related_and_say_why(taken: Site) -> None:
    with build.workers(1) as executor:
        archive = build.understood(read.everything(taken), taken, executor).archive
    one, two = (article.id for article in archive.articles)
    for here, there in ((one, two), (two, one)):
        (other,) = archive.related[here]
        assert other.article == there
        assert any("both name" in reason.lower() for reason in other.reasons), other.reasons


@needs_seeds
def test_their_pages_link_to_each_other(taken: Site) -> None:
    scratch.generated(taken)
    pages = {name: data.decode() for name, data in scratch.tree(taken.archive / "articles").items()}
    assert len(pages) == 2
    for name, page in pages.items():
        (other,) = set(pages) - {name}
        related = page.partition("## Related")[2]
        assert other.rpartition("/")[2] in related


# --- invented texts of the same kinds ------------------------------------------------------------------------

PAGE = """ date 2019-03-11



Skip to content
Home  World  Harbors  Search

World News Norvald’s ride opens the Lantern Route to Eastbank

Phare Info | Par quaysidecourier - 11 Mars 2019 modifié le 11 Mars 2019 - 19:35

Norvald had promised the route in 2013, when she was mayor of Ostrel, and asked the two harbors to share one timetable and one lantern. Harbor pilots had put forth the plan of the “Bright Pier” after that.

Source: Quayside Courier President Mira Norvald’s first ride on the new ferry will help the two harbors to grow together, said Tomas Quell, who leads the Harbor League, in an article that was printed on Monday.



Norvald left Ostrel on Monday for a ride of four hours to Eastbank, where she will attend the ninth meeting of the Harbor League (HL) and open the fair.



The HL was founded 25 years ago by pilots of both towns. In 2001 it took in the river harbors, and since 2017 it runs the ferries too, said Quell, adding that the league looks forward to the next ten years on the water.



The fair shows nine hundred lanterns on the water, one for each ship that the port has seen since the beginning of spring. The keepers of the harbor light them every evening as soon as the last ferry has landed.
"""  # noqa: E501 - a paragraph is one line, as it is pasted

NOTE = """President Mira Norvald (2nd L, front) greets pilot Tomas Quell (L) on the pier of Eastbank, Varnland, May 7, 2015. (Quayside Press/Ada Lindqvist) |
According to a briefing of the harbor office, President Mira Norvald will begin her visit to Eastbank on May 7 at the invitation of the Harbor League. The two sides will talk about a timetable and about the Lantern Route.
Ilse Maron, a former harbor master, told Quayside Courier Online that Norvald has come to Eastbank twice in three years, which will help the two towns to trust each other.
In September 2013, Norvald paid a visit of two days to the pilots. In May 2014, Quell came to Ostrel, and the two spoke about the ferries and about the price of rope.
When she met Quell this March in Ostrel, Norvald said that both towns had been members of the league from its first day, and that Ostrel was willing to build a second pier with its neighbors.
This year marks the 70th anniversary of the great flood. Norvald will attend the ceremony in Ostrel on May 9. According to Maron, a visit at such a time shows how close the two harbors have become.
Day|Week
"""  # noqa: E501


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The invented archive, for its entities."""
    return scratch.corpus(tmp_path_factory.mktemp("known") / "archive")


@pytest.fixture(scope="module")
def page(known: Site) -> Article:
    """An invented page, copied with everything around it."""
    scratch.put(known.root / "inbox", {"000_page.txt": PAGE})
    return inspected(known.root / "inbox" / "000_page.txt", known.root)


@pytest.fixture(scope="module")
def note(known: Site) -> Article:
    """An invented briefing without title and date."""
    scratch.put(known.root / "inbox", {"001_note.txt": NOTE})
    return inspected(known.root / "inbox" / "001_note.txt", known.root)


def test_an_invented_page_tells_title_section_date_source_and_carrier(page: Article) -> None:
    known = page.metadata
    assert value(known.title) == "Norvald's ride opens the Lantern Route to Eastbank"
    assert value(known.section) == "World News"
    assert value(known.published) == "2019-03-11"
    assert value(known.source) == "Quayside Courier"
    assert value(known.carrier) == "Phare Info"


def test_of_an_invented_page_only_the_article_is_body(page: Article) -> None:
    kinds = {each.number: each.kind for each in page.lines if each.text.strip()}
    assert kinds[1] == "metadata"
    assert kinds[5] == kinds[6] == "junk"
    assert kinds[8] == "title"
    assert kinds[10] in {"byline", "metadata"}
    assert {kind for number, kind in kinds.items() if number > 10} == {"body"}
    assert "Source:" not in page.body
    assert "Phare" not in page.body


@pytest.mark.parametrize(
    ("text", "meant"),
    [("Monday", "2019-03-11"), ("2013", "2013"), ("25 years ago", "1994"), ("2001", "2001"), ("2017", "2017")],
)
def test_the_dates_of_an_invented_page(page: Article, text: str, meant: str) -> None:
    assert dates(page).get(text) == {meant}


def test_an_invented_page_names_whom_the_archive_knows(page: Article) -> None:
    whom = {
        "people/mira-norvald",
        "people/tomas-quell",
        "organizations/harbor-league",
        "places/ostrel",
        "places/eastbank",
    }
    assert whom <= set(named(page))
    assert {"Harbor League", "HL"} <= named(page)["organizations/harbor-league"]


def test_an_invented_note_has_a_proposed_title_and_a_concluded_date(note: Article) -> None:
    assert note.metadata.title
    assert note.metadata.published
    assert note.metadata.title.reason
    assert note.metadata.title.confidence <= 0.5
    assert note.metadata.published.value == "2015-05-07"
    assert note.metadata.published.reason
    assert {"title-guessed", "date-guessed"} <= {problem.code for problem in note.problems}
    assert value(note.metadata.source) == "Quayside Courier Online"


def test_the_caption_and_the_junk_of_an_invented_note_are_no_body(note: Article) -> None:
    assert [each.kind for each in note.lines if each.text.strip()] == ["caption", *["body"] * 5, "junk"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("May 7", "2015-05-07"),
        ("September 2013", "2013-09"),
        ("May 2014", "2014-05"),
        ("this March", "2015-03"),
        ("May 9", "2015-05-09"),
        ("This year", "2015"),
    ],
)
def test_the_dates_of_an_invented_note(note: Article, text: str, meant: str) -> None:
    assert dates(note).get(text) == {meant}


def test_an_invented_note_and_page_find_each_other(page: Article, note: Article, known: Site) -> None:
    authority = ingest.authority(read.entities(known).sources, calendars.suggest)
    archive = relate.archive([page, note], understand.known(understand.named([page, note]), authority))
    for here, there in ((page, note), (note, page)):
        (other,) = archive.related[here.id]
        assert other.article == there.id
        assert any("both name" in reason.lower() for reason in other.reasons), other.reasons
