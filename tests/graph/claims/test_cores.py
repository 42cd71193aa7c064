"""Groups without chains: whoever belongs to one matches most of it, whatever the order."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from whosays.graph.claims import cores


def joined(*pairs: str, **likely: float) -> Callable[[str, str], float]:
    """Return how likely two letters are one: surely for the pairs, as told for others, else not."""
    known = {frozenset(pair): 1.0 for pair in pairs} | {frozenset(pair): share for pair, share in likely.items()}
    return lambda one, other: known.get(frozenset((one, other)), 0.0)


def test_a_chain_is_no_group() -> None:
    """Neighbours of neighbours do not all become one."""
    assert cores("abcd", joined("ab", "bc", "cd")) == [("a", "b"), ("c", "d")]


def test_what_matches_most_belongs() -> None:
    """One missing pair of six does not break a group."""
    assert cores("abcd", joined("ab", "ac", "bc", "bd", "cd")) == [("a", "b", "c", "d")]


def test_two_groups_with_one_bridge() -> None:
    """A single pair across does not make two groups one."""
    found = cores("abcdef", joined("ab", "ac", "bc", "de", "df", "ef", "cd"))
    assert found == [("a", "b", "c"), ("d", "e", "f")]


def test_a_doubtful_bridge_is_none() -> None:
    """What only one of a pair is nearly the same as stays out; what both are nearly the same as belongs."""
    assert cores("abc", joined("ab", ac=0.6)) == [("a", "b"), ("c",)]
    assert cores("abc", joined("ab", ac=0.6, bc=0.45)) == [("a", "b", "c")]


def test_the_likeliest_first() -> None:
    """What could belong to either of two goes to the one that it is nearer to."""
    assert cores("abc", joined(ab=0.6, bc=0.8)) == [("a",), ("b", "c")]


@given(st.sets(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg"))), st.permutations("abcdefg"))
def test_the_order_does_not_matter(pairs: set[tuple[str, str]], order: list[str]) -> None:
    """Every member is in one group, and the groups are the same in any order."""
    match = joined(*("".join(pair) for pair in pairs))
    found = cores(order, match)
    assert found == cores("abcdefg", match)
    assert sorted(member for group in found for member in group) == list("abcdefg")
