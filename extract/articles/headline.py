"""The headline of a plain text: the line above the story that does not end as a sentence does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice, pairwise

from whosays.extract.articles.credits.mastheads import title_suffix
from whosays.extract.articles.lines import Line, continues, is_terminal
from whosays.extract.records import Span

_LONGEST, _SHORTEST = 200, 3
_LABEL = re.compile(r"(?:title|headline)\s*:\s*", re.IGNORECASE)
_CAPTION = re.compile(
    r"\((?:picture|photo|image|credit|pic|getty|file)\b|^(?:photo|picture|image)\b\s*[:/]", re.IGNORECASE
)
_QUOTE_END = '"”'


def headline_of(text: str, lines: Iterable[Line]) -> Span | None:
    """Return the headline's span, a section's or outlet's suffix left out, or ``None`` where there is none.

    ``lines`` are those that are neither credits nor furniture.  Only the first that could be a headline is
    looked at: whatever follows a sentence is no headline any more.
    """
    for line, after in pairwise(islice(lines, 4)):
        words = text[line.start : min(line.end, line.start + _LONGEST + 1)]
        if not _is_headline(words) or continues(words, text[after.start : after.start + 40]):
            if len(words.split()) > _SHORTEST:
                return None
            continue
        label = _LABEL.match(words)
        start = line.start + (label.end() if label else 0)
        return start, start + len(title_suffix(text[start : line.end])[0])
    return None


def _is_headline(words: str) -> bool:
    if len(words) > _LONGEST or len(words.split()) < _SHORTEST or _CAPTION.search(words):
        return False
    question = words.endswith(("?", "!"))
    return (question or not is_terminal(words)) and not (words[0] in '"“' and words[-1] in _QUOTE_END)
