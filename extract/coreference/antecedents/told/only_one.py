"""Whom "he" means at the head of a sentence, where the one before told of one person alone.

"Roe will come, too. He has asked for a dam": the subject.  "Mayors met, including the new one, Jo Roe. He said": whom
the sentence has named last, as several cannot be "he".
"""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from whosays.extract.coreference.antecedents.pronouns import agrees
from whosays.extract.coreference.name_clusters import Cast
from whosays.extract.coreference.noun_phrase import PERSONAL
from whosays.extract.coreference.referent import Referent
from whosays.extract.lexicon import verb_class, word_set
from whosays.extract.pipeline import is_parsed

GOING_ON = word_set("add continue conclude")  # who spoke last does so, whomever that has told of
TELLING = verb_class("saying") | verb_class("reporting")
QUOTES = frozenset("\"“”'‘’")
LATEST = 3  # words behind a name to the end of its sentence


def only_one(doc: Doc, cast: Cast, token: Token) -> Referent | None:
    """Return the one person of the sentence before a pronoun that opens its own, ``None`` where another may be meant.

    A sentence that tells what somebody said is none to go by.
    """
    form = PERSONAL[token.lower_]
    opens = token.is_sent_start and token.dep_.startswith("nsubj") and token.head.lemma_.lower() not in GOING_ON
    if form not in ("m", "f") or not is_parsed(doc) or not opens or token.i == 0:
        return None
    before = doc[token.i - 1].sent
    if cast.paragraphs[before.start] != cast.paragraphs[token.i] or any(t.text in QUOTES for t in before):
        return None
    single = (r for r in cast.referents if r.type == "Person" and not r.plural)
    people = [r for r in single if r.between(before.start, before.end - 1)]
    one = people[0] if len(people) == 1 and people[0].named and agrees(form, people[0]) else None
    told = any(t.lemma_.lower() in TELLING and t.pos_ == "VERB" for t in before)
    return one if one is not None and not told and (_is_subject(before, one) or _is_included(before, one)) else None


def _is_subject(sentence: Span, one: Referent) -> bool:
    """Tell whether somebody is the subject of a sentence's main clause."""
    subject = next((c for c in sentence.root.children if c.dep_.startswith("nsubj")), None)
    return subject is not None and any(o.start <= subject.i < o.end for o in one.occurrences)


def _is_included(sentence: Span, one: Referent) -> bool:
    """Tell whether "including" leads to somebody at the end of a sentence."""
    last = max((o for o in one.occurrences if sentence.start <= o.start < sentence.end), key=lambda o: o.start)
    words = sentence.doc[sentence.start : last.start]
    return any(t.lower_ == "including" for t in words) and last.end >= sentence.end - LATEST
