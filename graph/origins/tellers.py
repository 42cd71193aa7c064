"""Who only tells what others say: outlets, and reports that no one is named for.

They are no origin of a claim beside a voice that says so itself: "the Courier reports" leads to the mayor, or to whoever
told the Courier.  A report that somebody stands behind ("a report by the Audit Office", "the House interim report") is
that one's word.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from whosays.graph.names import plain
from whosays.graph.origins.descriptions import ANYBODY, WORD
from whosays.resources import word_classes

OUTLET: Final = "Outlet"
PERSON: Final = "Person"
_OUTLETS: Final = word_classes("graph")["nouns_for_outlets"]
_REPORTS: Final = word_classes("graph")["nouns_for_reports"]
_BARE: Final = word_classes("graph")["before_reports"]
_IN_NAMES: Final = word_classes("graph")["ends_of_outlets"]
_BEHIND: Final = frozenset({"by", "from", "of"})  # whose report it is
_CUTTING: Final = _BEHIND | {"about", "for", "in", "late", "on", "published", "released", "that", "to", "which"}


def is_outlet(names: str, kind: str, nouns: Collection[str]) -> bool:
    """Tell whether a named voice publishes: by its type, by a name that ends as outlets' do, or by what it is called.

    ``names`` are one a line, ``nouns`` those of what it is called.
    """
    if kind == OUTLET:
        return True
    named = (plain(line).split() for line in names.splitlines() if line[:1].isupper())
    return kind not in ("", PERSON) and (
        not _OUTLETS.isdisjoint(nouns) or any(len(words) > 1 and words[-1] in _IN_NAMES for words in named)
    )


def is_report(description: str, singulars: Mapping[str, str], outlets: Collection[str]) -> bool:
    """Tell whether a description is of an outlet or a report that nobody stands behind: "media reports", "the paper".

    ``outlets`` are words of the names of outlets in the article, in small letters.
    """
    words = WORD.findall(description)
    small = [word.lower() for word in words]
    cut = next((at for at, word in enumerate(small) if at and word in _CUTTING), len(words))
    front, last, behind = words[: max(0, cut - 1)], "".join(small[cut - 1 : cut]), small[cut:]
    head = singulars.get(last, last.removesuffix("s"))
    if last in _OUTLETS or head in _OUTLETS:
        return True
    if head not in _REPORTS:
        return False
    if behind[:1] and behind[0] in _BEHIND | {"published", "released"}:
        return any(word in outlets for word in behind)
    return last != head or all(_tells_nothing(word, outlets) for word in front)


def outlet_words(names: Iterable[str]) -> frozenset[str]:
    """Return the words of outlets' names that tell them from other words."""
    return frozenset(word for name in names for word in plain(name).split() if word not in ANYBODY | _BARE)


def _tells_nothing(word: str, outlets: Collection[str]) -> bool:
    return word.lower() in ANYBODY | _BARE or plain(word) in outlets
