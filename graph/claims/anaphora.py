"""Contents that only point at another claim of the article: "the account", "that claim", "the union's figure", "it"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from whosays.graph.articles import Claim
from whosays.graph.wording import senses
from whosays.resources import word_classes

REACH: Final = 900  # characters back to what is meant
_NOUNS: Final = word_classes("graph")["claims"]
# what shows or tells something itself; it stands for what it was said to show
_EVIDENCE: Final = word_classes("graph")["evidence"]
_FIGURES: Final = frozenset("figure figures number numbers count toll estimate tally".split())
_DEATHS: Final = frozenset("toll count tally".split())
_POINTER: Final = re.compile(
    r"[\s\"'“‘]*(?:(?:that|whether)\s+)?(?:"
    r"it|this|that|the same|these|those|(?:about|on)\s+(?:the|that|this)\s+(?P<of>[\w’'-]+)"
    r"|(?P<whose>the|that|this|these|those|neither|both|any|no|his|her|its|their|[\w’'. -]{1,40}?[’']s?)\s+"
    r"(?P<which>(?:[\w-]+\s+){0,2}?)(?P<noun>" + "|".join(sorted(_NOUNS | _EVIDENCE, reverse=True)) + r")"
    r"(?:\s+(?:about|on)\s+(?P<topic>[\w’'-]+(?:\s+[\w’'-]+){0,2}))?"
    r")[\s\"'”’.,]*",
    re.IGNORECASE,
)
_HIGHER: Final = frozenset("higher highest larger bigger".split())
_MANY: Final = frozenset("neither both all any no other".split())
_EMPTY: Final = frozenset("the that this these those his her its their mr mrs ms dr own".split())
_WORD: Final = re.compile(r"[^\W_]+")


def meant(claim: Claim, before: Sequence[tuple[Claim, str]]) -> Claim | None:
    """Return the claim that a content points at, the nearest that fits; ``None``: it points at none for sure.

    ``before`` are the claims that say something themselves, in text order, each with whose they are.
    """
    found = _POINTER.fullmatch(claim.text)
    if found is None or _MANY & _words(claim.text):
        return None
    others = [(other, who) for other, who in before if not _holds(other, claim)]
    if found["of"]:  # "they knew about the gate": whatever is said of the gate, before or after
        near = sorted(others, key=_distance(claim))
    else:
        near = [(other, who) for other, who in others if 0 < claim.start - other.start <= REACH]
    fitting = [other for other, who in near if _fits(other, who, found)]
    if not fitting:
        return None
    if _HIGHER & _words(found["which"] or ""):
        return max(fitting, key=lambda other: (max(f.low or 0 for f in other.figures), other.start))
    return fitting[-1]


def points(claim: Claim) -> bool:
    """Tell whether a content only points at another claim, whether or not that can be found."""
    return _POINTER.fullmatch(claim.text) is not None


def _fits(claim: Claim, who: str, pointer: re.Match[str]) -> bool:
    """Tell whether a claim can be meant: it counts where a count is meant, and is of whom the pointer names."""
    noun = (pointer["noun"] or "").lower()
    if noun in _FIGURES and not claim.figures:
        return False
    if noun in _DEATHS and not any("kill" in figure.measure for figure in claim.figures):
        return False
    if noun in _EVIDENCE and not _shown_by(noun, f"{who} {claim.text}"):
        return False
    owners = (_words(pointer["whose"] or "") | _words(pointer["which"] or "")) - _EMPTY - _HIGHER
    topic = _words(pointer["topic"] or pointer["of"] or "") - _EMPTY
    return bool(not owners or owners & _words(who)) and topic <= _words(claim.text)


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
