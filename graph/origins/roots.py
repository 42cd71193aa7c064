"""Which article the words of a claim stand in first: what makes five copies of one report one text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from whosays.extract.records import Span
from whosays.graph.origins.witnesses import Rooted
from whosays.graph.reuse import Reuse, roots

COPIED: Final = 0.5  # of a claim's words lie in a copied passage
_PLACE: Final = re.compile(r"#claim=(\d+),(\d+)\Z")


def rooted(reuses: Iterable[Reuse]) -> Rooted:
    """Return what finds the first article, or the agency's name, of a claim by its IRI."""
    by_copy: dict[str, list[Reuse]] = defaultdict(list)
    for reuse in filter(lambda reuse: reuse.is_copy, reuses):
        by_copy[reuse.copy].append(reuse)

    def root(claim: str) -> str:
        article = claim.partition("#")[0]
        found = _PLACE.search(claim)
        span = (int(found[1]), int(found[2])) if found else None
        copied = [reuse for reuse in by_copy.get(article, ()) if span is None or _covers(reuse.copy_spans, span)]
        if not copied:
            return article
        return min(min(roots(reuse.original, by_copy)) if reuse.original else reuse.name or article for reuse in copied)

    return root


def _covers(passages: Iterable[Span], span: Span) -> bool:
    shared = sum(max(0, min(end, span[1]) - max(start, span[0])) for start, end in passages)
    return shared >= COPIED * (span[1] - span[0])
