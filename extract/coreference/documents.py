"""Documents as sources: a statement, a report or a video speaks for whoever issued it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from whosays.extract.coreference.name_clusters import Cast
from whosays.extract.coreference.naming.offices import is_possessive
from whosays.extract.coreference.naming.spans import Mention
from whosays.extract.coreference.noun_phrase import Phrase
from whosays.extract.coreference.referent import Referent
from whosays.extract.lexicon import fold, kinds, senses, titles, word_class
from whosays.extract.pipeline import columns
from whosays.extract.records import EntityType

GATHERED = word_class("gathered_somewhere")
NEAR = 2  # sentences within which "the statement" is the one just quoted from
OF_COURTS = word_class("papers_of_courts")
KEPT = word_class("documents_of_others")
IN_JOURNALS = frozenset("analysis paper research review study".split())
STATED = word_class("stated")
_GIVERS = frozenset(("by", "from"))
GOT_HOLD = word_class("got_hold")


def is_document(phrase: Phrase) -> bool:
    """Tell whether a phrase is headed by a noun for a document ("Video footage", "a report by the ministry")."""
    return phrase.kind == "noun" and "document" in kinds(phrase.head)


def heads(doc: Doc, phrase: Phrase, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the names that speak in a phrase: its head, its parts' heads, the issuer of a document."""
    for part in phrase.parts:
        yield from heads(doc, part, mentions)
    if phrase.name:
        yield phrase.name
    elif phrase.kind == "noun" and is_document(phrase):
        issuer = issuer_named(doc, phrase, mentions)
        if issuer:
            yield issuer


def issuer_named(doc: Doc, phrase: Phrase, mentions: Sequence[Mention]) -> Mention | None:
    """Return the name in "a statement from North Korea", "North Korea's statement", "a BBC report".

    "An affidavit from the Harbour Police" is sworn to a court by one of them, and speaks for itself.
    """
    for mention in mentions:
        if phrase.start <= mention.start and mention.end <= phrase.end:
            first = _with_titles(doc, phrase.start, mention)
            before = doc[first - 1].lower_ if first > phrase.start else ""
            owner = phrase.owner and mention.end <= phrase.owner[1] and not is_kept(phrase, mention.type)
            inside = any(word in mention.text.split() for word in phrase.modifiers)
            whole = mention.end >= phrase.end or not is_possessive(doc[mention.end])  # "a report by Korrin's auditor"
            by = before in ("from", "by") and whole and not _is_seen_by(doc, mention)
            by = by and not (mention.type == "Place" and phrase.head in GATHERED)
            printed = before in ("in", "on") and mention.type == "Outlet" and phrase.head not in IN_JOURNALS
            if owner or ((inside or by or printed) and phrase.head not in OF_COURTS):
                return mention
    return None


def is_kept(phrase: Phrase, kind: EntityType) -> bool:
    """Tell whether a document is what others have written of its owner: "Roe's bank records", "her indictment"."""
    return kind == "Person" and phrase.head in KEPT


def _with_titles(doc: Doc, start: int, mention: Mention) -> int:
    """Return where "the chairman, Mr Roe" begins of which a mention is the name."""
    first = mention.start
    while first > start + 1 and (
        doc[first - 1].lower_ in ("the", ".")
        or fold(doc[first - 1].text) in titles()
        or kinds(doc[first - 1].text) == {"person"}
    ):
        first -= 1
    return first


def _is_seen_by(doc: Doc, mention: Mention) -> bool:
    """Tell "seen by Orbex": whoever has got hold of a document did not write it."""
    return any(token.lower_ in GOT_HOLD for token in doc[max(0, mention.start - 3) : mention.start])


def issuer_before(cast: Cast, phrase: Phrase, spoken: Sequence[tuple[int, Referent]]) -> Referent | None:
    """Return who spoke just now in a sentence that has the word "statement", for "the statement added".

    ``spoken`` holds token and referent of the sources so far, in text order.
    """
    here = cast.sentences[phrase.start]
    for position, referent in reversed(spoken if phrase.head not in OF_COURTS else ()):
        near = position < phrase.start and here - cast.sentences[position] <= NEAR
        if near and (referent.named or phrase.head in STATED) and _writes(cast, position, phrase):
            return referent
    return None


def _writes(cast: Cast, position: int, phrase: Phrase) -> bool:
    number, words = cast.sentences[position], columns(cast.doc).lower
    first, last = bisect_left(cast.sentences, number), bisect_right(cast.sentences, number)
    # "a poll by the institute" in what somebody else says is the institute's
    return any(
        same_document(phrase.head, words[at]) and words[at + 1] not in _GIVERS
        for at in range(first, min(last, phrase.start))
    )


def same_document(noun: str, other: str) -> bool:
    """Tell whether two nouns may be said of one document: "statement" and "communiqué"."""
    return noun == other or bool(_documents(noun) & _documents(other))


def _documents(noun: str) -> set[str]:
    return {sense.canonical for sense in senses(noun) if sense.kind == "document"}
