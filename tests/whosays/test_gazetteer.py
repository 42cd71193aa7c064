"""What is known of the world: the tables that extract and graph both read."""

from __future__ import annotations

from whosays.extract.lexicon import countries_in, country_of, known, outlets, ranks, titles
from whosays.graph.names import states, well_known
from whosays.resources import listed, read_records


def test_a_country_is_known_by_names_peoples_and_seats() -> None:
    """A text speaks of a country by any of them; the graph compares names and capitals alone."""
    assert {country_of(word) for word in ("U.K.", "British", "London", "Whitehall")} == {"United Kingdom"}
    assert countries_in("the UK and Congo") == {"United Kingdom", "Democratic Republic of Congo"}
    britain = next(state for state in states() if state.names[0] == "United Kingdom")
    assert britain.capital == ("London",)


def test_the_european_union_is_a_body() -> None:
    """It is governed from Brussels as countries are from their capitals, and no state among states."""
    assert country_of("Brussels") == "European Union"
    assert "European Union" not in {state.names[0] for state in states()}
    assert "European Union" in {one.names[0] for one in well_known()}


def test_an_agency_has_one_row_for_both_rooms() -> None:
    """Its credit, its names in full and what texts call it stand together."""
    agency = next(agency for agency in outlets("agency") if agency.name == "AFP")
    assert "Agence France-Presse" in agency.names
    assert known("Agence France-Presse") == known("AFP")
    assert next(one for one in well_known() if "AFP" in one.names).names[0] == "Agence France-Presse"


def test_titles_tell_a_gender_or_a_rank() -> None:
    """ "Mrs" is a woman's, "Gen." stands for general and is anybody's; "St" is no rank behind other words."""
    assert titles()["mrs"] == "f"
    assert titles()["gen"] is None
    assert ranks()["gen"] == "general"
    assert "st" in titles()
    assert "st" not in titles("rank")


def test_no_name_stands_in_two_rows_of_a_table() -> None:
    """Which of two rows would be read is nobody's guess."""
    for table in ("countries.tsv", "outlets.tsv", "organisations.tsv", "titles.tsv", "spellings.tsv"):
        rows = read_records("gazetteer", table)
        first = [next(iter(row.values())) for row in rows]
        assert len(first) == len(set(first))


def test_all_that_is_told_of_a_title_is_used() -> None:
    """A title that stands nowhere would be read by nobody."""
    places = {place for row in read_records("gazetteer", "titles.tsv") for place in listed(row["stands"])}
    assert places == {"form", "rank", "front", "office", "first_name"}
