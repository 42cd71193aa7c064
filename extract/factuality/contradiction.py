"""Contents that deny without a cue of denial: "That is a lie", "It never happened", "There was no stuck gate".

A flat verdict denies wherever it stands.  A plain "there was no ..." only denies what the article says elsewhere
without negation; otherwise somebody asserts that something is lacking ("There was no warning").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Span

from whosays.extract.lexicon import word_class

_BE = r"(?:is|was|are|were|has been|have been|had been)"
_VERDICT = (
    r"(?:not|n[’']t) (?:\w+ )?(?:true|the case|so|correct|accurate|real|based on)|untrue|false|fake|baseless|unfounded"
    r"|groundless|fabricated|invented|made up|nonsense|rubbish|fiction|fantasy|propaganda|disinformation|slander"
    r"|absurd|a (?:\w+ )?(?:lie|hoax|fabrication|myth|fiction|fantasy|invention|smear|slander|falsehood)|lies"
    r"|without (?:any )?(?:foundation|basis|merit|substance)|(?:fairy|tall) (?:tale|stor)\w*"
)
_FALSE = re.compile(rf"\b(?:{_VERDICT})[\s.,!\"”’']*$", re.IGNORECASE)
_ADVERBS = (
    r"(?: (?:simply|just|completely|totally|entirely|utterly|absolutely|all|obviously|clearly|plain|nothing but))*"
)
_POINTERS = r"(?:it|this|that|these|those|all (?:of )?(?:this|that|it))"
_OPENING = r"^[\s\"“‘']*(?:(?:that|but|and|no|so)\b,? ?)?"
_NOTHING_OF_IT = re.compile(
    rf"{_OPENING}(?:(?:it|this|that) (?:has |had |just |simply )*(?:never|did(?: not|n[’']t)) "
    r"(?:happen|occur|take place|took place)|nothing of the (?:kind|sort)"
    r"|there (?:is|was|are|were|has been) (?:absolutely )?no (?:truth|basis|substance|merit|foundation) (?:in|to|for)"
    r"|(?:there (?:is|was|are|were|has been) )?no such |no \w+ of (?:ours|mine)\b)",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"[\s\"“‘']*(?:no|never|absolutely not|not at all|certainly not)[\s.,!”\"’']*", re.IGNORECASE)
# What is lacking by the speaker's own word: there was none of it, or "we" (or "he", of himself) did not do it.
_LACKING = re.compile(
    r"^[\s\"“‘']*(?:that )?(?:there (?:is|was|are|were|has been|have been|had been|never was) no "
    r"|(?:I|we|he|she|it|they)(?: \S+ly)? (?:did|do|does|was|were|is|are|has|have|had)(?:n[’']t| not| never) )"
    r"(?P<rest>[^,;.!?]*)",
    re.IGNORECASE,
)
# All that is left of a claim is its denial: "that it was not", "It will not,", "it never was".
_ELLIPTIC = re.compile(
    r"[\s\"“‘']*(?:that )?(?:no, )?"
    r"(?:I|we|you|he|she|it|they|this|that|there|these|those|(?:his|her|its|their|the|our|my) \w+)"
    r"(?: (?:is|was|are|were|has|have|had|do|does|did|will|would|could|should|can|ca|wo)(?:n[’']t| not)"
    r"|[’']\w+ not| cannot| never (?:is|was|are|were|has|have|had|do|does|did|will|would))"
    r"(?: (?:be|been|done|so|the case|true))?[\s.,!”\"’']*",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:no|not|never|without|nor|neither)\b|n[’']t\b", re.IGNORECASE)
_WORD = re.compile(r"[\w’'-]+")
_STEM, _APART = 3, 120  # letters that an ending may take; characters in which both words stand


def contradicts(doc: Doc, content: Sequence[Span]) -> bool:
    """Tell whether a content says flatly that something is not so, without saying what is."""
    if not content:
        return False
    text = content[0].text
    if _ANSWER.fullmatch(text) or _ELLIPTIC.fullmatch(text) or _NOTHING_OF_IT.match(text) or says_false(content):
        return True
    lacking = list(_lacking(text))
    if not lacking:  # as with most: the rest of the article need not be put together
        return False
    outside = (doc[: content[0].start].text_with_ws, doc[content[-1].end :].text)
    return any(_is_told(pair, part) for pair in lacking for part in outside)


def says_false(content: Sequence[Span]) -> bool:
    """Tell whether a content is a verdict on a claim: "The minister's claim that the dam is safe is untrue"."""
    return bool(content) and _verdict().match(content[0].text) is not None


def names_false(content: Sequence[Span]) -> bool:
    """Tell whether what something is called is a verdict on its truth: "a fabrication", "pure fiction"."""
    return any(_FALSE.search(span.text) for span in content)


@cache
def _verdict() -> re.Pattern[str]:
    claims = "|".join(sorted(word_class("told")))
    subject = rf"(?:{_POINTERS}|(?:\S+ ){{0,4}}?(?:{claims})(?: (?:of|that|about|by|against)(?: [^\s,.;]+){{1,8}}?)?)"
    return re.compile(rf"{_OPENING}{subject}(?: {_BE}|[’']s){_ADVERBS}(?: |(?=n)){_ADVERBS} ?(?:{_VERDICT})\b", re.I)


def _lacking(text: str) -> Iterator[tuple[str, str]]:
    """Yield the first two telling words of each clause that says that something is lacking."""
    for match in _LACKING.finditer(text):
        words = [word for word in _WORD.findall(match["rest"]) if word.lower() not in word_class("untelling")]
        if len(words) > 1:
            yield words[0], words[1]


def _is_told(pair: tuple[str, str], text: str) -> bool:
    """Tell whether a text says two words in one sentence, in any form and order, and without negation."""
    first, second = (re.escape(word[: max(4, len(word) - _STEM)]) for word in pair)
    gap = rf"\w*\b[^.!?\n]{{1,{_APART}}}?\b"
    for match in re.finditer(rf"\b{first}{gap}{second}|\b{second}{gap}{first}", text, re.IGNORECASE):
        sentence = re.split(r"[.!?\n]", text[max(0, match.start() - 40) : match.start()])[-1] + match[0]
        if not _NEGATED.search(sentence):
            return True
    return False
