"""The gazetteer knows countries, states, counties and cities by stable ids."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import EntityId
from generator.understand import cities, gazetteer


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Kazakhstan", "places/kazakhstan"),
        ("The Netherlands", "places/netherlands"),
        ("Ohio", "places/ohio"),
        ("Central Asia", "places/central-asia"),
    ],
)
def test_areas_have_the_slug_of_their_name(name: str, id_: str) -> None:
    assert gazetteer.areas()[id_].name == name.removeprefix("The ")


def test_the_largest_city_keeps_the_bare_slug() -> None:
    first, *others = [place for place in gazetteer.named("paris") if place.kind == "city"]
    assert (first.id, first.country) == ("places/paris", "FR")
    assert "places/paris-texas" in {place.id for place in others}


def test_a_country_keeps_the_bare_slug_before_a_state_and_a_city() -> None:
    assert gazetteer.areas()["places/georgia"].country == "GE"
    assert gazetteer.areas()["places/georgia-united-states"].state == "GA"
    assert "places/mexico" not in {place.id for place in gazetteer.named("mexico")}


def test_other_names_lead_to_the_same_place() -> None:
    assert gazetteer.named(gazetteer.key("Nur-Sultan"))[0].id == gazetteer.named("astana")[0].id == "places/astana"


def test_a_capital_is_known_for_one() -> None:
    assert gazetteer.named("astana")[0].capital
    assert not gazetteer.named("almaty")[0].capital


def test_counties_carry_their_state() -> None:
    assert {place.id for place in gazetteer.named("licking-county")} == {"places/licking-county-ohio"}


@pytest.mark.parametrize("pair", [("St. John's", "Saint Johns"), ("Ürümqi", "Urumqi"), ("Mt Vernon", "Mount Vernon")])
def test_spellings_of_one_name_have_one_key(pair: tuple[str, str]) -> None:
    assert gazetteer.key(pair[0]) == gazetteer.key(pair[1])


@given(st.sampled_from(["springfield", "san-jose", "victoria", "london", "washington", "santa-cruz", "reading"]))
def test_every_place_is_found_by_its_id_and_ids_are_unlike(name: str) -> None:
    places = gazetteer.named(name)
    assert len({place.id for place in places}) == len(places)
    assert all(gazetteer.place(place.id) == place for place in places)


def test_ids_are_what_the_schema_allows() -> None:
    for id_ in (*gazetteer.areas(), *(place.id for place in gazetteer.named("springfield"))):
        assert msgspec.convert(id_, EntityId) == id_


def test_an_unknown_id_is_nothing() -> None:
    assert gazetteer.entity("places/nowhere-at-all") is None
    assert gazetteer.entity("places/") is None


def test_every_county_and_every_thousandth_city_can_be_named() -> None:
    names = [*gazetteer._counties(), *list(cities.packed())[::1000]]  # noqa: SLF001 - nothing else lists them
    assert all(gazetteer.named(name) for name in names)
