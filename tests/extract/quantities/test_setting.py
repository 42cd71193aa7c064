"""What the words around a figure tell of it: an older number, a newer one, an average, the day of dying."""

from __future__ import annotations

import pytest

from tests.doc_builder import BLANK
from whosays.extract.quantities import read_setting
from whosays.extract.quantities.ellipsis import measure_before, put_again, shared_noun, state_behind
from whosays.extract.quantities.extractor import figures


def marks(sentence: str) -> set[str]:
    """Return the marks of the number between stars."""
    start, end = sentence.index("*"), sentence.rindex("*") - 1
    return {
        mark
        for mark in read_setting(sentence.replace("*", ""), start, end - start)
        if mark.partition(" ")[0] not in ("around", "of", "days")
    }


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The toll rose to *78*, up from 41.", {"risen"}),
        ("The toll rose to 78, up from *41* a day earlier.", {"earlier", "day day earlier"}),
        ("The mill makes *41* a day.", {"rate"}),
        ("The ministry raised its count to 61 from *34*.", {"earlier"}),
        ("The rate fell to 5.2 percent from *5.6* percent.", {"earlier"}),
        ("The bus went to 12 villages from *40* towns.", set()),
        ("The number of people lost in the flood has reached *31*.", {"risen"}),
        ("That brings the toll of the flood to *31*.", {"risen"}),
        ("The office lowered the toll of the flood to *29*.", {"lowered"}),
        ("She brought her boat to *29* ports.", set()),
        ("An earlier version of this article said that it spilled *300* tonnes.", {"earlier"}),
        ("Eels grow to an average of *5* inches.", {"average", "rate"}),
    ],
)
def test_which_number_took_the_place_of_which(sentence: str, told: set[str]) -> None:
    """A word before the number tells; a range, a journey and a rate are neither."""
    assert marks(sentence) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The army said on Sunday that *35* guards fell.", set()),
        ("The toll rose to *78* on Wednesday.", {"risen"}),
        ("On Sunday *35* guards fell.", {"day sunday"}),
        ("The raid of Saturday killed *35* guards.", {"day saturday"}),
    ],
)
def test_the_day_of_telling_is_not_the_day_of_dying(sentence: str, told: set[str]) -> None:
    """ "Said on Sunday" dates what is said, not what happened."""
    assert marks(sentence) == told


def test_a_headline_in_capitals_names_no_place() -> None:
    """ "Killed in Battle" stands for no town; "killed in Sarn" does."""
    assert marks("Army Says *35* Guards Killed in Battle") == set()
    assert marks("The army says *35* guards were killed in Sarn") == {"place sarn"}


def test_what_is_said_behind_a_number_is_its_measure() -> None:
    """ "Six died and two were missing": the two are not dead."""
    text = "Six people died and two were missing."
    assert state_behind(text, text.index(" were")) == "missing"
    assert state_behind("Two were missing or dead.", 3) is None
    assert state_behind("Two were singing.", 3) is None


def test_a_tally_far_before_its_verb_is_found() -> None:
    """ "The number of people killed in the bus crash at the old pass has risen to"."""
    text = "The number of people killed in the bus crash at the old pass has risen to 15, and not to 12 from 40 towns."
    assert measure_before(text, text.index("15"), 0) == "killed"
    raised = "The office raised the number of missing to 48 from 35."
    assert [figure.measure for figure in figures(BLANK(raised))] == ["missing", "missing"]
    assert put_again(raised, raised.index("35"))
    assert not put_again("She went to 12 villages from 40 towns.", 29)


def test_two_peoples_share_a_noun() -> None:
    """ "Two Okhari and two Zemrian hostages" are hostages, all of them."""
    text = "They took two Okhari and two Zemrian hostages."
    assert shared_noun(text, text.index(" Okhari")) == "Okhari hostages"
    assert shared_noun("They took two Okhari and went.", 13) is None


def test_a_toll_that_is_up_to_a_number_has_reached_it() -> None:
    """ "Up to 15 died" leaves room below; "the toll is up to 15" does not."""
    low = {text: next(iter(figures(BLANK(text)))).low for text in ("Up to 15 men died.", "The death toll up to 15.")}
    assert low == {"Up to 15 men died.": None, "The death toll up to 15.": 15}
