"""Whether a content is quoted wholly, partly or not at all, told from the quotation marks in its spans."""

from __future__ import annotations

import re
from collections.abc import Iterable

from whosays.extract.records import QuoteType, Span

_STRAY = re.compile(r"(?<=\s)‘(?=s\b)")  # "Tarvonia ‘s": an apostrophe set as an opening mark
_PIECE = re.compile(r"[“”\"]|(?<!\w)['‘](?=\w)|(?<!\s)['’](?!\w)|\w+(?:['’]\w+)*")
_PARTNER = {"”": "“", '"': '"', "’": "‘", "'": "'"}


def quote_type(text: str, content: Iterable[Span]) -> QuoteType:
    """Return ``direct`` where every word stands between marks, ``mixed`` where some do, else ``indirect``."""
    inside = outside = 0
    for start, end in content:
        opened: list[str] = []
        for piece in _PIECE.findall(_STRAY.sub(" ", text[start:end])):
            if piece[0].isalnum() or piece[0] == "_":
                inside, outside = (inside + 1, outside) if opened else (inside, outside + 1)
            elif opened and opened[-1] == _PARTNER.get(piece):
                opened.pop()
            elif piece not in "”’":
                opened.append(piece)
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"
