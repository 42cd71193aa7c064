"""Which voices without a name the texts tell apart: two staffers in two papers may be two, and five are not five.

Of one sort ("staffers", "a clinic worker") two count at most, as nothing tells a third from both; who is told nothing
of ("a source", "people familiar with the matter") is of no sort and may be of any that is there.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Final

from whosays.graph.origins.descriptions import ANYBODY, WORD
from whosays.graph.origins.root_voices import Root
from whosays.resources import read_rows, word_classes

APART: Final = 2  # of one sort
_NOBODY: Final = word_classes("graph")["told_of_nobody"]
_BEHIND: Final = word_classes("graph")["behind_nouns"]
_OF_SOMETHING: Final = word_classes("graph")["speaking_for"] | {"member", "members"}


def several_unnamed(unnamed: Iterable[Root], *, known: bool) -> list[Root]:
    """Return those of some voices without a name, all of whom may be one, that the texts tell apart.

    ``known`` tells that who says it is known otherwise: by a name, or by an outlet that the others have it from.
    """
    sorts: list[tuple[frozenset[str], list[Root]]] = []
    nobody: list[Root] = []
    for root in unnamed:
        sort = _sort(root)
        if not sort:
            nobody.append(root)
            continue
        alike = next((at for at, (other, _) in enumerate(sorts) if sort & other), None)
        if alike is None:
            sorts.append((sort, [root]))
        elif not any(root.same_saying(other) for other in sorts[alike][1]):
            sorts[alike] = (sorts[alike][0] | sort, [*sorts[alike][1], root])
    if not sorts:
        return _differing(nobody)[: 1 if known else APART]
    return [root for _, found in sorts for root in found[:APART]]


def _differing(roots: Iterable[Root]) -> list[Root]:
    found: list[Root] = []
    for root in roots:
        if not any(root.same_saying(other) for other in found):
            found.append(root)
    return found


def _sort(root: Root) -> frozenset[str]:
    """Return the sorts that the words for a voice tell, or its noun where they tell none; empty where it is anybody.

    "Member" and "spokeswoman" are of what stands before them; "sources at the bank" are of no sort.
    """
    words = [word.lower() for word in WORD.findall(root.first.description)]
    cut = next((at for at, word in enumerate(words) if at and word in _BEHIND), len(words))
    front = [word for word in words[:cut] if word != "s"]
    for part in (front, words):
        sorts = frozenset(sort for word in part if (sort := _sorts().get(word) or _sorts().get(word.removesuffix("s"))))
        if sorts:
            return sorts
    if front and front[-1] in _OF_SOMETHING:
        front.pop()
    noun = front[-1].removesuffix("s") if front else ""
    return frozenset({noun} - {""} - ANYBODY - _NOBODY)


@functools.cache
def _sorts() -> dict[str, str]:
    return {noun: sort for sort, nouns in read_rows("graph", "sorts.tsv", 2) for noun in nouns.split()}
