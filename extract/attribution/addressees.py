"""To which outlets somebody said it: "told [the Norpress news agency]", "said in an interview with [Radio Sarn]"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Span, Token

from whosays.extract.lexicon import verb_class, word_class
from whosays.extract.records import Entity

INFORMING = verb_class("informing")
TALKING = frozenset(("speak", "talk"))
TELLING = INFORMING | TALKING | verb_class("saying")  # but "agreed with", "attributed to"
TALKS = word_class("talks_with_media")  # "said in an [interview] with Radio Sarn"
TO = frozenset(("to", "with"))
ON_AIR = TO | {"at", "for", "on"}
NAMING = ("appos", "flat")
FORMER = frozenset(("ex", "former"))
CLAUSES = ("acl", "acl:relcl", "advcl", "parataxis")


def outlets_at(doc: Doc, entities: Sequence[Entity]) -> dict[int, str]:
    """Return the ``id`` of the outlet with a name that each token names."""
    found: dict[int, str] = {}
    for entity in entities:
        if entity.type == "Outlet" and entity.named:
            for mention in entity.mentions:
                span = doc.char_span(*mention, alignment_mode="expand")
                found |= dict.fromkeys((token.i for token in span or ()), entity.id)
    return found


def told_to(cue: Sequence[Span], source: Span | None, outlets: Mapping[int, str]) -> tuple[str, ...]:
    """Return the outlets that a source told it, in text order: of "[Roe] [told] Norpress that ...", Norpress."""
    if source is None or not outlets:
        return ()
    verbs = [token for span in cue for token in span if token.pos_ in ("AUX", "VERB")]
    heard = sorted({noun for verb in verbs for noun in _listeners(verb, source)}, key=lambda noun: noun.i)
    named = (next((outlets[token.i] for token in _words(noun) if token.i in outlets), None) for noun in heard)
    return tuple(dict.fromkeys(outlet for outlet in named if outlet is not None))


def _listeners(verb: Token, source: Span) -> Iterator[Token]:
    """Yield the nouns for who hears it: of the verb, of "speaking to" beside it, of "who spoke to" by who says it."""
    lemma = verb.lemma_.lower()
    yield from _of_verb(verb, told=lemma in INFORMING, cases=TO if lemma in TELLING else frozenset())
    beside = [*verb.children, *(child for token in source for child in token.children)]
    for clause in beside:
        if clause.dep_ in CLAUSES and clause.lemma_.lower() in TALKING:
            yield from _of_verb(clause, told=False, cases=ON_AIR)


def _of_verb(verb: Token, *, told: bool, cases: frozenset[str]) -> Iterator[Token]:
    for child in verb.children:
        if told and child.dep_ in ("iobj", "obj"):
            yield from _joined(child)
        elif child.dep_ == "obl":
            if _cases(child) & cases:
                yield from _joined(child)
            if child.lemma_.lower() in TALKS:
                yield from (
                    noun
                    for inner in (*child.children, *_behind(verb, child))
                    if inner.dep_ in ("nmod", "obl") and _cases(inner) & ON_AIR
                    for noun in _joined(inner)
                )


def _behind(verb: Token, talk: Token) -> Iterator[Token]:
    """Yield what parsers hang on the verb instead: "said in an interview [with Radio Sarn]"."""
    return (child for child in verb.children if child.i > talk.i and child.dep_ == "obl")


def _cases(noun: Token) -> set[str]:
    return {child.lower_ for child in noun.children if child.dep_ == "case" and child.i < noun.i}


def _joined(noun: Token) -> Iterator[Token]:
    """Yield a noun and those joined to it: "Kanal Nine and the Ledger newspaper"."""
    yield noun
    yield from (child for child in noun.children if child.dep_ == "conj")


def _words(noun: Token) -> Iterator[Token]:
    """Yield a noun and what names it or whose it is: "the [Norpress] agency", "[Norpress]'s Jo Roe"."""
    phrase = noun.doc[noun.left_edge.i : noun.i + 1]
    yield from reversed(phrase if not any(token.lower_ in FORMER for token in phrase) else ())
    yield from (token for token in noun.rights if token.dep_ in NAMING)
