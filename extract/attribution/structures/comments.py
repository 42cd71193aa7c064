"""The comments of readers below an article: "Rosa Quint says: November 10, 2012 at 9:14 am", and then what she says.

The date is nobody's words.  A comment is told here by its first paragraph: below it the host may answer, unnamed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span

from whosays.extract.attribution.attribution import AttributionSet
from whosays.extract.attribution.structures.paragraphs import Paragraph
from whosays.extract.attribution.structures.passages import Passage
from whosays.extract.syntax import overlap, trimmed

FEWEST = 2  # heads of comments in a text
_WHEN = (
    r"(?:(?:Posted )?[Oo]n )?(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2}\.? [A-Z][a-z]{2,8},? \d{4}"
    r"|\d{1,2}/\d{1,2}/\d{2,4})(?:,? (?:at )?\d{1,2}:\d{2}(?: ?[AaPp]\.?[Mm]\.?)?)?(?: - \d+ \w+ ago)?"
)
_HEAD = re.compile(
    rf"(?:{_WHEN} )?(?P<name>[^\n:;,!?“”\"]{{2,40}}?) (?P<cue>says|said|wrote|writes)\s*:\s*(?:{_WHEN})?"
)
_DATE = re.compile(_WHEN)


def comments(paragraphs: Sequence[Paragraph], found: AttributionSet) -> Iterator[Passage]:
    """Yield the comments that nobody has yet, or of which a hop has the date."""
    heads = [(number, head) for number, p in enumerate(paragraphs) if (head := _HEAD.fullmatch(p.text.strip()))]
    for number, head in heads if len(heads) >= FEWEST else ():
        dates, said = _below(paragraphs[number + 1 : number + 3])
        name, cue = (paragraphs[number].part(*head.span(part)) for part in ("name", "cue"))
        if said is None or name is None or cue is None or not (dates or _DATE.search(head.string)):
            continue
        own = next((n for n in found.touching([cue]) if overlap(cue, found[n].cue) and found[n].source), None)
        content = found[own].content if own is not None else ()
        if not overlap(said, content[:1]) or overlap(content[0], dates):
            yield Passage(name, (said,), (cue,), tuple(dates), own=own)


def _below(paragraphs: Sequence[Paragraph]) -> tuple[list[Span], Span | None]:
    """Return the date below a head, if there is one, and the paragraph that is said."""
    dates = [p.words for p in paragraphs[:1] if _DATE.fullmatch(p.text.strip())]
    said = paragraphs[len(dates)].words if len(paragraphs) > len(dates) else None
    is_head = said is not None and _HEAD.fullmatch(said.text.strip())
    return dates, None if said is None or is_head else trimmed(said.doc, said.start, said.end)
