"""How far two claims overlap: in the words as they stand, and in what those words are of each claim.

The words as they stand tell what terms do not: that one quotation is a piece of the other, that "resign" is in
"resignation".  What they are of the claim tells whether the two share what they say, or only what both mention beside:
"the massacre in which 50 were killed is looked into" and "to resign over the shooting that left 50 dead" share no
predicate.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from rapidfuzz.distance import LCSseq

from whosays.graph.claims.similarity import laid_out, same_happening
from whosays.graph.claims.words_as_written import stems_in, words_in
from whosays.graph.wording import Token, Wording
from whosays.learned import Forest, read_forest
from whosays.resources import resource

FEW: Final = 2  # stems shared by two claims that are worth weighing
HALF: Final = 0.5  # or of the shorter one


@cache
def trees() -> Forest:
    """Return the trees that weigh the traits of a pair, read once a process; ``training/claim_trees.py`` made them."""
    return read_forest(json.loads(resource("graph", "model", "claim_trees.json").read_text(encoding="utf-8")))


def worth_weighing(one: str, other: str) -> bool:
    """Tell whether two texts share enough for any more to be asked."""
    mine, theirs = stems_in(one), stems_in(other)
    shared = len(mine & theirs)
    return shared >= FEW or (shared > 0 and shared >= HALF * min(len(mine), len(theirs)))


def overlap(words: tuple[Wording, Wording], texts: tuple[str, str], voices: tuple[str, str]) -> dict[str, float]:
    """Return the traits of a pair by name, for the trees to weigh; the claim that says less comes first.

    ``texts`` are the claims as they can be read alone, ``voices`` who holds each (empty: nobody by name).
    """
    return _of_texts(*texts) | _of_wordings(*words) | _of_voices(*voices)


def _of_texts(one: str, other: str) -> dict[str, float]:
    mine, theirs = words_in(one), words_in(other)
    shared, union = len(stems_in(one) & stems_in(other)), len(stems_in(one) | stems_in(other))
    short, long = sorted((len(mine), len(theirs)))
    pairs = frozenset(pairwise(mine)), frozenset(pairwise(theirs))
    return {
        "stems": math.log1p(shared),
        "stems_of_both": shared / max(1, union),
        "in_order": _in_order(mine, theirs) / max(1, short),
        "run": math.log1p(_run(mine, theirs)),
        "lengths": short / max(1, long),
        "shorter": math.log1p(short),
        "side_by_side": len(pairs[0] & pairs[1]) / max(1, min(map(len, pairs))),
    }


def _of_wordings(small: Wording, large: Wording) -> dict[str, float]:
    pairs, _, more = laid_out(small, large)
    held = sum(mine.weight for mine, _ in pairs)
    core = sum(token.weight for token in small.tokens if not token.aside and not token.time)
    in_core = sum(mine.weight for mine, theirs in pairs if not (mine.aside or theirs.aside or mine.time))
    return {
        "pairs": math.log1p(len(pairs)),
        "of_the_shorter": min(1.0, held / small.weight) if small.weight else 0.0,
        "of_the_longer": min(1.0, held / large.weight) if large.weight else 0.0,
        "core": in_core / core if core else 0.0,
        "predicate": float(any(_is_main(m) and _is_main(t) and same_happening(m, t) for m, t in pairs)),
        "no_predicate": float(not (any(map(_is_main, small.tokens)) and any(map(_is_main, large.tokens)))),
        "says_more": float(any(map(_is_main, more))),
        "negation": float(small.negated != large.negated),
    }


def _is_main(token: Token) -> bool:
    return token.says and not token.aside


def one_voice(one: str, other: str) -> bool:
    """Tell whether two names or descriptions of who holds a claim share a word that says something."""
    return not stems_in(one).isdisjoint(stems_in(other))


def _of_voices(one: str, other: str) -> dict[str, float]:
    shared = one_voice(one, other)
    return {"voices_apart": float(bool(one and other) and not shared), "one_voice": float(shared)}


def _run(mine: Sequence[str], theirs: Sequence[str]) -> int:
    """Return how many words stand side by side in both."""
    stands: dict[str, list[int]] = {}
    for at, word in enumerate(theirs):
        stands.setdefault(word, []).append(at)
    best, before = 0, dict[int, int]()  # the run that ends at a place of the second
    for word in mine:
        before = {at: before.get(at - 1, 0) + 1 for at in stands.get(word, ())}
        best = max(best, *before.values(), 0)
    return best


def _in_order(mine: Sequence[str], theirs: Sequence[str]) -> int:
    """Return how many words stand in both in the same order, with others between."""
    return LCSseq.similarity(mine, theirs)
