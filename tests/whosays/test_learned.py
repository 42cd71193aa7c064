"""Boosted trees: read from a table, walked, added up."""

from __future__ import annotations

from whosays.learned import Forest, Node, read_forest


def test_a_forest_adds_up_the_leaves_of_its_trees() -> None:
    """Each tree is walked to the left where a feature is at most the limit; one that is not named is 0."""
    trees: list[list[Node]] = [[("a", 1.0, 1, 2), -1.0, ("b", 0.0, 3, 4), 0.5, 2.0], [0.25]]
    forest = Forest(0.25, trees)
    assert forest.log_odds({"a": 1.0, "b": 9.0}) == -0.5
    assert forest.log_odds({"a": 1.1, "b": 9.0}) == 2.5
    assert forest.log_odds({"a": 1.1}) == 1.0
    assert forest.each_log_odds([{"a": 1.0, "b": 9.0}, {"a": 1.1}]) == [-0.5, 1.0]
    assert forest.each_log_odds([]) == []


def test_a_table_counts_its_features() -> None:
    """A leaf may be written as a whole number."""
    read = read_forest({"features": ["a", "b"], "bias": -1.0, "trees": [[[1, 0.5, 1, 2], 0.25, 2], [0.5]]})
    assert read == Forest(-1.0, [[("b", 0.5, 1, 2), 0.25, 2.0], [0.5]])
    assert read.log_odds({"a": 0.0, "b": 0.5}) == -0.25
    assert read.log_odds({"a": 0.0, "b": 0.6}) == 1.5
