"""What speaks for somebody as the one whom a pronoun means, as features of the speaker model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc, Token

from whosays.extract.coreference.name_clusters import Cast
from whosays.extract.coreference.noun_phrase import PERSONAL
from whosays.extract.coreference.referent import Occurrence, Referent
from whosays.extract.lexicon import gender_of_name, verb_class
from whosays.extract.records import Span

SENTENCES = (0, 1, 2, 3, 6)
TIMES = (0, 1, 2, 5)
LAST_RANK = 4
_GIVEN = {0: "of unknown gender", 1: "named like that gender", -1: "named like another gender"}
LONGEST_SOURCE = 6  # words in which the head of a source is looked for
SALIENT, POINTED = 4.0, 5.0  # by which these are divided, so that they are about as large as the others


def ranks(values: Sequence[Any]) -> list[int]:
    """Return the place of each value among the distinct ones, the largest first, up to a last place for all others."""
    order = sorted(set(values), reverse=True)
    return [min(order.index(value), LAST_RANK) for value in values]


def bucket(value: int, limits: Sequence[int]) -> str:
    """Return a number as the first limit that it does not pass."""
    return next((f"up to {limit}" for limit in limits if value <= limit), "more")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody a pronoun may mean: where they are meant before, how salient they are, what the encoder says."""

    referent: Referent
    seen: Sequence[Occurrence]
    salience: float
    pointed: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where the pronoun stands; ``attributed``: in somebody's words; ``spoke``: who spoke before, the last first."""

    token: Token
    speaks: bool
    contested: bool
    governors: frozenset[int]
    attributed: frozenset[int]  # the starts of occurrences in words that are attributed, where the pronoun is not
    named: frozenset[int]  # id() of those who are named in what is attributed to the pronoun
    spoke: Sequence[Referent]


def is_named_in(doc: Doc, referent: Referent, words: Sequence[Span]) -> bool:
    """Tell whether somebody is named in some words: nobody speaks of themselves so."""
    spans = (o.span for o in referent.occurrences if doc[o.start].lower_ not in PERSONAL)
    return any(first <= start < last for start, _ in spans for first, last in words)


def pronoun_features(doc: Doc, cast: Cast, place: Place, candidates: Sequence[Candidate]) -> list[dict[str, float]]:
    """Return the features of each candidate, in order."""
    form = PERSONAL[place.token.lower_]
    asked = {"m": "he", "f": "he"}.get(form, form) + (" speaks" if place.speaks else "")
    ordered = {
        "salient": ranks([c.salience for c in candidates]),
        "recent": ranks([max((o.start for o in c.seen), default=-1) for c in candidates]),
        "recent subject": ranks([max((o.start for o in c.seen if o.subject), default=-1) for c in candidates]),
        "pointed at": ranks([c.pointed for c in candidates]),
        "often": ranks([len(c.referent.between(0, place.token.i - 1)) for c in candidates]),
    }
    found = []
    alone = _alone_in_last_sentence(cast, place, candidates)
    for number, candidate in enumerate(candidates):
        names = [*_names(doc, cast, place, candidate), f"{bucket(len(candidates) - 1, TIMES)} others"]
        if alone is not None:
            names.append("alone in the last sentence" if candidate is alone else "beside one alone in it")
        names += [f"{what}: {places[number]}" for what, places in ordered.items()]
        features = {"somebody": 1.0, f"{asked}: somebody": 1.0}
        for name in names:
            features |= {name: 1.0, f"{asked}: {name}": 1.0}
        for name, value in (("salience", candidate.salience / SALIENT), ("pointing", candidate.pointed / POINTED)):
            features |= {name: value, f"{asked}: {name}": value}
        found.append(features)
    return found


def _names(doc: Doc, cast: Cast, place: Place, candidate: Candidate) -> Iterator[str]:
    referent, at = candidate.referent, place.token.i
    before = [o for o in candidate.seen if o.start < at]
    last = max(before, key=lambda o: o.start, default=None)
    here = cast.sentences[at]
    yield f"{referent.type}"
    yield "named" if referent.named else "described"
    yield "of that gender" if referent.gender else _GIVEN[named_like(referent, PERSONAL[place.token.lower_])]
    yield f"mentioned {bucket(len(referent.between(0, at - 1)), TIMES)} times"
    if any(o.start <= i < o.end for o in candidate.seen for i in place.governors):
        yield "governs"
    if last is None:
        yield "only ahead"
        return
    yield f"{bucket(here - last.sentence, SENTENCES)} sentences back"
    yield f"{min(cast.paragraphs[at] - cast.paragraphs[last.start], 3)} paragraphs back"
    yield _role(doc, last) if here != last.sentence else f"same sentence, {_role(doc, last)}"
    yield f"{_role(doc, last)} and {_part(place.token)}"
    subject = max((o for o in before if o.subject), key=lambda o: o.start, default=None)
    told = f"subject {bucket(here - subject.sentence, SENTENCES)} sentences back" if subject else "never subject"
    yield told
    if cast.paragraphs[at] != cast.paragraphs[max(at - 1, 0)]:
        yield f"begins a paragraph, {told}"
        yield f"begins a paragraph, {min(cast.paragraphs[at] - cast.paragraphs[last.start], 3)} paragraphs back"
    if _is_asked(doc, last):
        yield "was asked"
    if id(referent) in place.named:
        yield "named in the pronoun's words"
    if last.start in place.attributed:
        yield "in somebody's words"
    if all(o.start in place.attributed for o in before):
        yield "only in somebody's words"
    yield from _spoke(cast, place, referent)


def _alone_in_last_sentence(cast: Cast, place: Place, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the one candidate that the sentence before tells of, if there is one alone."""
    before = cast.sentences[place.token.i] - 1
    there = [c for c in candidates if any(o.sentence == before for o in c.seen)]
    return there[0] if len(there) == 1 else None


def _spoke(cast: Cast, place: Place, referent: Referent) -> Iterator[str]:
    number = next((n for n, r in enumerate(place.spoke) if r is referent), None)
    spoken = [i for i in referent.spoke if i < place.token.i]
    yield f"spoke {bucket(len(spoken), TIMES)} times"
    if number is not None:
        yield f"spoke as number {number}" + (", contested" if place.contested and not number else "")
    if spoken and not number and asks(cast.doc, spoken[-1]):
        yield "asked last"
    paragraph = cast.paragraphs[place.token.i]
    if any(cast.paragraphs[i] == paragraph for i in spoken):
        yield "spoke in this paragraph"
    elif any(cast.paragraphs[i] == paragraph - 1 for i in spoken):
        yield "spoke in the last paragraph"


def named_like(referent: Referent, form: str) -> int:
    """Tell whether a name alone is a given name of this gender (1), of another (-1), or of none."""
    told = {gender_of_name(name) for name in referent.names if " " not in name} - {None}
    return 0 if len(told) != 1 or form not in ("m", "f") else 1 if told == {form} else -1


def asks(doc: Doc, at: int) -> bool:
    """Tell whether the source that begins at a token asks."""
    source = next((t for t in doc[at : at + LONGEST_SOURCE] if t.dep_.startswith("nsubj")), doc[at])
    return source.head.lemma_.lower() in verb_class("asking")


def _is_asked(doc: Doc, occurrence: Occurrence) -> bool:
    root = doc[occurrence.start : occurrence.end].root
    return root.dep_ in ("obj", "iobj", "nsubj:pass") and root.head.lemma_.lower() in verb_class("asking")


def _role(doc: Doc, occurrence: Occurrence) -> str:
    if occurrence.subject:
        return "subject"
    return _part(doc[occurrence.start : occurrence.end].root)


def _part(token: Token) -> str:
    dep = token.dep_.partition(":")[0] if token.dep_ != "nmod:poss" else "possessor"
    return {"nsubj": "subject", "csubj": "subject"}.get(dep, dep or "word")
