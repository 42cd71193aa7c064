"""What was left out, and why: counted by kind, in a reader's words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from whosays.lines import many, ranked, wrapped
from whosays.summary.samples import Row

# why a reporting word gave nothing, as a reader would say it
REASONS = {
    "found but dropped (act)": "tells what somebody did",
    "found but dropped (no content)": "tells nothing that was said",
    "found but dropped (no statement)": "nobody's statement",
    "found but dropped (own silence)": "the outlet's own silence",
    "found but dropped (according to)": "names a source of nothing",
    "found but dropped (structures)": "only looks like speech",
    "no source and content found for it": "nobody found who says what",
    "inside what somebody else says, with no voice of its own found": "no voice of its own in what somebody else says",
}
QUOTED = re.compile(r" '[^']*'")  # the word that a reason names; reasons are counted without it


def left_out(skipped: list[Row]) -> Iterator[str]:
    """Tell the answer of skipped: how many passages gave nothing, by kind and reason."""
    if not skipped:
        return
    yield f"{many(len(skipped), 'passage')} skipped that had a reporting word or a number (whosays query skipped)"
    kinds: dict[str, Counter[str]] = {}
    for row in skipped:
        kind, _, why = QUOTED.sub("", row["why"]).partition(": ")
        kinds.setdefault(kind, Counter())[REASONS.get(why, why)] += 1
    for kind, reasons in sorted(kinds.items(), key=lambda item: -item[1].total()):
        told = ", ".join(f"{why} {count}" for why, count in ranked(reasons) if why)
        yield from wrapped(f"{kind} {reasons.total()}{': ' if told else ''}{told}")
