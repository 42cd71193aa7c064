"""Whom a personal pronoun means: the most salient antecedent that agrees in gender and number.

Salience is a small weighted sum in the manner of Lappin and Leass (1994), "An algorithm for pronominal
anaphora resolution", with one convention of news added, "he added" is the one who spoke last, and with what the
encoder says of the words that a pronoun points at. Plurals are resolved only where they speak; of pronouns that do,
salience is one of the features that the speaker model weighs.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc, Token

from whosays.extract.coreference.antecedents.pointing import pointed_at
from whosays.extract.coreference.antecedents.pronoun_features import (
    Candidate,
    Place,
    asks,
    is_named_in,
    named_like,
    pronoun_features,
)
from whosays.extract.coreference.antecedents.settings import is_only_a_setting
from whosays.extract.coreference.antecedents.speaker_model import Option
from whosays.extract.coreference.name_clusters import Cast
from whosays.extract.coreference.noun_phrase import PERSONAL, POSSESSIVE_PRONOUNS, PREPOSITIONS
from whosays.extract.coreference.referent import ORGANISED, Occurrence, Referent, plain
from whosays.extract.lexicon import kinds, word_class
from whosays.extract.pipeline import is_parsed
from whosays.extract.records import Span
from whosays.extract.syntax import told_by

REACH = 6  # sentences back that a pronoun looks
NEAR = 2  # that "it" looks: further back it means something else, a sign or a plan, that is nobody here
SPEAKERS_REACH = 25  # a quotation may run over paragraphs before "he concluded"
LAST_SPEAKER = 2.5
AHEAD = 30  # words behind a pronoun in which its clause may go on
LEAST = -3.5  # "it" and "they" are nobody less salient
ASIDE = ("obj", "iobj", "obl", "nmod")
ASKED = 4.0  # what it speaks against somebody that they have asked, where an answer follows
WHOSE = 0.4  # of that for "his office", which may be that of anybody just told of
PER_SENTENCE = 1.0
SUBJECT = 0.8
SAME_ROLE = 0.8
POSSESSOR = 0.4  # "her" after "Alice's"
OFTEN = 0.1  # each further mention, up to five
KNOWN_GENDER = 0.5
LIKE_GENDER = 0.5  # "Mary" alone, for and against: it may be a surname
GOVERNS = 1.0  # subject of a clause the pronoun is in: "Roe said he ...", "Roe lost his ..."
POINTED_AT = 0.5  # the encoder's log probability that the pronoun means it, among those who agree
NOUN_POINTED_AT, OVER_POINTED_AT = -2.0, -0.5  # the least for a noun, and for a subject over the pronoun
OF_REPORT = 1.0  # "Roe has left, his office said": besides, whom a report is of goes before whom one was of before
GOVERNS_AHEAD = 1.0  # the same, further on: "In his speech, Roe said"


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a pronoun stands: whether it speaks, who spoke last, and whom it cannot be."""

    speaks: bool
    last: Referent | None
    barred: Collection[int]  # id() of referents
    contested: bool = False  # somebody else has been a subject since the last speaker was
    governors: Collection[int] = ()  # the subjects of the clauses that the pronoun stands in, by token index
    quoted: Sequence[Span] = ()  # character spans of the quotations that the pronoun does not stand in, in text order
    attributed: Sequence[Span] = ()  # the same of the words that are attributed to somebody
    own: Sequence[Span] = ()  # what is attributed to the pronoun
    spoke: Sequence[Referent] = ()  # who spoke before, most recent first
    asked: Referent | None = None  # who has asked what the pronoun's words answer

    def outside(self, occurrence: Occurrence) -> bool:
        """Tell whether somebody is meant outside those quotations."""
        return not _within(self.quoted, occurrence)


def _within(spans: Sequence[Span], occurrence: Occurrence) -> bool:
    at = bisect_right(spans, (occurrence.span[0], sys.maxsize))
    return at > 0 and occurrence.span[0] < spans[at - 1][1]


def antecedent(
    doc: Doc, cast: Cast, token: Token, setting: Setting, beside: Sequence[Referent] = ()
) -> Referent | None:
    """Return whom a third-person pronoun most likely means, ``None`` where nobody agrees with it or is likely meant.

    ``beside`` are those who come into question and are nobody of the cast yet.
    """
    form = PERSONAL[token.lower_]
    pool = [r for r in (*cast.referents, *beside) if id(r) not in setting.barred and agrees(form, r)]
    if setting.speaks:
        pool = [r for r in pool if not is_only_a_setting(doc, r, token.i, setting.own)]
    if setting.last is not None and setting.speaks and _is_answered(doc, cast, token, setting.last, setting.own):
        others = (r for r in setting.spoke if r is not setting.last and any(r is other for other in pool))
        setting = replace(setting, asked=setting.last, last=next(others, None))
    setting = replace(setting, governors=governors(token))
    subjects = [
        r for r in pool if r.named and any(o.start <= i < o.end for o in r.occurrences for i in setting.governors)
    ]
    if token.lower_ in POSSESSIVE_PRONOUNS and form in ("m", "f") and subjects:
        pool = [r for r in pool if r in subjects or not _names_a_body(doc, cast, r, token)]
    setting = replace(setting, contested=_is_contested(pool, setting, token))
    told = pointed_at(doc, token.i, pool)
    for r in beside:
        over = any(o.start <= i < o.end for o in r.occurrences for i in setting.governors)
        told[id(r)] = max(told.get(id(r), 0.0), OVER_POINTED_AT if over else NOUN_POINTED_AT)
    tiers = (setting.quoted, ()) if setting.quoted else ((),)  # who is named in a quotation only, comes last
    speaks = setting.speaks and token.lower_ not in POSSESSIVE_PRONOUNS  # "his office" may be anybody's
    # who is told of then comes behind the last source
    goes_on = speaks and form != "they" and setting.last is not None and bool(setting.attributed)
    for quoted in (setting.attributed, *tiers) if goes_on else tiers:
        here = replace(setting, quoted=quoted)
        found = [c for r in pool if (c := _candidate(doc, cast, token, r, here, told[id(r)])) is not None]
        if found and (quoted is not setting.attributed or any(c.referent is setting.last for c in found)):
            return _chosen(doc, cast, token, here, found)
    return None


def _names_a_body(doc: Doc, cast: Cast, referent: Referent, token: Token) -> bool:
    """Tell whether somebody was told of last in the name of a body: "Roe said the Lund administration had his plan"."""
    last = referent.before(token.i)
    if last is None or last.sentence != cast.sentences[token.i]:
        return False
    root = doc[last.start : last.end].root
    inside = root.dep_ in ("compound", "nmod") and root.head.i == last.end
    return bool(inside) and "organisation" in kinds(root.head.lower_)


def _chosen(doc: Doc, cast: Cast, token: Token, setting: Setting, found: Sequence[Candidate]) -> Referent | None:
    seen = {o.start for c in found for o in c.seen if _within(setting.attributed, o)}
    named = frozenset(id(c.referent) for c in found if is_named_in(doc, c.referent, setting.own))
    place = Place(
        token, setting.speaks, setting.contested, frozenset(setting.governors), frozenset(seen), named, setting.spoke
    )
    described = pronoun_features(doc, cast, place, found)
    options = [Option(c.referent, features) for c, features in zip(found, described, strict=True)]
    chosen = cast.choose("speaking" if setting.speaks else "pronoun", token.i, options)
    salience = next((c.salience for c in found if c.referent is chosen), LEAST)
    told = PERSONAL[token.lower_] in ("m", "f") or salience > LEAST
    return chosen if told or not setting.speaks else None


def _is_contested(pool: Sequence[Referent], setting: Setting, token: Token) -> bool:
    """Tell whether somebody else has been a subject since the last speaker was one or spoke, be it as "who"."""
    last = setting.last
    if last is None:
        return False
    before = [o.start for o in last.between(0, token.i - 1) if setting.outside(o) and not _is_aside(token.doc, o)]
    since = max([*before, *(i for i in last.spoke if i < token.i)], default=token.i)
    rivals = (r for r in pool if r is not last and (r.named or not r.spoke))
    told = [o for r in rivals for o in r.between(since + 1, token.i - 1) if setting.outside(o)]
    return any(o.subject or any(o.start <= i < o.end for i in setting.governors) for o in told)


def _is_aside(doc: Doc, occurrence: Occurrence) -> bool:
    """Tell whether a sentence is about somebody else than the one it has as an object or an owner."""
    return doc[occurrence.start : occurrence.end].root.dep_.startswith(ASIDE)


def agrees(form: str, referent: Referent) -> bool:
    """Tell whether a pronoun of this form can mean a referent."""
    if form in ("m", "f"):
        known = referent.named or bool(referent.nouns() or referent.gender)
        is_person = referent.type == "Person" and known
        return is_person and not referent.plural and {referent.gender, referent.noun_gender} <= {None, form}
    if form == "it":
        return referent.type in ORGANISED and (not referent.plural or referent.as_one)
    return referent.plural or (referent.type in ORGANISED and not _is_paper(referent))


def _is_paper(referent: Referent) -> bool:
    """Tell "a report by the guild" and "a video of Roe", which are no "they"."""
    words = plain(referent.description)
    noun = next((word for word, behind in pairwise((*words, "of")) if behind in PREPOSITIONS), "")
    return not referent.named and (noun in word_class("pictures") or kinds(noun) == {"document"})


def _candidate(  # noqa: PLR0913, PLR0917 - what is asked of whom, and what is known
    doc: Doc, cast: Cast, token: Token, referent: Referent, setting: Setting, told: float
) -> Candidate | None:
    """Return a referent with where it is in sight of a pronoun, ``None`` where it is not."""
    here, over = cast.sentences[token.i], setting.governors
    farthest = NEAR if PERSONAL[token.lower_] == "it" else REACH
    reach = SPEAKERS_REACH if setting.speaks and referent is setting.last else farthest
    earliest = bisect_left(cast.sentences, here - reach)
    near = referent.between(earliest, max((token.i + AHEAD, *over)))
    seen = [o for o in near if _in_sight(o, token, here, reach, over) and setting.outside(o)]
    if not seen or any(_clashes(doc, token, o) for o in near if o.sentence == here):
        return None
    best = max(_score(doc, token, occurrence, here, over) for occurrence in seen)
    best += OFTEN * min(5, len(referent.between(0, token.i - 1)))
    best += KNOWN_GENDER if referent.gender else LIKE_GENDER * named_like(referent, PERSONAL[token.lower_])
    whose = token.lower_ in POSSESSIVE_PRONOUNS
    if whose and any(o.start <= subject.i < o.end for subject in _subjects(_reported(token)) for o in seen):
        best += OF_REPORT
    if referent is setting.asked:
        best -= ASKED
    if setting.speaks and referent is setting.last and not setting.contested:
        best += LAST_SPEAKER * (WHOSE if whose else 1.0)
    if PERSONAL[token.lower_] == "they" and referent.plural:
        best += SUBJECT
    return Candidate(referent, seen, best + POINTED_AT * told, told)


def _is_answered(doc: Doc, cast: Cast, token: Token, last: Referent, own: Sequence[Span]) -> bool:
    """Tell whether a pronoun's words answer the last speaker: "Roe asked why. [¶] “It broke,” he said"."""
    asked = max(i for i in last.spoke if i < token.i)
    quoted_first = any(start < token.idx for start, _ in own)
    return quoted_first and cast.paragraphs[asked] == cast.paragraphs[token.i] - 1 and asks(doc, asked)


def governors(token: Token) -> frozenset[int]:
    """Return the subjects of the clauses that a pronoun stands in, by token index.

    Of a subject that is a thing its possessor stands for it: "Roe's choice suggests that he ...".  The subject of a
    relative clause is whom it tells of, whoever tells of that one: "Roe met Lund, who says he ...".
    """
    if not is_parsed(token.doc):
        return frozenset()
    clauses = [token.head, *token.head.ancestors] if token.dep_ != "ROOT" else []
    found = [subject for subject in _subjects([*clauses, *_reported(token)]) if subject.i != token.i]
    relative, told = next(((n, told) for n, s in enumerate(found, start=1) if (told := told_by(s))), (None, token))
    found = found[:relative]
    beside = (child for subject in found for child in subject.children if _stands_for(subject, child))
    named = {told.i + 1} if relative and told.nbor().tag_ == "NNP" else set()  # "the author [Roe], who says"
    return frozenset({subject.i for subject in (*found, *beside)} | {told.i} | named) - {token.i}


def _reported(token: Token) -> list[Token]:
    """Return what whoever belongs to a pronoun's has said before it: "Roe [has left], his office said"."""
    told = token.head.head.children if token.dep_ == "nmod:poss" else ()
    return [child for child in told if child.dep_ in ("ccomp", "parataxis") and child.i < token.i]


def _subjects(clauses: Iterable[Token]) -> Iterator[Token]:
    return (child for verb in clauses for child in verb.children if child.dep_.startswith("nsubj"))


def _stands_for(subject: Token, child: Token) -> bool:
    """Tell a name right behind its title, whatever the parse makes of it, and the owner of a thing."""
    if child.i == subject.i + 1 and child.tag_ == "NNP":
        return True
    return child.dep_ == "nmod:poss" and not kinds(subject.lower_)


def _in_sight(occurrence: Occurrence, token: Token, here: int, reach: int, over: Collection[int]) -> bool:
    """Antecedents stand before the pronoun, unless they are the subject of its own sentence."""
    if occurrence.end <= token.i:
        return here - occurrence.sentence <= reach
    return occurrence.start > token.i and any(occurrence.start <= i < occurrence.end for i in over)


def _score(doc: Doc, token: Token, occurrence: Occurrence, here: int, over: Collection[int]) -> float:
    score = -PER_SENTENCE * (here - occurrence.sentence)
    if any(occurrence.start <= i < occurrence.end for i in over):
        return score + (GOVERNS_AHEAD if occurrence.start > token.i else SUBJECT + GOVERNS)
    score += SUBJECT if occurrence.subject else 0.0
    score += SAME_ROLE if occurrence.subject and token.dep_.startswith("nsubj") else 0.0
    root = doc[occurrence.start : occurrence.end].root
    return score + (POSSESSOR if root.dep_ == "nmod:poss" and token.dep_ == "nmod:poss" else 0.0)


def _clashes(doc: Doc, token: Token, occurrence: Occurrence) -> bool:
    """Tell whether both are arguments of one verb, where only "himself" could mean the subject."""
    if not is_parsed(doc) or token.lower_.endswith("self") or token.dep_ == "nmod:poss":
        return False
    root = doc[occurrence.start : occurrence.end].root
    if root.dep_.startswith("nsubj") and token.dep_.startswith("nsubj"):
        return False  # no verb has two subjects: the parse is wrong
    if root.head.i == token.head.i and root.head.i not in (root.i, token.i) and root.dep_ != "nmod:poss":
        return True
    shared = token.dep_ in ("obj", "iobj") and root.dep_.startswith("nsubj")
    return shared and root.head.i == _with_subject(token.head).i


def _with_subject(verb: Token) -> Token:
    """Return the verb that has the subject of one without: "Roe came in and hit him", "Roe came in to hit him"."""
    for _ in range(3):
        if verb.dep_ not in ("conj", "xcomp", "advcl") or any(c.dep_.startswith("nsubj") for c in verb.children):
            break
        verb = verb.head
    return verb
