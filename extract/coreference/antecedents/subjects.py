"""Whom a pronoun may mean of those who are nobody yet: whom the sentences before it tell of by a noun alone.

"Jo Roe and her aides left. They said ...", "one man was held when he told the guards".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Span, Token

from whosays.extract.coreference.antecedents.descriptions import new_referent
from whosays.extract.coreference.antecedents.pronouns import agrees, governors
from whosays.extract.coreference.documents import is_document
from whosays.extract.coreference.name_clusters import Cast
from whosays.extract.coreference.noun_phrase import PERSONAL, Phrase
from whosays.extract.coreference.referent import ORGANISED, Referent
from whosays.extract.coreference.source_phrase import read_phrase
from whosays.extract.lexicon import kinds, senses, word_class
from whosays.extract.pipeline import is_parsed
from whosays.extract.records import EntityType
from whosays.extract.records import Span as Characters

MANY = word_class("nouns_of_many")
UNKNOWN = word_class("stay_unknown")
LOOKED_THROUGH = 100  # words before a pronoun
LONGEST = 12  # words of a name
CHAIN = 3  # sentences back in which "they ... they" goes on
NEAR = 1  # sentences back in which somebody is told of by a noun alone
PEOPLE = frozenset(("person", "people"))
INNER = ("obj", "iobj", "obl")  # who is told of in a sentence as no subject


def told_beside(doc: Doc, cast: Cast, token: Token) -> Iterator[tuple[Referent, Characters]]:
    """Yield those whom a noun before a pronoun tells of and who are nobody of the cast, with the words of the noun.

    Each is a referent for the choice only.
    """
    form, here = PERSONAL[token.lower_], cast.sentences[token.i]
    if not is_parsed(doc):
        return
    if form == "it":
        yield from _over_it(doc, cast, token)
        return
    for noun in reversed(doc[max(0, token.i - LOOKED_THROUGH) : token.i]):
        if here - cast.sentences[noun.i] > NEAR or cast.paragraphs[noun.i] != cast.paragraphs[token.i]:
            return
        inner = noun.dep_ in INNER and cast.sentences[noun.i] == here and not _is_as(noun)
        if not noun.dep_.startswith("nsubj") and not inner:
            continue
        genders = {sense.gender for sense in senses(noun.lower_)} - {None}
        many = noun.tag_ in ("NNS", "NNPS") or noun.lower_ in MANY
        fits = many if form == "they" else not many and genders <= {form}
        people = kinds(noun.lower_) & PEOPLE or noun.lower_ == "police"
        people = people and not _is_named(cast, noun)
        if fits and people and not _is_told_by(noun, token) and not _is_somebody(cast, noun.i):
            referent, words = _told(doc, cast, noun, "Person")
            referent.plural, referent.noun_gender = many, next(iter(genders), None)
            yield referent, words


def _over_it(doc: Doc, cast: Cast, token: Token) -> Iterator[tuple[Referent, Characters]]:
    """Yield the body or the country that is the subject over "it": "the government knows what it wants"."""
    for noun in (doc[i] for i in governors(token) if i < token.i):
        place = any(m.type == "Place" and m.start <= noun.i < m.end for m in cast.by_mention)
        if place or ("organisation" in kinds(noun.lower_) and not _is_somebody(cast, noun.i)):
            yield _told(doc, cast, noun, "Organization")


def _told(doc: Doc, cast: Cast, noun: Token, kind: EntityType) -> tuple[Referent, Characters]:
    first, last = _start(noun), _end(noun)
    referent = Referent(kind, named=False, description=doc[first : last + 1].text)
    referent.add(cast.occurrence(first, last + 1))
    return referent, (doc[first].idx, doc[last].idx + len(doc[last]))


def _is_named(cast: Cast, noun: Token) -> bool:
    """Tell whether a name stands behind a noun, as its apposition or as what it is the title of."""
    beside = {noun.i + 1, *(child.i for child in noun.children if child.dep_ in ("appos", "flat"))}
    return any(m.type == "Person" and any(m.start <= i < m.end for i in beside) for m in cast.by_mention)


def _is_as(noun: Token) -> bool:
    """Tell whether a noun only says as what somebody does something: "Roe, who serves as chair"."""
    return any(child.dep_ == "case" and child.lower_ in ("as", "like") for child in noun.children)


def _is_told_by(noun: Token, token: Token) -> bool:
    """Tell whether a pronoun is the subject of a clause that only tells of a noun: "girls who they said were hurt"."""
    clauses = (child for child in noun.children if child.dep_.startswith("acl"))
    return any(token.i in {child.i for child in clause.children} for clause in clauses)


def _is_somebody(cast: Cast, at: int) -> bool:
    """Tell whether a word is one of those that stand for somebody of the cast."""
    return any(o.start <= at < o.end for r in cast.referents for o in r.between(at - LONGEST, at))


def _start(noun: Token) -> int:
    """Return the first token of a noun phrase: its determiner or number, or else the first of its adjectives."""
    before = {child.dep_: child.i for child in reversed(list(noun.lefts))}
    opening = before.get("det", before.get("nummod"))
    if opening is not None:
        return opening
    return min([noun.i, *(noun.doc[i].left_edge.i for dep, i in before.items() if dep in ("amod", "compound"))])


def over(cast: Cast, token: Token) -> Iterator[Token]:
    """Yield the same pronouns that are subjects over one and mean nobody yet: "what [he] won't tell, as he said"."""
    for other in (cast.doc[at] for at in sorted(governors(token)) if at < token.i):
        same = PERSONAL.get(other.lower_) == PERSONAL[token.lower_] in ("m", "f")
        if same and not any(o.start == other.i for r in cast.referents for o in r.between(other.i, other.i)):
            yield other


def taken_up(
    doc: Doc, cast: Cast, token: Token, words: Characters, read: Callable[[Phrase], Referent | None]
) -> Referent | None:
    """Return whom the noun that a pronoun takes up means: nobody who is named beside the pronoun."""
    phrase, form = read_phrase(doc, words, list(cast.by_mention)), PERSONAL[token.lower_]
    found = read(phrase) if phrase and phrase.kind != "pronoun" else None
    found = as_body(cast, found) if found and form == "it" else found
    if found is None or phrase is None or phrase.kind == "name":
        return found if found and agrees(form, found) else None
    others = (o for o in found.occurrences if o.sentence == cast.sentences[token.i] and o.start != phrase.start)
    if (found.named and any(others)) or not agrees(form, found):
        found = new_referent(cast, phrase, phrase.shown)
        cast.place(found, phrase.start, phrase.end)
    return found


def as_body(cast: Cast, referent: Referent) -> Referent:
    """Return the body that speaks for a place, which is none itself: the government of Korrin."""
    if referent.type != "Place":
        return referent
    same = (r for r in cast.referents if r.type in ORGANISED and not set(r.names).isdisjoint(referent.names))
    body = next(same, None)
    if body is None:
        body = cast.new(Referent("Organization", named=True))
        for name in referent.names:
            body.add_name(name)
        for occurrence in referent.occurrences[:1]:
            body.add(occurrence)
    return body


def told_of(
    doc: Doc, cast: Cast, token: Token, chosen: Referent | None, read: Callable[[Phrase], Referent | None]
) -> Referent | None:
    """Return whom the last sentence told of, where "they" or "it" is rather that one than the one chosen.

    "It" is a document's or a body's of which the sentence told: "The proclamation bans rallies. It also orders ...".
    """
    if token.lower_ == "they" and (one := _one_of_whom(doc, cast, token, chosen, read)):
        return one
    span = _subject_before(doc, cast, token)
    phrase = read_phrase(doc, span, list(cast.by_mention)) if span else None
    if span is None or phrase is None or phrase.kind == "pronoun":
        return None
    if token.lower_ == "it":
        body = is_document(phrase) or "organisation" in kinds(phrase.head)
        other = _is_before(token, chosen, phrase) if is_document(phrase) else chosen is not None
        return read(phrase) if phrase.kind == "noun" and body and not phrase.plural and not other else None
    return read(phrase) if _is_many(doc, span) and _goes_on(cast, token, chosen) else None


def _one_of_whom(
    doc: Doc, cast: Cast, token: Token, chosen: Referent | None, read: Callable[[Phrase], Referent | None]
) -> Referent | None:
    """Return one who is to stay unknown, whom news then calls "they": "A witness said he fell. They saw it, they said".

    Several people who are chosen are rather "they".
    """
    span = _subject_before(doc, cast, token, NEAR)
    phrase = read_phrase(doc, span, list(cast.by_mention)) if span else None
    if phrase is None or phrase.kind != "noun" or phrase.plural or phrase.noun not in UNKNOWN:
        return None
    one = read(phrase) if not (chosen and chosen.plural and chosen.type == "Person") else None
    return one if one and any(phrase.start <= at < phrase.end for at in one.spoke) else None


def _is_before(token: Token, chosen: Referent | None, phrase: Phrase) -> bool:
    """Tell whether somebody chosen for "it" does something no earlier than a phrase: "It cites a report, it said"."""
    return chosen is not None and any(o.subject for o in chosen.between(phrase.start, token.i - 1))


def _subject_before(doc: Doc, cast: Cast, token: Token, farthest: int = 0) -> Characters | None:
    """Return the subject of the sentence before the one that a pronoun is the subject of, in the same paragraph.

    ``farthest`` is how many paragraphs back it may be instead.

    Where that is the same pronoun, the one before counts: "Roe and Lund left. They were late. They said ...".
    """
    if not is_parsed(doc) or not token.dep_.startswith("nsubj") or _is_told_in(token):
        return None
    sentence = token.sent
    for _ in range(CHAIN):
        earlier = _sentence_before(doc, cast, sentence, token, farthest)
        if earlier is None:
            return None
        sentence = earlier
        subject = _subject_of(sentence.root, last=PERSONAL[token.lower_] == "they")
        if subject is None:
            return None
        if PERSONAL.get(subject.lower_) == PERSONAL[token.lower_]:
            continue
        if subject.lower_ in PERSONAL:
            return None
        phrase = doc[subject.left_edge.i : _end(subject) + 1]
        return phrase.start_char, phrase.end_char
    return None


def _subject_of(verb: Token, *, last: bool) -> Token | None:
    """Return the subject of a sentence; the ``last`` one is that of the clause which "and" joins to it."""
    subject = next((child for child in verb.children if child.dep_.startswith("nsubj")), None)
    joined = [child for child in verb.children if child.dep_ == "conj" and child.i > verb.i] if last else []
    own = (_subject_of(clause, last=last) for clause in reversed(joined))
    return next((found for found in own if found is not None), subject)


def _is_told_in(token: Token) -> bool:
    """Tell whether the clause of a pronoun hangs on another subject's: "Roe thinks that [they] said so".

    A subject behind it only reports: "[They] told a court so, the Gazette reports".
    """
    clauses = (verb for verb in token.head.ancestors)
    return any(child.dep_.startswith("nsubj") and child.i < token.i for verb in clauses for child in verb.children)


def _sentence_before(doc: Doc, cast: Cast, sentence: Span, token: Token, farthest: int) -> Span | None:
    """Return the sentence before one, no more paragraphs back than that.

    An end inside a quotation of the pronoun's own words is none.
    """
    last = sentence.start - 1
    while last >= 0 and not doc[last].is_alpha:
        last -= 1
    apart = cast.paragraphs[token.i] - cast.paragraphs[last] if last >= 0 else NEAR + 1
    return doc[last].sent if apart <= farthest else None


def _end(subject: Token) -> int:
    """Return the last token of a subject without the relative clause that it may have."""
    clauses = [child.left_edge.i for child in subject.subtree if child.dep_.startswith("acl") and child.i > subject.i]
    return min([subject.right_edge.i, *(first - 1 for first in clauses)])


def _is_many(doc: Doc, span: Characters) -> bool:
    """Tell whether a subject is of several: plural, joined by "and", "hundreds of", or "the leadership know"."""
    phrase = doc.char_span(*span, alignment_mode="expand")
    if phrase is None:
        return False
    root = phrase.root
    joined = any(child.dep_ == "conj" for child in root.children) and any(t.lower_ == "and" for t in phrase)
    verb = root.head
    agreeing = next((child for child in verb.children if child.dep_.startswith("aux") and child.i < verb.i), verb)
    acting = root.dep_ == "nsubj" and root.i < verb.i and agreeing.tag_ == "VBP"
    return joined or acting or root.tag_ in ("NNS", "NNPS") or root.lower_ in MANY


def _goes_on(cast: Cast, token: Token, chosen: Referent | None) -> bool:
    """Tell whether "they" is rather who the last sentence told of than the one chosen: one body, or far back."""
    if chosen is None or not chosen.plural:
        return True
    last = chosen.before(token.i)
    return (
        last is None or cast.sentences[token.i] - last.sentence > CHAIN or not _same_paragraph(cast, token, last.start)
    )


def _same_paragraph(cast: Cast, token: Token, at: int) -> bool:
    return cast.paragraphs[at] == cast.paragraphs[token.i]
