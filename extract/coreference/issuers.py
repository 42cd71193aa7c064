"""Who issued "the statement": the subject of the clause that last told of one being made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from whosays.extract.coreference.documents import STATED, same_document
from whosays.extract.coreference.noun_phrase import Phrase
from whosays.extract.lexicon import kinds, word_class
from whosays.extract.pipeline import columns, is_parsed
from whosays.extract.records import Span as Characters

ISSUING = word_class("verbs_of_issuing")
NEW = frozenset(("a", "an", "another"))


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


def may_issue(subject: Phrase) -> bool:
    """Tell whether a subject is anybody: "the latest criticism came in a letter" tells of no issuer."""
    return subject.kind != "noun" or bool(kinds(subject.head) & {"person", "people", "organisation"})


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
