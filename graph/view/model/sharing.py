"""What the shared graphs add: propositions with their origins, which article repeats whose words, what changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rdflib import SKOS

from whosays.graph.articles import Row, Tables
from whosays.graph.view.model.data import Article, Change, Conflict, Proposition, Reuse
from whosays.ontology import SCHEMA, WS

NAMELESS = "somebody whom the text does not name"


def propositions(tables: Tables, articles: Iterable[Article]) -> Iterable[Proposition]:
    """Yield every proposition, in the order of their IRIs."""
    known = {article.key: article for article in articles}
    for key, row in tables.all(WS.Proposition):
        names = (_origin(origin, tables, known) for origin in row.all(WS.origin))
        yield Proposition(
            key=key,
            text=row.one(SCHEMA.text) or "",
            outlets=int(row.number(WS.outletCount) or 0),
            articles=int(row.number(WS.articleCount) or 0),
            origins=tuple(sorted(names, key=_named_first)),
            at_least=int(row.number(WS.originsAtLeast) or 0),
            at_most=int(row.number(WS.originsAtMost) or 0),
            because=row.one(WS.originsBecause) or "",
        )


def reuses(tables: Tables, articles: Iterable[Article]) -> Iterable[Reuse]:
    """Yield every copy with the passages that are copied, in the order of their IRIs."""
    known = {article.key: article for article in articles}
    for _, row in tables.all(WS.Reuse):
        copy = row.one(WS.copy)
        if copy in known:
            yield Reuse(
                copy=copy,
                original=_original(row, tables, known),
                kind=row.concept(WS.reuseKind) or "partly",
                basis=row.one(WS.basis) or "",
                spans=tables.passages(row, WS.copySpan),
            )


def changes(tables: Tables, articles: Iterable[Article]) -> Iterable[Change]:
    """Yield every change with the words before and where those after it stand, in the order of their IRIs."""
    known = {article.key: article for article in articles}
    for _, row in tables.all(WS.Change):
        earlier, later = row.one(WS.changedFrom) or "", row.one(WS.changedIn) or ""
        before, after = (tables.passages(row, link) for link in (WS.wordsBefore, WS.wordsAfter))
        days = row.number(WS.daysLater)
        if earlier in known and later in known and before and after:
            yield Change(
                kind=row.concept(WS.changeKind) or "",
                article=later,
                span=after[0],
                differs=row.one(WS.differs) or "",
                before=" ".join((known[earlier].text or "")[slice(*before[0])].split()),
                outlet=_publisher(known[earlier], tables),
                days=None if days is None else int(days),
            )


def conflicts(tables: Tables) -> Iterable[Conflict]:
    """Yield accounts that contradict each other, the first to say so first, in the order of their IRIs."""
    for _, row in tables.all(WS.Conflict):
        first = row.all(WS.firstToSaySo)
        others = (hop for hop in row.all(WS.saysSo) if hop not in first)
        yield Conflict(row.one(WS.clash) or "", (*first, *others), tuple(row.all(WS.saysOtherwise)))


def _origin(key: str, tables: Tables, articles: Mapping[str, Article]) -> str:
    """An origin's name; the publisher's, or the file's, where an article's own words are the origin."""
    told = tables.row(WS.Entity, key).one(SKOS.prefLabel) or tables.row(WS.Referent, key).one(SKOS.prefLabel)
    article, _, local = key.partition("#")
    if not told and local == "voice" and article in articles:
        return f"{_publisher(articles[article], tables)} in its own words"
    return told or NAMELESS


def _original(row: Row, tables: Tables, articles: Mapping[str, Article]) -> str:
    original = articles.get(row.one(WS.original) or "")
    told = row.one(WS.originalName)
    return told or (_publisher(original, tables) if original else "another article")


def _publisher(article: Article, tables: Tables) -> str:
    """Who published an article; where nothing tells, the file's name."""
    for kind in (WS.Entity, WS.Referent):
        name = tables.row(kind, article.outlet).one(SKOS.prefLabel)
        if name:
            return name
    return (article.path or "another article").replace("\\", "/").rpartition("/")[2]


def _named_first(name: str) -> tuple[bool, str]:
    return name == NAMELESS, name
