"""Over which time a figure counts, read from its sentence; and whether it is a count or a supposition."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

ALL: Final = 100_000  # days: "since the war began" counts everything
AROUND: Final = 60  # characters after a figure in which its period stands; before it half as many

# words, and how many days they cover; the first that is found counts
_PERIODS: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), days)
    for pattern, days in (
        (r"\b(?:over|during|at|on|this|last) (?:the )?(?:past |last )?weekend\b", 3),
        (r"\b(?:overnight|in (?:a|one) (?:single )?(?:night|day)|last night|in 24 hours|in the past day)\b", 1),
        (r"\b(?:in|within|over|during) (?:the )?(?:a|one|past|last|first)(?: (?:a|one))? week\b|\bthis week\b", 7),
        (r"\b(?:in|over|within) (?:the )?(?:past |last )?(?:two weeks|fortnight)\b", 14),
        (r"\b(?:in|over|within) (?:the )?(?:a|one|past|last) month\b|\bthis month\b", 30),
        (r"\bin (?:january|february|march|april|may|june|july|august|september|october|november|december)\b", 30),
        (r"\bsince (?:the )?(?:start|beginning) of (?:january|february|march|april|may|june|july|august"
         r"|september|october|november|december)\b", 31),
        (r"\bsince (?:january|february|march|april|may|june|july|august|september|october|november|december)\b", 90),
        (r"\b(?:in|over) (?:the )?(?:past |last |first )?(?:three|four|five|six|several|few) (?:weeks|months)\b", 90),
        (r"\bby the end of \w+\b", 31),
        (r"\b(?:in|over) (?:the )?(?:past |last )?(?:a |one )?year\b|\bthis year\b|\bin (?:19|20)\d\d\b", 365),
        (r"\bsince (?:the|its|their|his|her) \w+", ALL),
    )
)  # fmt: skip
_BREAK: Final = re.compile(r"[.;!?\"“”]|’(?!\w)|(?<!\w)‘")  # a quotation or a sentence ends, another may begin
_SUPPOSED: Final = re.compile(r"\b(?:would|could|might|if|should)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """How many days a figure covers (``None``: not told), and whether its clause only supposes it."""

    days: int | None
    supposed: bool


def period(sentence: str, start: int, length: int) -> Period:
    """Read the period of the figure that stands at ``start`` of its sentence."""
    end = start + length
    after = sentence[end : end + 2 * AROUND]
    near = sentence[max(0, start - AROUND) : end + 2 * AROUND]
    days = next((days for text in (after, near) for found, days in _PERIODS if found.search(text)), None)
    clause = _BREAK.split(sentence[max(0, start - AROUND) : start])[-1] + _BREAK.split(sentence[end : end + AROUND])[0]
    return Period(days, bool(_SUPPOSED.search(clause)))
