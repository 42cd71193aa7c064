"""Contents that only point at another claim of the article ("the union's figure"): which one they stand for.

What a content points at was read with its article (``Claim.points``, ``whosays.extract.syntax.pointers``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from whosays.graph.articles import Claim
from whosays.graph.wording import senses, words_of

REACH: Final = 900  # characters back to what is meant
_WORD: Final = re.compile(r"[^\W_]+")


def meant(claim: Claim, before: Sequence[tuple[Claim, str]]) -> Claim | None:
    """Return the claim that a content points at, the nearest that fits; ``None``: it points at none for sure.

    ``before`` are the claims that say something themselves, in text order, each with whose they are.
    """
    if not claim.points or _told(claim, "several"):
        return None
    others = [(other, who) for other, who in before if not _holds(other, claim)]
    if _told(claim, "about"):  # "they knew about the gate": whatever is said of the gate, before or after
        near = sorted(others, key=_distance(claim))
    else:
        near = [(other, who) for other, who in others if 0 < claim.start - other.start <= REACH]
    fitting = [other for other, who in near if _fits(other, who, claim)]
    if not fitting:
        return None
    if _told(claim, "higher"):
        return max(fitting, key=lambda other: (max(f.low or 0 for f in other.figures), other.start))
    return fitting[-1]


def _fits(claim: Claim, who: str, pointing: Claim) -> bool:
    """Tell whether a claim can be meant: it counts where a count is meant, and is of whom the pointer names."""
    if _told(pointing, "counts") and not claim.figures:
        return False
    if _told(pointing, "deaths") and not any("kill" in figure.measure for figure in claim.figures):
        return False
    if _told(pointing, "shown") and not _shown_by(pointing.points.partition(";")[0], f"{who} {claim.text}"):
        return False
    owners, topic = _named(pointing, "of"), _named(pointing, "on") | _named(pointing, "about")
    return bool(not owners or owners & _words(who)) and topic <= _words(claim.text)


def _told(claim: Claim, mark: str) -> bool:
    return words_of(mark, claim.points) is not None


def _named(claim: Claim, kind: str) -> frozenset[str]:
    return frozenset((words_of(kind, claim.points) or "").split())


def _shown_by(noun: str, text: str) -> bool:
    """Tell whether words name the evidence meant, by this noun or another one for the same ("footage", "the clip")."""
    wanted = senses(noun) | {noun}
    return any(wanted & (senses(word) | {word}) for word in _words(text))


def _holds(outer: Claim, inner: Claim) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _distance(claim: Claim) -> Callable[[tuple[Claim, str]], tuple[int, int]]:
    """Return what orders claims from the farthest to the nearest."""
    return lambda said: (-abs(said[0].start - claim.start), said[0].start)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text) if len(word) > 1)
