"""How likely two figures count the very same thing: boosted trees over what their sentences share.

``training/figure_trees.py`` made them (``graph/model/figure_trees.json``), from pairs that were read beside their
articles and judged: would a careful reader of both take them for counts of the same?
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from whosays.graph.figures.figure import Figure
from whosays.graph.figures.pair import Verdict
from whosays.graph.wording import (
    NAME,
    RATE,
    SOME,
    bare,
    counted_words,
    is_toll,
    names_a_group,
    names_among,
    names_another,
    of_kind,
    standing,
    telling_words,
)
from whosays.learned import Forest, read_forest
from whosays.resources import resource

# log odds from which two figures are told to stand so to each other; numbers that are apart speak against it anyway
LEAST: Final[Mapping[str, float]] = {"refines": 0.0, "updates": -0.8, "contradicts": -0.8}


@cache
def trees() -> Forest:
    """Return the shipped trees, read once a process."""
    return read_forest(json.loads(resource("graph", "model", "figure_trees.json").read_text(encoding="utf-8")))


def holds_up(verdict: Verdict, one: Figure, other: Figure) -> bool:
    """Tell whether two figures rather count the same thing, be it at two times, where the verdict needs that."""
    least = LEAST.get(verdict.relation)
    return least is None or trees().log_odds(traits(one, other)) >= least


def traits(one: Figure, other: Figure) -> dict[str, float]:
    """Return the traits of a pair by name, for the trees to weigh; their order does not matter."""
    rules = (_of_numbers, _of_counted, _of_names, _of_articles, _of_sentences)
    return {name: value for rule in rules for name, value in rule(one, other).items()}


def _of_numbers(one: Figure, other: Figure) -> dict[str, float]:
    lower, higher = sorted((_number(one), _number(other)))
    return {
        "ratio": math.log((higher + 1) / (lower + 1)),
        "lower": math.log10(lower + 1),
        "one_number": float(lower == higher),
        "rates": float(RATE in one.marks) + float(RATE in other.marks),
        "some_of_them": float(SOME in one.marks) + float(SOME in other.marks),
    }


def _of_counted(one: Figure, other: Figure) -> dict[str, float]:
    mine, theirs = counted_words(one.things), counted_words(other.things)
    return {
        "things_of_both": len(mine & theirs) / len(mine | theirs) if mine or theirs else -1.0,
        "same_group": float(standing(mine, theirs) == "same"),
        "groups": float(names_a_group(mine)) + float(names_a_group(theirs)),
        "tolls": float(is_toll(one.measure) and is_toll(other.measure)),
    }


def _of_names(one: Figure, other: Figure) -> dict[str, float]:
    """Return how the names in both claims, and who tells them, agree."""
    mine, theirs = of_kind("name", one.marks), of_kind("name", other.marks)
    places = of_kind("place", one.marks), of_kind("place", other.marks)
    return {
        "names": float(len(mine & theirs)),
        "names_apart": float(min(len(mine - theirs), len(theirs - mine))),
        "places_apart": float(max(len(places[0] - places[1]), len(places[1] - places[0]))),
        "one_teller": float(bool(one.voices & other.voices)),
        "named_tellers": float(bool(one.named_tellers)) + float(bool(other.named_tellers)),
    }


def _of_articles(one: Figure, other: Figure) -> dict[str, float]:
    """Return what speaks for one event: names the articles are known by, and few other counts of the kind in them."""
    shares = (len(mine & theirs) / max(1, min(len(mine), len(theirs))) for mine in one.about for theirs in other.about)
    return {"known_by": max(shares, default=0.0), "other_counts": float(one.others + other.others)}


def _of_sentences(one: Figure, other: Figure) -> dict[str, float]:
    """Return what the two sentences share that share most."""
    mine, theirs = (sorted(map(sorted, _without_tellers(figure))) for figure in (one, other))
    found = [_of_words(frozenset(near), frozenset(far)) for near in mine for far in theirs]
    return max(found, key=lambda told: (told["of_both"], told["shared"], *told.values()), default={})


def _of_words(near: frozenset[str], far: frozenset[str]) -> dict[str, float]:
    mine, theirs = bare(near), bare(far)
    telling = telling_words(mine), telling_words(theirs)
    named = names_among(near), names_among(far)
    shared, told = mine & theirs, telling[0] & telling[1]
    return {
        "shared": float(len(shared)),
        "of_both": len(shared) / max(1, len(mine | theirs)),
        "telling": float(len(told)),
        "telling_of_both": len(told) / max(1, len(telling[0] | telling[1])),
        "named": float(len((named[0] | named[1]) & shared)),
        "named_apart": float(min(len(named[0] - theirs), len(named[1] - mine))),
        "another": float(names_another(near, far)),
        "fewer": float(min(len(mine), len(theirs))),
    }


def _without_tellers(figure: Figure) -> Iterator[frozenset[str]]:
    """Yield the words around a figure in each sentence, without the names of those who tell it: others count too."""
    names = [voice.lower().split() for voice in figure.named_tellers]
    tellers = {word for name in names for word in (*name, "".join(part[0] for part in name))}
    for words in figure.around:
        yield frozenset(word for word in words if not _is_of(word.removeprefix(NAME), tellers))


def _is_of(stem: str, tellers: Iterable[str]) -> bool:
    return any(word.startswith(stem) for word in tellers)


def _number(figure: Figure) -> float:
    return abs((figure.low if figure.low is not None else figure.high) or 0.0)
