"""The scores of labelled pairs of figures, and the labels themselves."""

from __future__ import annotations

from itertools import groupby

from training.figure_pairs import judged, scores
from training.press import read_labels


def test_scores_count_what_is_shown() -> None:
    """Of what is shown as a contradiction or an update some is right; that figures cannot meet is told either way."""
    table = [
        ({"relation": "contradicts"}, "contradicts"),
        ({"relation": "updates"}, "notComparable"),
        ({"relation": "notComparable"}, "contradicts"),
        ({"relation": "notComparable"}, "compatible"),
        ({"relation": "equal"}, "equal"),
    ]
    found = scores(table)
    assert (found["pairs"], found["right"]) == (5, 3)
    assert (found["precision"], found["recall"]) == (0.5, 0.5)


def test_labels_keep_events_on_one_side() -> None:
    """No event is in both parts, no pair is there twice, and each has two figures."""
    rows = read_labels("figures")
    assert len(rows) >= 150
    for _, found in groupby(rows, key=lambda row: row["event"]):
        assert len({row["part"] for row in found}) == 1
    pairs = {(str(row["one"]), str(row["other"])) for row in rows}
    assert len(pairs) == len(rows)
    assert all(one != other for one, other in pairs)
    assert not list(judged(rows, {}))
