"""Contents that deny without a cue of denial: "That is a lie", "It never happened", "She had not".

A flat verdict denies wherever it stands.  Who says that something is lacking asserts it, whatever others say of the
same thing: "There was no warning", "We did not sell the mill".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from spacy.tokens import Span

from whosays.extract.lexicon import kinds, phrases, word_class

_BE = r"(?:is|was|are|were|has been|have been|had been)"
_SAID = phrases("factuality", "contradiction")
_VERDICT = _SAID["VERDICT"]
_FALSE = re.compile(rf"(?:\b|(?=n[’']t))(?:{_VERDICT})[\s.,!\"”’']*$", re.IGNORECASE)
_MARKS = re.compile(r"[\"“”]|(?<!\w)[‘’']|[‘’'](?!\w)")  # not the apostrophe of "aren’t"
_ADVERBS = _SAID["ADVERBS"]
_NEAR = 5  # tokens up to a noun for what is claimed
_POINTERS = r"(?:it|this|that|these|those|all (?:of )?(?:this|that|it))"
_OPENING = _SAID["OPENING"]
_NOTHING_OF_IT = re.compile(_SAID["NOTHING_OF_IT"], re.IGNORECASE)
_ANSWER = re.compile(r"[\s\"“‘']*(?:no|never|absolutely not|not at all|certainly not)[\s.,!”\"’']*", re.IGNORECASE)
_ELLIPTIC = re.compile(_SAID["ELLIPTIC"], re.IGNORECASE)


_SOMEBODY = frozenset(("him", "her", "them", "me", "us"))
_PERSONS = frozenset(("person", "people"))
_LACK = re.compile(
    r"[\s\"“‘']*(?:that )?there (?:is|was|are|were|has been|have been|had been) (?:\w+ )?no (?:\w+ ){0,2}?"
    r"(?:evidence|indications?|proof|reasons?|signs?|suggestion) ",
    re.IGNORECASE,
)


def tells_of_lack(content: Sequence[Span]) -> bool:
    """Tell "there was no sign of a leak", which asserts something, and keeps silent about nothing."""
    return len(content) == 1 and _LACK.match(content[0].text) is not None


def calls_somebody(content: Sequence[Span]) -> bool:
    """Tell "dismissed [Roe as a fool]": whoever is called names is no claim that could be false."""
    who = content[0].root if content else None
    if who is None or not any(token.lower_ == "as" and token.i > who.i for token in content[0]):
        return False
    return who.ent_type_ == "Person" or who.lower_ in _SOMEBODY or bool(kinds(who.lemma_.lower()) & _PERSONS)


def contradicts(content: Sequence[Span]) -> bool:
    """Tell whether a content says flatly that something is not so, without saying what is."""
    if not content:
        return False
    text = content[0].text
    plain = _ANSWER.fullmatch(text) or _ELLIPTIC.fullmatch(text) or _NOTHING_OF_IT.match(text)
    return plain is not None or says_false(content)


def says_false(content: Sequence[Span]) -> bool:
    """Tell whether a content is a verdict on a claim: "The minister's claim that the dam is safe is untrue"."""
    if not content:
        return False
    return _verdict().match(_MARKS.sub("", content[0].text)) is not None or _predicates_false(content[0])


def _predicates_false(content: Span) -> bool:
    """Tell "[reports she ran the mill for years] are ‘lies’" by the verb, which agrees with no word nearer by."""
    claim = next((token for token in content[:_NEAR] if token.lower_ in word_class("told")), None)
    be = next((token for token in reversed(content) if token.lower_ in ("are", "were")), None)
    if claim is None or be is None or claim.tag_ != "NNS" or be.i < claim.i + 2:
        return False
    before = be.nbor(-1)
    governed = any(child.dep_ == "case" for child in before.children)  # "for years"
    rest = _MARKS.sub("", content.doc[be.i + 1 : content.end].text)
    return (before.tag_ in ("NN", "NNP") or governed) and _FALSE.fullmatch(rest.strip(" .,!")) is not None


def names_false(content: Sequence[Span]) -> bool:
    """Tell whether what something is called is a verdict on its truth: "a fabrication", "pure fiction"."""
    return any(_FALSE.search(span.text) for span in content)


@cache
def _verdict() -> re.Pattern[str]:
    claims = "|".join(sorted(word_class("told")))
    subject = rf"(?:{_POINTERS}|(?:\S+ ){{0,6}}?(?:{claims})(?: (?:of|that|about|by|against)(?: [^\s,.;]+){{1,8}}?)?)"
    return re.compile(rf"{_OPENING}{subject}(?: {_BE}|[’']s){_ADVERBS}(?: |(?=n)){_ADVERBS} ?(?:{_VERDICT})\b", re.I)
