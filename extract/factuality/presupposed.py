"""Numbers that stand in what somebody speaks of and not in what is said of it: those are the outlet's own.

Who "vowed to avenge a strike that killed 12" or "praised the crew which saved 40" gives neither number, and a headline
that has somebody blamed "after a blast kills nine" tells itself of the nine.  In quotation marks the number is quoted.
"""

from __future__ import annotations

import re
from typing import Final

from whosays.extract.lexicon import verb_class
from whosays.extract.records import Attribution, Span

_TOLD_OF: Final = re.compile(
    r"\b(?:that|which|who|in which)\b (?:\w+ ){0,8}?"
    r"(?:(?!\w*eed\b|hundred\b)\w+ed|left|hit|took|cost|saw|hurt|was|were|had)\b(?: \w+){0,4}? ?\Z"
)
_AFTER: Final = re.compile(r"\A(?!.*\b(?:of|for)\b).*\bafter\b")
_QUOTED: Final = re.compile('["\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}]')
_TO_COME: Final = re.compile(r"\b(?:can|could|may|might|must|shall|should|to|will|would)\b")
_INFINITIVE: Final = "to "
_CLAUSE: Final = "that "


def presupposed(text: str, span: Span, hop: Attribution) -> bool:
    """Tell whether a number in a hop's content is only told of what is vowed, appraised or blamed."""
    start = next((start for start, end in hop.content if start <= span[0] and span[1] <= end), None)
    if start is None or hop.source is None or _QUOTED.search(text, start, span[0]):
        return False
    before = text[start : span[0]]
    if hop.cue_lemma in verb_class("blaming"):
        return not before.startswith(_CLAUSE) and _AFTER.search(before) is not None and _CLAUSE not in before
    vowed = hop.cue_lemma in verb_class("willing") and before.startswith(_INFINITIVE)
    appraised = hop.cue_lemma in verb_class("appraising") and not before.startswith("that ")
    told = _TOLD_OF.search(before) if vowed or appraised else None
    return told is not None and not _TO_COME.search(told[0])
