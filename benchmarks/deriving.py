"""What is derived from articles that were made up, or read back: all parts of a corpus, or some, in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from whosays.graph.articles import Article, Credits, Told
from whosays.graph.claims import Proposition
from whosays.graph.figures import Comparison, Issue, comparison, issue, pairs
from whosays.graph.incremental import PARTS, Cache, Ledger, Update, follow, opened
from whosays.graph.names import Name, Resolved, read_names
from whosays.graph.resolution import Judgements, Link, node, split_off


@dataclass(frozen=True, slots=True)
class Resolution:
    """The entities sorted by slug, who belongs to each, and the links between their names sorted by id."""

    entities: tuple[Resolved, ...]
    referents: Mapping[str, tuple[str, ...]]
    links: tuple[Link, ...]

    @property
    def slugs(self) -> dict[str, str]:
        """The slug of each referent's entity."""
        return {referent: slug for slug, referents in self.referents.items() for referent in referents}


class Derived:
    """The parts of those names (and those that they need), all where none are given, as articles come and go."""

    def __init__(self, *names: str) -> None:
        cache = Cache(None)
        self.parts: dict[str, Any] = opened(cache, [each for each in PARTS if not names or each.name in names])
        self._units = cache.table("units")
        self._judged = Judgements()

    def follow(
        self, come: Iterable[Article] = (), gone: Iterable[str] = (), judged: Judgements | None = None
    ) -> Ledger:
        """Let articles come and go; return the ledger of all that there is then."""
        articles = {article.iri: article for article in come}
        now = self._judged if judged is None else judged
        ledger = Ledger(self._units, anew=True)
        update = Update(tuple(gone), tuple(articles), self._judged, now, ledger)
        follow(self.parts, update, articles.__getitem__)
        self._judged = now
        return ledger


def article_of(told: Told) -> Article:
    """Return an article that tells no more than this; its text is the names that it is known by."""
    return Article(told.article, " ".join(sorted(told.context)), Credits(), (), {}, told)


def propositions(told: Iterable[Told]) -> list[Proposition]:
    """Return the propositions of some articles, sorted by key."""
    derived = Derived("numbers", "topics", "stories", "claims")
    derived.follow(map(article_of, told))
    claims = derived.parts["claims"]
    return [Proposition(tuple(map(claims.node, group))) for group in sorted(claims.now)]


def issues(told: Iterable[Told]) -> list[tuple[Issue, list[Comparison]]]:
    """Return the issues of some articles, each with the comparisons of its counts."""
    derived = Derived("numbers", "topics", "stories", "issues")
    derived.follow(map(article_of, told))
    part = derived.parts["issues"]
    groups = (part._groups.group(leader) for leader in sorted(part._counts.keys()))
    found = [issue(dated for class_ in group for dated in part._dated(class_)) for group in groups]
    return [(each, [comparison(*two) for two in pairs(each.counts)]) for each in found]


def resolve(names: Iterable[Name], judged: Judgements | None = None) -> Resolution:
    """Return who is who among the names of some articles."""
    by_article: defaultdict[str, list[Name]] = defaultdict(list)
    for name in names:
        by_article[name.article].append(name)
    articles = [replace(_nothing(iri), names=tuple(found)) for iri, found in by_article.items()]
    derived = Derived("numbers", "casts", "names", "links", "groups", "entities")
    derived.follow(articles, judged=judged)
    entities, alone = derived.parts["entities"], split_off(judged or Judgements())
    referents: defaultdict[str, list[str]] = defaultdict(list)
    for bearer in read_names(name for found in by_article.values() for name in found):
        referents[entities.of(node(bearer, alone))[0]].append(bearer.name.referent)
    links = map(entities._links.__getitem__, entities._links.keys())
    placed = (replace(link, entities=tuple(entities.of(key)[0] for key in link.names)) for link in links)
    described = map(entities._described.__getitem__, entities._described.keys())
    shown = (replace(entity, slug=entities.of(entity.key)[0]) for entity in described)
    return Resolution(
        tuple(sorted(shown, key=lambda entity: entity.slug)),
        {slug: tuple(sorted(found)) for slug, found in sorted(referents.items())},
        tuple(sorted(placed, key=lambda link: link.id)),
    )


def _nothing(iri: str) -> Article:
    return article_of(Told(iri, None, frozenset(), (), (), {}))
