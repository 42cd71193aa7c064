"""Text that was encoded once and decoded twice ("â€œNo,â€\\x9d"), repaired where it cannot be meant so.

Some of its characters are control characters, which parsers of mark-up drop; so a page is repaired before it is parsed.
What was decoded twice and then written as entities shows only behind that, and is repaired there.
"""

from __future__ import annotations

import re
from typing import Final

_TWICE: Final = re.compile("[ÃÂâ][\u0080-\u00bf\u2018-\u2122œ]")
_OPENING: Final = "â€œ"
# a closing mark whose control character is lost; what is left looks like a dagger with its space
_CLOSING: Final = re.compile("â€(?=[ .,;:!?)]|$)")
_BETWEEN_TAGS: Final = re.compile(r"[^<>\n]+")


def repaired(text: str) -> str:
    """Return a text as it was meant, each line by itself ("â€œ": "“"); what is right stays as it is."""
    return "\n".join(map(_repaired, text.split("\n"))) if _TWICE.search(text) else text


def repaired_markup(source: str) -> str:
    """Return the source of a page as it was meant, each piece between two tags, and each tag, by itself."""
    return _BETWEEN_TAGS.sub(lambda piece: _repaired(piece[0]), source) if _TWICE.search(source) else source


def _repaired(words: str) -> str:
    if not _TWICE.search(words):
        return words
    from ftfy import fix_encoding  # noqa: PLC0415 - rarely needed

    return fix_encoding(_CLOSING.sub("â€\x9d", words) if _OPENING in words else words)
