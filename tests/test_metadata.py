"""What a pasted page says of its article, and what it does not."""

import pytest

from generator.ingest import text
from generator.ingest.pasted.dateline import dateline
from generator.model import Metadata
from tests.casefiles import cases

PROSE = """\
The dredging of the inner harbor will not begin before the spring, the port authority said on Wednesday.

Fishermen had complained that the work would drive away the herring, which come to spawn in the shallow water.

The authority said that it would pay for two years of monitoring, and that it would publish all of the figures.
"""


def known(header: str, footer: str = "") -> Metadata:
    return text.read(f"{header}\n{PROSE}\n{footer}").metadata


def codes(content: str) -> set[str]:
    return {problem.code for problem in text.read(content).problems}


def test_a_page_with_everything() -> None:
    found = text.read(cases("lines")[0].blocks[0]).metadata
    assert found.title is not None
    assert (found.title.value, found.title.line) == ("Premier Orlan opens the Dakar tunnel to freight", 5)
    assert found.section is not None
    assert found.section.value == "English News"
    assert found.published is not None
    assert (found.published.value, found.published.line) == ("2019-04-11", 1)
    assert found.updated is not None
    assert found.updated.value == "2019-04-12"
    assert found.carrier is not None
    assert found.carrier.value == "Sahel Courier"
    assert found.language is not None
    assert found.language.value == "en"


def test_a_page_that_says_nothing_of_itself() -> None:
    content = cases("lines")[1].blocks[0]
    found = text.read(content).metadata
    assert found.title is not None
    assert (found.title.value, found.title.rule) == (
        "Premier Ilse Orlan will open the new ferry line to the islands",
        "proposed",
    )
    assert found.title.confidence < 0.5
    assert found.published is not None
    assert found.published.value == "2016-03-03"
    assert found.published.confidence < 0.6
    assert "March 3, 2016" in found.published.reason
    assert found.source is not None
    assert found.source.value == "Island Daily"
    assert codes(content) == {"title-guessed", "date-guessed"}


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Published: 14 March 2018", "2018-03-14"),
        ("Mar 14, 2018 5:06pm PT", "2018-03-14"),
        ("3/14/2018", "2018-03-14"),
        ("14. März 2018, 12:30 Uhr", "2018-03-14"),
        ("Publié le 14 mars 2018 à 8 h 15", "2018-03-14"),
        ("14 de marzo de 2018", "2018-03-14"),
        ("14 марта 2018", "2018-03-14"),
        ("2018年3月14日", "2018-03-14"),
        ("3/4/2018 12:15 PM PT", "2018-03-04"),
    ],
)
def test_a_date_below_the_headline_is_the_day_of_publication(line: str, value: str) -> None:
    found = known(f"Harbor dredging delayed until spring\n\n{line}").published
    assert found is not None
    assert found.value == value


def test_the_day_of_publication_goes_before_the_day_of_an_edit() -> None:
    found = known("Harbor dredging delayed until spring\n\nUpdated March 16, 2018\nPublished March 14, 2018")
    assert found.published is not None
    assert found.updated is not None
    assert (found.published.value, found.updated.value) == ("2018-03-14", "2018-03-16")


def test_figures_that_can_be_read_in_two_ways_are_a_question() -> None:
    content = f"Harbor dredging delayed until spring\n\n03/04/2018\n{PROSE}"
    assert text.read(content).metadata.published is None
    assert "date-ambiguous" in codes(content)


def test_a_date_far_from_the_headline_is_no_answer() -> None:
    found = known("Harbor dredging delayed until spring", "Data as of Dec 11, 2017\nOffer expires 20 March 2018")
    assert found.published is None


def test_the_name_of_the_file_tells_the_day_if_nothing_else_does() -> None:
    found = text.read(f"Harbor dredging delayed until spring\n{PROSE}", name="2018-03-14-harbor").metadata.published
    assert found is not None
    assert (found.value, found.rule) == ("2018-03-14", "file-name")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Berg", ("Ada Berg",)),
        ("By ADA BERG and ILSE M. FINN", ("ADA BERG", "ILSE M. FINN")),
        ("Von Ada Berg und Ilse von Finn, Hamburg", ("Ada Berg", "Ilse von Finn")),
        ("By Ada Berg, Staff Writer | March 14, 2018", ("Ada Berg",)),
        ("ByAda Berg", ("Ada Berg",)),
        ("Ada Berg | March 14, 2018 5:30 PM", ("Ada Berg",)),
        ("By\nAda Berg", ("Ada Berg",)),
        ("Ada Berg, Harbor Correspondent", ("Ada Berg",)),
        ("By Associated Press", ("Associated Press",)),
    ],
)
def test_whoever_signs_is_the_author(line: str, names: tuple[str, ...]) -> None:
    found = known(f"Harbor dredging delayed until spring\n\n{line}").authors
    assert found is not None
    assert found.value == names


@pytest.mark.parametrize(
    "line", ["Stay Connected", "Fact checked by Ada Berg", "By signing up you agree to our terms", "Photo by Ada Berg"]
)
def test_what_only_looks_like_a_byline_names_no_author(line: str) -> None:
    assert known(f"Harbor dredging delayed until spring\n\n{line}").authors is None


def test_an_agency_in_the_dateline_is_the_author_where_nobody_signs() -> None:
    content = "Harbor dredging delayed until spring\n" + PROSE.replace(
        "The dredging", "PORT ARLEN, Norland (AP) — The dredging", 1
    )
    found = text.read(content).metadata
    assert found.authors is not None
    assert found.authors.value == ("Associated Press",)
    assert found.place is not None
    assert found.place.value == "PORT ARLEN, Norland"


def test_a_dateline_with_its_year_tells_the_day_of_publication() -> None:
    content = next(one.blocks[0] for one in cases("lines") if one.title.startswith("A press release"))
    found = text.read(content).metadata
    assert found.published is not None
    assert (found.published.value, found.published.rule, found.published.line) == ("2012-11-02", "dateline", 5)
    assert found.place is not None
    assert found.place.value == "PORT ARLEN, Norland"


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("PORT ARLEN, Norland (AP) — The ferry", "PORT ARLEN, Norland"),
        ("Arlen (Norpress) -- The ferry", "Arlen"),
        ("ARLEN, June 7 (Norpress) - The ferry", "ARLEN"),
        ("АРЛЕН, 7 июня /Норпресс/. Паром", "АРЛЕН"),
        ("Arlen, 7. Juni (Norpress) – Die Fähre", "Arlen"),
        ("PORT ARLEN, Norland (Nov. 2, 2012)", "PORT ARLEN, Norland"),
        ("ORLAN: Thank you", None),
        ("The ferry (see below) - was late", None),
        ("Harbor Office - Norland", None),
    ],
)
def test_a_dateline_names_the_place(line: str, place: str | None) -> None:
    found = dateline(line)
    assert (found and found.place) == place


def test_an_address_on_a_line_of_its_own_is_where_the_text_can_be_read() -> None:
    found = known("Harbor dredging delayed until spring\n\nhttps://example.org/2018/03/14/harbor").source_url
    assert found is not None
    assert found.value == "https://example.org/2018/03/14/harbor"
