"""Groups without chains: whoever belongs to one matches most of it, whatever the order."""

from hypothesis import given
from hypothesis import strategies as st

from whosays.graph.claims import cores


def joined(*pairs: str) -> object:
    known = {frozenset(pair) for pair in pairs}
    return lambda one, other: frozenset((one, other)) in known


def test_a_chain_is_no_group() -> None:
    """Neighbours of neighbours do not all become one."""
    assert cores("abcd", joined("ab", "bc", "cd")) == [("a", "b"), ("c", "d")]  # type: ignore[arg-type]


def test_what_matches_most_belongs() -> None:
    """One missing pair of six does not break a group."""
    assert cores("abcd", joined("ab", "ac", "bc", "bd", "cd")) == [("a", "b", "c", "d")]  # type: ignore[arg-type]


def test_two_groups_with_one_bridge() -> None:
    """A single pair across does not make two groups one."""
    found = cores("abcdef", joined("ab", "ac", "bc", "de", "df", "ef", "cd"))  # type: ignore[arg-type]
    assert found == [("a", "b", "c"), ("d", "e", "f")]


@given(st.sets(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg"))), st.permutations("abcdefg"))
def test_the_order_does_not_matter(pairs: set[tuple[str, str]], order: list[str]) -> None:
    """Every member is in one group, and the groups are the same in any order."""
    match = joined(*("".join(pair) for pair in pairs))
    found = cores(order, match)  # type: ignore[arg-type]
    assert found == cores("abcdefg", match)  # type: ignore[arg-type]
    assert sorted(member for group in found for member in group) == list("abcdefg")
