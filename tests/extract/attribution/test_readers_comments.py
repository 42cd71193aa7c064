"""Readers' comments, who is wrapped around whom, and quotations before a name, on Docs made by hand."""

from __future__ import annotations

import pytest

from tests.doc_builder import parsed, span
from whosays.extract.attribution import AttributionSet, Hop, Reading, load_linker
from whosays.extract.attribution.propose.orphan_quotes import propose_orphans
from whosays.extract.attribution.propose.secondary_sources import propose_secondary
from whosays.extract.attribution.revise.boundaries import fit_boundaries
from whosays.extract.attribution.structures.stage import propose_structures
from whosays.extract.pipeline import find_quotations

HEAD = "{} says : ¶ March 3, 2021 at 9:14 am ¶ "


def test_a_comment_is_what_stands_below_its_head() -> None:
    """The date is nobody's words."""
    doc = parsed(HEAD.format("Rosa Quint") + "We saw it . ¶ Bo Lunt says : ¶ March 4, 2021 at 8:02 pm ¶ Fine by me .")
    dated = Hop(span(doc, "Rosa Quint"), (span(doc, "says"),), (span(doc, "March 3, 2021 at 9:14 am"),), None, 0.9)
    found = AttributionSet([dated])
    propose_structures(Reading.of(doc, (), lambda _: [], load_linker()), found)
    said = [(str(hop.source), [part.text for part in hop.content]) for hop in found.hops()]
    assert said == [("Rosa Quint", ["We saw it"]), ("Bo Lunt", ["Fine by me"])]


def test_two_lines_that_end_with_says_are_no_comments_without_a_date() -> None:
    """A list of who says what has its own reading."""
    doc = parsed("Rosa Quint says : ¶ We saw it . ¶ Bo Lunt says : ¶ Fine by me .")
    found = AttributionSet()
    propose_structures(Reading.of(doc, (), lambda _: [], load_linker()), found)
    assert not any(hop.cue for hop in found.hops())


@pytest.mark.parametrize(("between", "inside"), [(",", 1), (". But ,", None), (". ¶ However ,", None)])
def test_a_parenthesis_holds_what_ends_before_it_in_its_sentence(between: str, inside: int | None) -> None:
    """ "Roe said it fell, she says": she passes it on; not so where her sentence is a new one."""
    doc = parsed(f"Roe said it fell {between} she says , it held .")
    first = Hop(span(doc, "Roe"), (span(doc, "said"),), (span(doc, "it fell"),), None, 0.9)
    second = Hop(span(doc, "she"), (span(doc, "says"),), (span(doc, "it held"),), None, 0.9)
    found = AttributionSet([first, second])
    propose_secondary(Reading.of(doc, (), lambda _: [], load_linker()), found)
    assert found[0].inside == inside


def test_a_parenthesis_inside_a_quotation_holds_nothing_outside() -> None:
    """Who speaks inside the words of another tells what is told there."""
    doc = parsed("Ada tells it : “ I heard ‘ it fell , ’ she said . So it went . ”")
    told = span(doc, "“I heard ‘it fell,’")
    first = Hop(span(doc, "Ada"), (span(doc, "tells"),), (told,), None, 0.9)
    second = Hop(span(doc, "she"), (span(doc, "said"),), (span(doc, "So it went"),), None, 0.9)
    found = AttributionSet([first, second])
    propose_secondary(Reading.of(doc, find_quotations(doc.text), lambda _: [], load_linker()), found)
    assert found[0].inside is None


def test_a_quotation_before_a_name_is_hers_who_says_more() -> None:
    """ "“It was a good game,” Ada said. “But we lost.”": both are Ada's, be only the second known."""
    doc = parsed("“ It was a good game , ” Ada/NNP/nsubj/1 said|say/VBD/ROOT/0 ././punct/-1 “ But we lost . ”")
    found = AttributionSet([Hop(span(doc, "Ada"), (span(doc, "said"),), (span(doc, "“But we lost.”"),), None, 0.9)])
    propose_orphans(Reading.of(doc, find_quotations(doc.text), lambda _: [], load_linker()), found)
    assert [part.text for part in found[0].content] == ["“It was a good game,”", "“But we lost.”"]


def test_a_part_behind_a_mark_that_nothing_closes_is_quoted() -> None:
    """It stays, though it is a sentence behind the cue's."""
    doc = parsed(
        "“ It/PRP/nsubj/1 fell|fall/VBD/ccomp/4 ,/,/punct/-1 ” Ada/NNP/nsubj/1 said|say/VBD/ROOT/0 ././punct/-1"
        " “ We/PRP/nsubj/1 left|leave/VBD/ROOT/0 ././punct/-1"
    )
    parts = span(doc, "“It fell,”"), span(doc, "We left")
    found = AttributionSet([Hop(span(doc, "Ada"), (span(doc, "said"),), parts, None, 0.9)])
    fit_boundaries(Reading.of(doc, find_quotations("“It fell,” Ada said."), lambda _: [], load_linker()), found)
    assert [part.text for part in found[0].content] == ["“It fell,”", "We left"]
