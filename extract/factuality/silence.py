"""Contents that say that nothing will be said or can be: "no comment", "she could not comment on the inquiry".

"It could not verify the authenticity of the film" leaves a claim open.

Whoever is quoted with one of them has not taken a side, whatever word attributes it.  Only what says so from its first
word on is read: "no comment was needed" and "he could not comment, but the dam is safe" say something.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Span

from whosays.extract.lexicon import verb_class
from whosays.extract.records import Stance

_NO_COMMENT = re.compile(
    r"\W*(?:(?:I|we|he|she|it|they|who|the \w+)(?:[’']ve)? (?:(?:have|has|had) )?)?[\"“‘']?"
    r"no (?:\w+ ){0,2}?(?:comments?|response|reply|reaction)[\"”’']?"
    r"(?: (?:on|about|to|at|from|beyond|further|yet|for) [^,;.!?]*| yet)?\W*",
    re.IGNORECASE,
)
# Of oneself, or of the house that one speaks for; "he would not answer questions" may be somebody else.
_WILL_NOT = re.compile(
    r"\W*(?:that )?(?:I|we|he|she|it|they|the \w+)(?:[’']\w+)? ?"
    r"(?:(?:ca|can|could|wo|will|would|do|does|did|am|is|was|are|were) ?)?"
    r"(?:not|n[’']t|neither|not able to|unable to|not (?:going|allowed) to|not in a position to|never) "
    r"(?:\w+ly |yet |be able to )?"
    r"(?:comment|elaborate|speculate|discuss|go into|be drawn|say more|confirm n?or deny)\b[^,;.!?]*\W*",
    re.IGNORECASE,
)
# Only of who "said nothing": who "found nothing" or "fears nothing" has looked, or is not afraid.
_SPEAKING = verb_class("speaking_up")
_NOTHING = re.compile(r"\W*nothing(?: (?:about|on|of|to|at all|further|more)\b[^,;.!?]*)?\W*", re.IGNORECASE)
_UNREACHED = re.compile(r"\W*(?:be|been) (?:\w+ly )?(?:reached|contacted)\W*", re.IGNORECASE)


_UNVERIFIED = re.compile(
    r"\W*(?:that )?(?:I|we|he|she|it|they|the(?: \w+){1,3}?)(?:[’']\w+)? ?"
    r"(?:(?:could|can|has|had|have|was|were|is|am|are) ?)?[\"“‘']?"
    r"(?:(?:not|n[’']t)(?: yet)?(?: (?:been )?(?:able|in a position) to)?|unable to|(?:been )?unable to)"
    r" (?:\w+ly )*(?:verify|authenticate|corroborate|substantiate"
    r"|confirm(?! n?or))\b[^;.!?]*\W*",
    re.IGNORECASE,
)


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
