"""What is told only of figures that rather count the same: learned from pairs, weighed by what the sentences share."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from whosays.graph.figures.figure import Figure
from whosays.graph.figures.pair import Verdict
from whosays.graph.figures.same_count import holds_up, traits, trees

CAST = frozenset({"sarn", "ora", "brenn", "talor"})
REFINES, CONTRADICTS = Verdict("refines", "so"), Verdict("contradicts", "so")


def toll(number: float, around: str, *names: str, voices: str = "") -> Figure:
    """Return how many people were killed, by a sentence's words and the names in its claim.

    Its article has another toll.
    """
    marks = frozenset(f"name @{name}" for name in names)
    told = frozenset(voices.split(", ") if voices else ["one#"])
    words = frozenset(around.split())
    counted = Figure(number, number, "killed", "people", marks=marks, voices=told, about=(CAST,), around=(words,))
    return replace(counted, things="people", others=1)


def test_storms_of_two_years_are_no_count_of_one() -> None:
    """ "Yara killed 59 in Sarn", "the strongest since Rumas in 2014, which left 46 people dead"."""
    now = toll(59, "@yara yara typhoo kill peopl @sarn sarn north wind", "yara", "sarn")
    again = replace(now, low=60.0, high=None, around=(frozenset("@yara yara typhoo kill peopl @sarn sarn".split()),))
    then = toll(46, "@rumas rumas strong left peopl dead @hain hain", "rumas", "hain")
    assert holds_up(REFINES, again, now)
    assert not holds_up(REFINES, then, now)
    assert not holds_up(Verdict("updates", "so"), then, now)


def test_what_needs_no_one_count_is_not_asked() -> None:
    """That two figures count other things, or may both be right, is told whatever their sentences share."""
    one, other = toll(59, "@yara yara kill"), toll(3, "@brenn brenn crash", "brenn")
    assert not holds_up(REFINES, one, other)
    assert holds_up(Verdict("notComparable", "so"), one, other)
    assert holds_up(Verdict("compatible", "so"), one, other)


def test_names_of_tellers_do_not_tell_two_events_apart() -> None:
    """Each sentence names who counts, and that is another one: both count the dead of one pass."""
    words = "kill soldie @korla korla pass batt fight"
    mine = toll(70, f"{words} @border border @networ networ @bon bon", voices="Border Network")
    theirs = toll(45, f"{words} @tavish tavish @orlun orlun", voices="Tavish Orlune")
    told = traits(mine, theirs)
    assert told["named_apart"] == 0
    assert told["another"] == 0
    assert traits(*(replace(each, voices=frozenset({"x#"})) for each in (mine, theirs)))["named_apart"] > 0
    assert told["shared"] == len("kill soldie korla pass batt fight".split())


words = st.frozensets(st.sampled_from("kill died @sarn sarn @ora ora dam burst flood villag".split()), max_size=6)
figures = st.builds(
    Figure,
    low=st.sampled_from([1.0, 41.0, 40_000.0, None]),
    high=st.sampled_from([1.0, 43.0, 40_500.0, None]),
    measure=st.sampled_from(["killed", "% paid", ""]),
    of=st.just("people"),
    voices=st.frozensets(st.sampled_from(["one#", "Ora Dell", "Sarn Council"]), max_size=2),
    about=st.lists(st.frozensets(st.sampled_from(sorted(CAST))), max_size=2).map(tuple),
    around=st.lists(words, max_size=2).map(tuple),
    things=st.sampled_from(["", "people", "gold medals", "medals"]),
    others=st.integers(0, 3),
)


@given(figures, figures)
def test_the_order_of_a_pair_does_not_matter(one: Figure, other: Figure) -> None:
    """Whoever is asked first, the answer is the same, and every trait is a number."""
    assert traits(one, other) == traits(other, one)
    assert all(isinstance(value, float) for value in traits(one, other).values())
    assert trees().log_odds(traits(one, other)) == trees().log_odds(traits(other, one))
    assert holds_up(CONTRADICTS, one, other) == holds_up(CONTRADICTS, other, one)
