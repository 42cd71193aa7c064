"""Figures: a quantity each, tied to the attribution that holds it and to that one's claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from rdflib import URIRef

from whosays.extract.records import ArticleRecord, Figure, Span
from whosays.graph.articles.attributions import Hop, own_words_triples
from whosays.graph.rdf import Triple, Words, boolean, date, integer, iris, number, one_line, string
from whosays.graph.wording import AROUND, is_tabled, is_toll, measured, setting
from whosays.ontology import SCHEMA, WS


def figure_triples(record: ArticleRecord, words: Words, hops: Mapping[int, Hop]) -> Iterator[Triple]:
    """Yield every figure of the record; ``hops`` finds the attribution of an id.

    A figure that no attribution holds belongs to the outlet: its claim is the sentence, and the outlet
    asserts it.
    """
    taken: Counter[Span] = Counter()
    for figure in sorted(set(record.figures), key=repr):
        quantity = iris.quantity_iri(words.article, figure.span, taken[figure.span])
        taken[figure.span] += 1
        yield from _quantity(figure, quantity, words)
        hop = None if figure.attribution is None else hops[figure.attribution]
        if hop is None or hop.claim is None:
            yield from _own_words(figure.sentence, quantity, words)
        else:
            yield hop.iri, WS.hasFigure, quantity
            yield hop.claim, WS.quantity, quantity


def _quantity(figure: Figure, iri: URIRef, words: Words) -> Iterator[Triple]:
    yield from words.node(WS.Quantity, iri)
    yield iri, WS.words, words.quote((figure.span,))
    yield iri, WS.start, integer(figure.span[0])
    yield iri, WS.end, integer(figure.span[1])
    yield iri, WS.sentence, words.quote((figure.sentence,))
    yield from words.cite(iri, WS.sentenceSpan, (figure.sentence,))
    yield from _time_and_place(figure, iri, words)
    yield iri, WS.approximate, boolean(figure.approximate)
    for link, bound in ((SCHEMA.minValue, figure.low), (SCHEMA.maxValue, figure.high)):
        value = None if bound is None else number(bound)
        if value is not None:
            yield iri, link, value
    # a measure of the tables is compared by itself; of a toll the words around it tell which incident it is of
    measure = measured(figure.measure or "", figure.of or "", figure.terms or "", frozenset())
    itself = is_tabled(figure.measure or "") and not is_toll(measure)
    kept = _without_words_around(figure.setting) if itself else figure.setting
    words_told = ((WS.measure, figure.measure), (WS.of, figure.of), (WS.measureTerms, figure.terms))
    for link, told in (*words_told, (WS.setting, setting(kept))):
        if told:
            yield iri, link, string(one_line(told))


def _without_words_around(marks: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(mark for mark in marks if not mark.startswith(AROUND))


def _time_and_place(figure: Figure, iri: URIRef, words: Words) -> Iterator[Triple]:
    if figure.when is not None:
        yield iri, WS.time, string(figure.when.value)
        yield from words.cite(iri, WS.timeSpan, (figure.when.span,))
        for link, told in ((SCHEMA.startDate, figure.when.start), (SCHEMA.endDate, figure.when.end)):
            day = date(told) if told else None
            if day is not None:
                yield iri, link, day
    if figure.where is not None:
        yield iri, WS.place, words.quote((figure.where,))
        yield from words.cite(iri, WS.placeSpan, (figure.where,))


def _own_words(sentence: Span, quantity: URIRef, words: Words) -> Iterator[Triple]:
    claim = iris.claim_iri(words.article, sentence)
    voice = iris.attribution_iri(words.article, iris.digest("own words", repr(sentence)))
    yield from words.node(WS.Claim, claim)
    yield from own_words_triples(voice, sentence, words)
    yield voice, WS.claim, claim
    yield voice, WS.hasFigure, quantity
    yield claim, WS.quantity, quantity
