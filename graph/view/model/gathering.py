"""From the graph's tables to what a page shows: who speaks, what is claimed, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from rdflib import RDF, SKOS, Dataset, URIRef

from whosays.graph.articles import Row, Tables
from whosays.graph.rdf import pairs_of, place
from whosays.graph.view.model.chains import chains_of
from whosays.graph.view.model.data import Article, Attribution, Claim, Figure, Kind, PageData, Span, Voice
from whosays.graph.view.model.filters import Filters, narrowed
from whosays.graph.view.model.sharing import changes, conflicts, propositions, reuses
from whosays.graph.view.model.tables import READ
from whosays.graph.wording import is_clause
from whosays.ontology import SCHEMA, WS

# The most telling type first: an outlet is an organisation too.
KINDS: tuple[tuple[URIRef, Kind], ...] = (
    (WS.Outlet, "outlet"),
    (WS.MilitaryUnit, "unit"),
    (WS.Organization, "organization"),
    (WS.Person, "person"),
    (WS.Place, "place"),
)
NOBODY = "#nobody"


def gather(dataset: Dataset, filters: Filters | None = None) -> PageData:
    """Return what the graph says, narrowed to the chains that pass ``filters``.

    ``dataset`` must answer over the union of its named graphs (``default_union=True``).
    """
    tables = Tables.of(pairs_of(dataset), READ)
    articles = tuple(_article(key, row, tables) for key, row in tables.all(WS.Article))
    attributions = tuple(_attribution(key, row, tables) for key, row in tables.all(WS.Attribution))
    asked = filters or Filters()
    data = PageData(
        articles=articles,
        voices=tuple(_voices(articles, attributions, tables)),
        claims=tuple(_claim(key, row, tables) for key, row in tables.all(WS.Claim)),
        attributions=attributions,
        chains=chains_of(attributions),
        propositions=tuple(propositions(tables, articles)),
        reuses=tuple(reuses(tables, articles)),
        changes=tuple(changes(tables, articles)),
        conflicts=tuple(conflicts(tables)),
        mentions=tuple(_mentions(tables, None if asked.entity else {hop.voice for hop in attributions})),
    )
    return narrowed(data, asked)


def _article(key: str, row: Row, tables: Tables) -> Article:
    wire = row.one(WS.wireService)
    story = tables.row(WS.Story, row.one(WS.inStory))
    return Article(
        key=key,
        title=row.one(SCHEMA.headline),
        outlet=row.one(SCHEMA.publisher) or _publisher(key, tables),
        wire=tables.row(WS.Entity, wire).one(SKOS.prefLabel) or row.one(SCHEMA.creditText),
        published=row.one(SCHEMA.datePublished),
        path=row.one(WS.path),
        url=row.one(SCHEMA.url),
        text=row.one(WS.articleText),
        story=story.one(SKOS.prefLabel) if int(story.number(WS.storySize) or 0) > 1 else None,
        because=row.one(WS.inStoryBecause),
        event=row.one(WS.inStory) if int(story.number(WS.storySize) or 0) > 1 else None,
    )


def _publisher(article: str, tables: Tables) -> str | None:
    """Who speaks as the outlet's own voice, where the text or its metadata tell who that is."""
    voice = article + "#voice"
    row = tables.row(WS.Referent, voice)
    return (row.one(WS.resolvesTo) or voice) if row.one(WS.named) == "true" else None


def _attribution(key: str, row: Row, tables: Tables) -> Attribution:
    parent = row.one(WS.parent)
    article = row.one(WS.inArticle) or key.partition("#")[0]
    return Attribution(
        key=key,
        article=article,
        voice=_speaker(article, row.one(WS.source), tables) if parent else None,
        claim=row.one(WS.claim),
        parent=parent,
        stance=row.concept(WS.stance) or "asserts",
        certainty=row.concept(WS.certainty) or "unspecified",
        quote=row.concept(WS.quoteType),
        cue=row.one(WS.cueLemma),
        confidence=row.number(WS.confidence),
        sources=tables.spans(row, WS.sourceSpan),
        cues=tables.spans(row, WS.cueSpan),
        contents=tables.contents(row),
        hedges=tables.spans(row, WS.hedgeSpan),
        in_full=row.one(WS.inFull),
    )


def _speaker(article: str, source: str | None, tables: Tables) -> str:
    """The key of who speaks: the entity, or the referent where it is of one article only.

    Everybody whom an article neither names nor describes ("reportedly") is one gap.
    """
    row = tables.row(WS.Referent, source)
    if source is None or (row.one(WS.named) == "false" and not row.one(SKOS.prefLabel)):
        return article + NOBODY
    return row.one(WS.resolvesTo) or source


def _voices(articles: Iterable[Article], attributions: Iterable[Attribution], tables: Tables) -> Iterable[Voice]:
    referents: dict[str, list[str]] = {}
    for referent, row in tables.all(WS.Referent):
        referents.setdefault(row.one(WS.resolvesTo) or referent, []).append(referent)
    words = _words_by_referent(tables)
    keys = {article.outlet for article in articles} | {attribution.voice for attribution in attributions}
    for key in sorted(key for key in keys if key):
        if key.endswith(NOBODY):
            yield Voice(key, "no source named", "nobody")
        else:
            yield _voice(key, referents.get(key, []), words, tables)


def _voice(key: str, referents: list[str], words: Mapping[str, list[str]], tables: Tables) -> Voice:
    entity = tables.row(WS.Entity, key)
    rows = [tables.row(WS.Referent, referent) for referent in referents]
    own = [name for link in (SKOS.prefLabel, SKOS.altLabel) for row in rows for name in row.all(link)]
    spoken = sorted((word for referent in referents for word in words.get(referent, ())), key=_longest)
    names = [*entity.all(SKOS.prefLabel), *own, *spoken, key.rpartition("/")[2]]
    return Voice(
        key=key,
        name=names[0],
        kind=_kind(entity, rows),
        role=next((role for row in rows for role in row.all(SCHEMA.roleName)), None),
        aliases=tuple(sorted({*entity.all(SKOS.altLabel), *own} - {names[0]})),
    )


def _longest(word: str) -> tuple[int, str]:
    return -len(word), word


def _kind(entity: Row, referents: Iterable[Row]) -> Kind:
    """What the entity is across articles; what its articles take it for only where that is not told."""
    rows = tuple(referents)
    if not entity and all(row.one(WS.named) == "false" for row in rows):
        return "unnamed"
    types = (set(entity.all(RDF.type)), {kind for row in rows for kind in row.all(RDF.type)})
    return next((kind for told in types for iri, kind in KINDS if str(iri) in told), "organization")


def _words_by_referent(tables: Tables) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for referent, words in tables.mentions():
        grouped.setdefault(referent, []).append(words)
    return grouped


def _mentions(tables: Tables, of: Set[str | None] | None) -> Iterable[tuple[str, Span, str]]:
    """Yield where somebody is mentioned, of some or, where ``of`` is ``None``, of all."""
    for iri, row in tables.all(WS.Span):
        span = place(iri)
        for referent in row.all(WS.refersTo) if span else ():
            voice = tables.row(WS.Referent, referent).one(WS.resolvesTo) or referent
            if of is None or voice in of:
                yield iri.partition("#")[0], span or (0, 0), voice


def _claim(key: str, row: Row, tables: Tables) -> Claim:
    quantities = (tables.row(WS.Quantity, iri) for iri in row.all(WS.quantity))
    return Claim(
        key=key,
        text=_shown(key, tables),
        clause=is_clause(row.one(WS.terms) or ""),
        figures=tuple(_figure(quantity) for quantity in quantities if quantity),
        proposition=row.one(WS.expresses),
        others=tuple(row.all(WS.expresses))[1:],
    )


def _shown(claim: str, tables: Tables) -> str:
    """Return the words of a claim, with those of the one cue without which they say nothing."""
    told = {row.one(WS.inFull) for row in tables.saying.get(claim, ())}
    full = told.pop() if len(told) == 1 else None
    return full or " ".join(tables.words(claim).split())


def _figure(row: Row) -> Figure:
    return Figure(
        text=" ".join((row.one(WS.words) or "").split()),
        low=row.number(SCHEMA.minValue),
        high=row.number(SCHEMA.maxValue),
        approximate=row.one(WS.approximate) in ("true", "1"),
        measure=row.one(WS.measure),
        of=row.one(WS.of),
    )
