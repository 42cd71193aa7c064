"""Learn the trees that weigh how far two claims overlap (``whosays.graph.claims.common_words``).

``python -m training.claim_trees CORPORA [--texts DIR] [--out FILE]``: from the pairs of claims of the events that the
network has learned from; it takes no part itself, as it knows their answers.  How much the trees and the network count
(``graph/data/same_claim.tsv``) is fitted on the events that neither has seen.  It prints the recall at several
precisions with events left out in turn, for both.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from training.same_claim import Event, curve, events
from whosays.graph.claims import (
    Standing,
    among_neighbours,
    log_odds,
    other_numbers,
    overlap,
    read_together,
    standings,
    trees,
    worth_weighing,
)

OUT = Path(__file__).parents[1] / "graph" / "model" / "claim_trees.json"
FOLDS = 6
SETTINGS = {"n_estimators": 120, "max_depth": 3, "learning_rate": 0.08, "random_state": 0}
SHARES = {"subsample": 0.5, "max_features": 0.4, "min_samples_leaf": 10}  # of rows and traits that a tree sees
Table = NDArray[np.float64]
Weights = NDArray[np.float64]
Pair = tuple[int, int]


def weighed(event: Event) -> list[tuple[Pair, dict[str, float]]]:
    """Return the pairs of an event's claims that are worth weighing, with their traits."""
    stands = _standings(event)
    found = []
    for pair in event.pairs():
        first, second = sorted(pair, key=lambda number: (event.items[number].words.order, event.items[number].text))
        one, other = event.items[first], event.items[second]
        if worth_weighing(one.bare, other.bare):
            traits = overlap((one.words, other.words), (one.bare, other.bare), (one.who, other.who))
            found.append((pair, traits | among_neighbours(stands[first], stands[second])))
    return found


def _standings(event: Event) -> dict[int, Standing]:
    """Return where each claim stands among those of its page."""
    pages: defaultdict[str, list[int]] = defaultdict(list)
    for number, item in event.items.items():
        pages[item.file].append(number)
    found: dict[int, Standing] = {}
    for numbers in pages.values():
        items = [event.items[number] for number in numbers]
        told = [((min(s for s, _ in item.spans), max(e for _, e in item.spans)), item.bare) for item in items]
        found |= dict(zip(numbers, standings(told), strict=True))
    return found


def learn(values: Table, same: NDArray[np.bool_], weights: Weights | None = None) -> GradientBoostingClassifier:
    """Return trees fitted to pairs, each of which may have a weight of its own."""
    return GradientBoostingClassifier(**SETTINGS, **SHARES).fit(values, same, sample_weight=weights)


def left_out(
    values: Table, same: NDArray[np.bool_], fold: NDArray[np.int64], weights: Weights | None = None
) -> NDArray[np.float64]:
    """Return the odds of each pair by trees that know none of its fold."""
    odds = np.zeros(len(same))
    for number in range(FOLDS):
        here = fold == number
        own = None if weights is None else weights[~here]
        odds[here] = learn(values[~here], same[~here], own).decision_function(values[here])
    return odds


def table(model: GradientBoostingClassifier, names: Sequence[str]) -> dict[str, object]:
    """Return trees as they are shipped."""
    share = float(model.init_.class_prior_[1])
    trees = []
    for (tree,) in model.estimators_:
        t = tree.tree_
        trees.append(
            [
                round(float(model.learning_rate * t.value[i][0][0]), 5)
                if t.children_left[i] < 0
                else [int(t.feature[i]), float(t.threshold[i]), int(t.children_left[i]), int(t.children_right[i])]
                for i in range(t.node_count)
            ]
        )
    return {"features": list(names), "bias": float(np.log(share / (1 - share))), "trees": trees}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the recipe."""
    parser = argparse.ArgumentParser(prog="python -m training.claim_trees", description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--texts", type=Path, help="the texts of the collected events, under any names")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args(arguments)
    found = events(options.corpora, options.texts)
    run([event for event in found if event.part != "test"], options.out)
    weigh([event for event in found if event.part == "test"])


def run(found: Sequence[Event], out: Path) -> None:
    """Learn from events, write the trees, and print how good they are on events left out."""
    rows = [
        (number, traits, frozenset(pair) in event.same)
        for number, event in enumerate(found)
        for pair, traits in weighed(event)
        if frozenset(pair) in event.same or not event.open(*pair)
    ]
    names = sorted(rows[0][1])
    values = np.array([[traits[name] for name in names] for _, traits, _ in rows])
    same, fold = np.array([row[2] for row in rows]), np.array([row[0] % FOLDS for row in rows])
    odds = left_out(values, same, fold)
    print(json.dumps(curve(zip(odds.tolist(), same.tolist(), strict=True)), indent=1))
    out.write_text(json.dumps(table(learn(values, same), names)) + "\n", encoding="utf-8")


def weigh(unseen: Sequence[Event]) -> None:
    """Fit how much the shipped trees and the shipped network count; print that, and how good both are together."""
    values, same, of_event = [], [], []
    for number, event in enumerate(unseen):
        for pair, traits in weighed(event):
            one, other = (event.items[i] for i in pair)
            if other_numbers(one.words, other.words) or (frozenset(pair) not in event.same and event.open(*pair)):
                continue
            belief = read_together(one.text, other.text)
            values.append((trees().log_odds(traits), log_odds(belief)))
            same.append(frozenset(pair) in event.same)
            of_event.append(number)
    table, truths, events_ = np.array(values), np.array(same), np.array(of_event)
    odds = np.zeros(len(truths))
    for left_out in set(of_event):
        here = events_ == left_out
        odds[here] = LogisticRegression().fit(table[~here], truths[~here]).decision_function(table[here])
    total = sum(len(event.same) for event in unseen)
    chances = 1 / (1 + np.exp(-odds))
    lost = [(-1.0, True)] * (total - int(truths.sum()))  # not worth weighing, or other numbers
    print(json.dumps(curve([*zip(chances.tolist(), truths.tolist(), strict=True), *lost]), indent=1))
    model = LogisticRegression().fit(table, truths)
    for name, value in zip(("bias", "words", "belief"), (model.intercept_[0], *model.coef_[0]), strict=True):
        print(f"{name}\t{value:.3f}")  # for graph/data/same_claim.tsv


if __name__ == "__main__":
    main()
