""" "Citing a report by the agency": the phrase, cut out by its words.

The words tell more surely than the parse where such a phrase ends, and the tagger takes what is cited for a content.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from whosays.extract.lexicon import kinds, word_class
from whosays.extract.pipeline import columns
from whosays.extract.syntax import FINITE, case_of, overlap, trimmed

Voice = tuple[Span, Span]  # source, cue
CITING = frozenset(["citing", "quoting"])
ACCOUNTS = word_class("accounts")
ISSUED_BY = frozenset(["by", "from", "of"])
STOPS = frozenset([",", ".", ";", ":", "–", "—", "("])
REACH = 25  # tokens
SOMEBODY = frozenset(["anyone", "somebody", "someone", "them", "those"])
TIMES = word_class("times") | word_class("months") | word_class("weekdays")


def citations(doc: Doc) -> list[Voice]:
    """Return (source, cue) of every "citing NP" and "quoting from NP"."""
    voices = (_voice(doc, at) for at, word in enumerate(columns(doc).lower) if word in CITING)
    return [voice for voice in voices if voice is not None]


def cleared(spans: Sequence[Span], phrases: Sequence[Span]) -> list[Span]:
    """Return the tagged spans without those that run into a citing phrase; a source keeps what stands behind it."""
    return [kept for span in spans if (kept := _outside(span, phrases)) is not None]


def _outside(span: Span, phrases: Sequence[Span]) -> Span | None:
    for phrase in phrases:
        if overlap(span, [phrase]):
            rest = trimmed(span.doc, phrase.end, span.end) if span.label_ == "Source" else None
            return Span(span.doc, rest.start, rest.end, label=span.label_) if rest is not None else None
    return span


def _voice(doc: Doc, start: int) -> Voice | None:
    """Cut "citing [a report by] the agency": up to the comma, the issuer from behind the last "by"."""
    end = next((t.i for t in doc[start + 1 : start + REACH] if _ends(t)), min(start + REACH, len(doc)))
    accounts = [t.i for t in doc[start + 1 : end] if t.lemma_.lower() in ACCOUNTS]
    issuers = [t.i for t in doc[start + 1 : end] if _issues(t) and accounts and t.i > accounts[0]]
    first = issuers[0] + 1 if issuers else start + 1
    first += first < end and doc[first].lower_ == "from"
    source = trimmed(doc, first, end)
    if source is None or not (issuers or _is_voice(source.root)):
        return None  # "citing a lack of evidence": a reason, which the speaker gives
    return source, doc[start : source.start]


def _is_voice(noun: Token) -> bool:
    """Tell somebody, or something written, also as one or some of them: "one of its reporters"."""
    parts = (c for c in noun.children if c.dep_ == "nmod" and case_of(c) == "of")
    return any(map(_speaks, (noun, *parts)))


def _speaks(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return bool(noun.ent_type_ or kinds(lemma)) or noun.lower_ in SOMEBODY or lemma in ACCOUNTS


def _issues(token: Token) -> bool:
    """Tell "a report by the agency" from "a memo of 3 April"."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else token
    return token.lower_ in ISSUED_BY and not (following.like_num or following.lower_ in TIMES)


def _ends(token: Token) -> bool:
    finite = token.pos_ in ("VERB", "AUX") and token.tag_ in FINITE
    return finite or token.text in STOPS or token.is_quote or token.is_space or token.lower_ == "that"
