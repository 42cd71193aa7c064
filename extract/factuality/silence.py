"""Contents that say that nothing will be said or can be: "no comment", "she could not comment on the inquiry".

"It could not verify the authenticity of the film" leaves a claim open.

Whoever is quoted with one of them has not taken a side, whatever word attributes it.  Only what says so from its first
word on is read: "no comment was needed" and "he could not comment, but the dam is safe" say something.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Span

from whosays.extract.lexicon import phrases, verb_class
from whosays.extract.records import Stance

_SAID = phrases("factuality", "silence")
_NO_COMMENT = re.compile(_SAID["NO_COMMENT"], re.IGNORECASE)
_WILL_NOT = re.compile(_SAID["WILL_NOT"], re.IGNORECASE)
# Only of who "said nothing": who "found nothing" or "fears nothing" has looked, or is not afraid.
_SPEAKING = verb_class("speaking_up")
_NOTHING = re.compile(r"\W*nothing(?: (?:about|on|of|to|at all|further|more)\b[^,;.!?]*)?\W*", re.IGNORECASE)
_UNREACHED = re.compile(r"\W*(?:be|been) (?:\w+ly )?(?:reached|contacted)\W*", re.IGNORECASE)


_UNVERIFIED = re.compile(_SAID["UNVERIFIED"], re.IGNORECASE)


def says_nothing(content: Sequence[Span], verb: str | None = None) -> Stance | None:
    """Return the stance of who only says that there is no comment, or that something could not be verified.

    ``verb`` is the base form of its cue's.
    """
    if len(content) != 1:
        return None
    text = content[0].text
    if _UNVERIFIED.fullmatch(text):
        return "unverified"
    silent = verb in _SPEAKING and _NOTHING.fullmatch(text) is not None
    silent = silent or any(pattern.fullmatch(text) for pattern in (_NO_COMMENT, _WILL_NOT, _UNREACHED))
    return "noComment" if silent else None
