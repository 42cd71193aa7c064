"""The comments of readers below an article: "Rosa Quint says: November 10, 2012 at 9:14 am", and then what she says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from whosays.extract.attribution.attribution import AttributionSet
from whosays.extract.attribution.structures.paragraphs import Paragraph
from whosays.extract.attribution.structures.passages import Passage
from whosays.extract.syntax import overlap, trimmed

FEWEST = 2  # heads of comments in a text
LONGEST = 12  # paragraphs of a comment
_WHEN = (
    r"(?:(?:Posted )?[Oo]n )?(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2}\.? [A-Z][a-z]{2,8},? \d{4}"
    r"|\d{1,2}/\d{1,2}/\d{2,4})(?:,? (?:at )?\d{1,2}:\d{2}(?: ?[AaPp]\.?[Mm]\.?)?)?"
)
_HEAD = re.compile(
    rf"(?:{_WHEN} )?(?P<name>[^\n:;,!?“”\"]{{2,40}}?) (?P<cue>says|said|wrote|writes)\s*:\s*(?:{_WHEN})?"
)
_DATE = re.compile(_WHEN)


def comments(paragraphs: Sequence[Paragraph], found: AttributionSet) -> Iterator[Passage]:
    """Yield what the readers say, each up to the next head; the last one says one paragraph."""
    heads = [(number, head) for number, p in enumerate(paragraphs) if (head := _HEAD.fullmatch(p.text.strip()))]
    if len(heads) < FEWEST or not any(_dated(paragraphs, number) for number, _ in heads):
        return
    ends = [following for _, (following, _) in pairwise(heads)]
    for (number, head), end in zip(heads, [*ends, None], strict=True):
        said = [p for p in paragraphs[number + 1 : end] if not _DATE.fullmatch(p.text.strip())]
        spans = [p.words for p in said[: LONGEST if end is not None else 1]]
        content = tuple(t for span in spans if (t := trimmed(span.doc, span.start, span.end)) is not None)
        name, cue = (paragraphs[number].part(*head.span(part)) for part in ("name", "cue"))
        if content and name is not None and cue is not None:
            own = (n for n in found.touching([cue]) if overlap(cue, found[n].cue) and found[n].source is not None)
            yield Passage(name, content, (cue,), own=next(own, None))


def _dated(paragraphs: Sequence[Paragraph], number: int) -> bool:
    """Tell whether a date stands in a head or beside it."""
    beside = paragraphs[max(number - 1, 0) : number + 2]
    return any(_DATE.search(p.text) for p in beside)
