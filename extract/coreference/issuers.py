"""Who issued "the statement": the subject of the clause that last told of one being made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from whosays.extract.coreference.documents import (
    GATHERED,
    GIVERS,
    GOT_HOLD,
    OF_COURTS,
    STATED,
    is_document,
    issuers_named,
    same_document,
)
from whosays.extract.coreference.name_clusters import Cast
from whosays.extract.coreference.naming.spans import Mention
from whosays.extract.coreference.noun_phrase import Phrase
from whosays.extract.coreference.referent import Referent
from whosays.extract.coreference.source_phrase import read_phrase
from whosays.extract.lexicon import kinds, verb_class, word_class
from whosays.extract.pipeline import columns, is_parsed
from whosays.extract.records import Span as Characters

ISSUED = word_class("issued_by")
ISSUING = word_class("verbs_of_issuing")
TIMES = word_class("times") | word_class("months") | word_class("weekdays")
ANY_DOCUMENT = frozenset(("analysis", "document"))  # what news calls a report for a change
NEW = frozenset(("a", "an", "another"))
ACCOUNTS = frozenset(("account", "channel", "feed", "page", "profile"))
GOING_ON = verb_class("going_on")
GOING_BACK = 3  # sentences
REACH = 12  # tokens on either side of a document's noun in which its phrase begins and ends
ENDS = ("VBD", "VBG", "VBZ", "VBP", "MD", "W", ".", ",", ":", "(", ")", '"', "''")  # tags of what ends it


@dataclass(frozen=True, slots=True)
class Issued:
    """A document that an article tells of for the first time: the token of its noun, and who is told to issue it."""

    at: int
    subject: Characters


def last_issued(doc: Doc, phrase: Phrase, attributed: Sequence[Characters]) -> Issued | None:
    """Return the clause before "the statement" that told of one: "Orbex issued a statement. ... The statement said".

    "Orbex denied it in a statement" is one too, wherever the words stand that are attributed to somebody; a statement
    that is told of inside such words is of their story.  Who has obtained, seen or awaits a document, did not issue it;
    and "the letter signed by seven doctors" is told of by itself.
    """
    if not is_parsed(doc) or phrase.head not in STATED or phrase.tail:
        return None
    words = columns(doc).lower
    for at in range(phrase.start - 1, -1, -1):
        if words[at].isalpha() and same_document(phrase.head, words[at]):
            noun = doc[at]
            is_new = any(child.dep_ == "det" and child.lower_ in NEW for child in noun.children)
            inside = any(first <= noun.idx < end for first, end in attributed)
            if is_new and not inside and (subject := _issuer(noun)) is not None:
                phrase_of = doc[subject.left_edge.i : _end(subject) + 1]
                return Issued(at, (phrase_of.start_char, phrase_of.end_char))
    return None


def last_named(doc: Doc, phrase: Phrase, mentions: Sequence[Mention]) -> tuple[int, Sequence[Mention]]:
    """Return where "a poll by Orbex" stands before "the poll", and whom it names; -1 and nobody where none does.

    "A poll" or "the first poll" that names nobody is another than one before it.
    """
    words = columns(doc).lower
    for at in range(phrase.start - 1, -1, -1) if not (phrase.modifiers or phrase.tail) else ():
        if words[at] != phrase.head:
            continue
        start = next((i for i in range(at, max(-1, at - REACH), -1) if doc[i].tag_ in ("DT", "PRP$", "POS")), at)
        start -= doc[start].tag_ == "POS"
        reach = range(at + 1, min(len(doc) - 1, at + REACH))
        end = next((i for i in reach if doc[i].tag_.startswith(ENDS) and doc[i + 1].lower_ != "by"), at + 1)
        earlier = read_phrase(doc, (doc[start].idx, doc[end - 1].idx + len(doc[end - 1])), mentions)
        named = issuers_named(doc, earlier, mentions) if earlier and is_document(earlier) else []
        other = earlier and (earlier.owner or any(not _is_no_other(word) for word in earlier.modifiers))
        if named or doc[start].lower_ in NEW or other:
            return at, named
    return -1, ()


def _is_no_other(word: str) -> bool:
    """Tell whether "the new report", "the nearly 50-page report" may be the report that has been told of."""
    return word in ("nearly", "new") or word.endswith("-page")


def issued_in_words(doc: Doc, phrase: Phrase) -> Characters | None:
    """Return the words for who issued a document, right behind its noun: "a release from [the mayor's office]"."""
    if phrase.head in OF_COURTS | GATHERED:
        return None
    words = columns(doc).lower
    noun = next((i for i in range(phrase.start, phrase.end) if words[i] == phrase.noun), phrase.end)
    by = next((i for i in range(noun + 1, phrase.end - 1) if words[i] in GIVERS), None)
    if by is None:
        return None
    first = noun + 1 + (words[noun + 1] == ",")  # "One statement, issued by"
    if any(words[i] not in ISSUED | TIMES and not doc[i].is_stop for i in range(first, by)):
        return None
    got = (i for i in range(by + 2, phrase.end) if words[i] in GOT_HOLD)
    behind = doc[by + 1 : next(got, phrase.end)]  # not "obtained by The Gull"
    if any(token.text == "/" for token in behind):  # "Orbex/MRD", of whom one may be unknown
        return None
    return behind.start_char, behind.end_char


def told_last(doc: Doc, phrase: Phrase, told: Iterable[tuple[int, Referent]]) -> Referent | None:
    """Return whose report "the document" is, of those told before, if the article has called nothing a document yet."""
    if phrase.head not in ANY_DOCUMENT or phrase.modifiers or phrase.tail:
        return None
    if phrase.head in columns(doc).lower[: phrase.start]:
        return None
    before = [found for found in told if found[0] < phrase.start]
    return max(before, key=lambda found: found[0])[1] if before else None


def may_issue(subject: Phrase) -> bool:
    """Tell whether a subject is anybody: "the latest criticism came in a letter" tells of no issuer."""
    people = bool(kinds(subject.head) & {"person", "people", "organisation"})
    return subject.kind != "noun" or people or is_account(subject)


def is_account(phrase: Phrase) -> bool:
    """Tell whether a phrase is "his Chirper account": whose it is speaks in it."""
    return phrase.kind == "noun" and phrase.owner is not None and phrase.head in ACCOUNTS


def goes_on_with(
    doc: Doc, cast: Cast, phrase: Phrase, spoken: Sequence[tuple[int, Referent]], attributed: Sequence[Characters]
) -> Referent | None:
    """Return who spoke just before "the statement added", where no statement has been told of: it is what they said."""
    verb = doc[phrase.end].lemma_.lower() if phrase.end < len(doc) else ""
    if verb not in GOING_ON or phrase.head not in STATED or phrase.determiner != "the" or phrase.modifiers:
        return None
    told = (token for token in doc[: phrase.start] if token.is_alpha and same_document(phrase.head, token.lower_))
    if any(not any(first <= token.idx < end for first, end in attributed) for token in told):
        return None
    at, last = next(((at, r) for at, r in reversed(spoken) if at < phrase.start), (0, None))
    return last if last and cast.sentences[phrase.start] - cast.sentences[at] <= GOING_BACK else None


def body_before(doc: Doc, phrase: Phrase) -> Characters | None:
    """Return the words for the body that "the mosque statement" is of: "the mosque"."""
    at = next((i for i in range(phrase.start + 1, phrase.end) if doc[i].lower_ == phrase.noun), 0) - 1
    if at != phrase.start + 1 or phrase.determiner != "the" or phrase.owner or not doc[at].is_lower:
        return None
    body = phrase.head in STATED and "organisation" in kinds(doc[at].lower_) and doc[at].tag_ == "NN"
    return (doc[phrase.start].idx, doc[at].idx + len(doc[at])) if body else None


def _issuer(noun: Token) -> Token | None:
    """Return the subject of the verb that has a document as its object, or is done in it."""
    verb, cases = noun.head, {child.lower_ for child in noun.children if child.dep_ == "case"}
    issued = noun.dep_ in ("obj", "dobj") and verb.lemma_.lower() in ISSUING
    done_in = noun.dep_.startswith("obl") and cases & {"in", "via"}
    if not issued and not done_in:
        return None
    while True:
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if subject is not None or verb.dep_ != "conj":
            return subject
        verb = verb.head


def _end(subject: Token) -> int:
    """Return the last token of a subject without the clause or the aside that it may have."""
    loose = [
        c.left_edge.i for c in subject.children if c.i > subject.i and c.dep_.startswith(("acl", "appos", "punct"))
    ]
    return min([subject.right_edge.i, *(first - 1 for first in loose)])
