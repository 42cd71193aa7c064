"""What is claimed, made ready to be compared: the terms of claims and figures, and the names an article is known by."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from anyascii import anyascii
from spacy.tokens import Doc

from whosays.extract.lexicon import counted_states, word_class
from whosays.extract.pipeline import columns
from whosays.extract.quantities import clause_end, read_setting
from whosays.extract.records import Attribution, Claim, Entity, Figure, Span
from whosays.extract.self_contained import Speaking
from whosays.extract.syntax import claim_terms, phrase_terms, pointer, raised_clause

KNOWN_BY: Final = 24  # names that an article is known by: those most often in it
_PLURALS: Final = frozenset(["NNS", "NNPS"])
_SHORTEST: Final = 3  # letters of such a name
_COMMON: Final = word_class("no_context") | word_class("months") | word_class("weekdays")


def read_claims(
    doc: Doc, attributions: Sequence[Attribution], figures: Iterable[Figure], entities: Iterable[Entity]
) -> Iterator[Claim]:
    """Yield the content of each attribution, and the sentence of each figure that none holds; each span once."""
    inside: defaultdict[int, list[Attribution]] = defaultdict(list)
    for attribution in attributions:
        if attribution.inside is not None:
            inside[attribution.inside].append(attribution)
    contents: dict[Span, tuple[tuple[Span, ...], list[Span], Attribution | None]] = {}
    for hop in attributions:
        if hop.content:
            inner = [span for voice in inside[hop.id] if _extent(voice) != _extent(hop) for span in _words(voice)]
            contents.setdefault(_extent(hop), (hop.content, inner, hop))
    for figure in figures:
        if figure.attribution is None:
            contents.setdefault(figure.sentence, ((figure.sentence,), [], None))
    speaking, text = Speaking(doc, entities), columns(doc).whole
    for content, inner, holder in contents.values():
        words = text[slice(*content[0])] if len(content) == 1 else ""
        yield Claim(
            content,
            claim_terms(doc, content, inner),
            speaking.told(content, holder),
            pointer(words),
            raised_clause(doc, content),
        )


def compared(doc: Doc, figures: Iterable[Figure]) -> Iterator[Figure]:
    """Yield the figures with what their sentence tells of them, and the terms of what they count."""
    text = columns(doc).whole
    for figure in figures:
        sentence, start = text[slice(*figure.sentence)], figure.span[0] - figure.sentence[0]
        setting = read_setting(sentence, start, figure.span[1] - figure.span[0], figure.of or "")
        yield replace(figure, setting=setting, terms=_measure_terms(doc, figure, sentence))


def _measure_terms(doc: Doc, figure: Figure, sentence: str) -> str:
    if figure.measure:
        return "" if figure.measure in counted_states() else phrase_terms(figure.measure, "m")
    behind = figure.span[1] - figure.sentence[0]
    end = figure.span[1] + clause_end(sentence[behind:])
    said = claim_terms(doc, [(figure.span[1], end)]) if end > figure.span[1] else ""
    return f"{phrase_terms(figure.of or '', 'c')} {said}".strip()


def with_singulars(doc: Doc, entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Return the entities with the singulars of the plurals that stand for them."""
    read = columns(doc)
    words = zip(read.idx, read.lower, read.lemma, read.tag, strict=True)
    singulars = {idx: f"{lower} {lemma.lower()}" for idx, lower, lemma, tag in words if tag in _PLURALS}
    return tuple(
        replace(
            entity,
            singulars=tuple(sorted({singulars[i] for s, e in entity.mentions for i in range(s, e) if i in singulars})),
        )
        for entity in entities
    )


def count_names(doc: Doc) -> Counter[str]:
    """Count the names of a Doc, word by word and in small letters; those of anything and of the page are left out."""
    read = columns(doc)
    named = {i for i, pos in enumerate(read.pos) if pos == "PROPN"}
    named.update(i for ent in doc.ents for i in range(ent.start, ent.end))  # the "Civil" of "Civil Defence"
    names = (name for i in named if (name := read.text[i]).isalpha() and name[0].isupper())
    words = (anyascii(name).lower() for name in names if len(name) >= _SHORTEST)
    return Counter(word for word in words if word not in _COMMON)


def known_by(names: Counter[str], outlet: str) -> tuple[str, ...]:
    """Return the names that an article is known by, those most often in it first; its outlet's are left out."""
    own = anyascii(outlet).lower().replace(" ", "")
    ordered = sorted((name for name in names if name not in own), key=lambda name: (-names[name], name))
    return tuple(ordered[:KNOWN_BY])


def _extent(hop: Attribution) -> Span:
    return min((s for s, _ in hop.content), default=0), max((e for _, e in hop.content), default=0)


def _words(hop: Attribution) -> tuple[Span, ...]:
    return (*hop.content, *hop.cue, *((hop.source,) if hop.source else ()))
