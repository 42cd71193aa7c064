"""Which chains a page is about: by outlet, source, entity, proposition and date."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, replace

from whosays.graph.view.model.data import Article, Chain, PageData, Span, Voice


@dataclass(frozen=True, slots=True)
class Filters:
    """What to keep; ``None`` keeps everything.

    ``outlet``, ``source`` and ``entity`` are an IRI or words of a name, in any case: "intelligence
    service" finds the National Intelligence Service, "AP" does not find Japan; ``entity`` also finds whom a
    claim mentions.  ``article`` is a part of its path or URL, or its IRI or the last part of that, ``content`` a
    part of the words that the chain carries.  ``proposition`` is an IRI or its last part.  ``since`` and ``until``
    are ISO dates, both inclusive; an article without a date passes neither.
    """

    outlet: str | None = None
    source: str | None = None
    entity: str | None = None
    proposition: str | None = None
    since: str | None = None
    until: str | None = None
    article: str | None = None
    content: str | None = None

    def described(self) -> str:
        """What was asked for, in words for a reader; empty where nothing was."""
        named = (
            *(("outlet", self.outlet), ("article", self.article), ("source", self.source)),
            *(("entity", self.entity), ("content", self.content)),
        )
        dated = (("proposition", self.proposition), ("since", self.since), ("until", self.until))
        return ", ".join(f"{name} {value}" for name, value in (*named, *dated) if value)


def narrowed(data: PageData, filters: Filters) -> PageData:
    """Return only the chains that pass, with the articles, voices and claims that they need."""
    passes = _Passes(data, filters)
    keep = tuple(chain for chain in data.chains if passes.chain(chain))
    kept = {chain.last.article for chain in keep}
    hops = {hop.key for chain in keep for hop in chain.hops}
    articles = tuple(a for a in data.articles if a.key in kept or filters == Filters())
    attributions = tuple(a for a in data.attributions if a.key in hops)
    speaking = {a.voice for a in attributions} | {a.outlet for a in articles}
    claims = {chain.last.claim for chain in keep}
    shown = tuple(claim for claim in data.claims if claim.key in claims)
    shared = {key for claim in shown for key in (claim.proposition, *claim.others)}
    return replace(
        data,
        articles=articles,
        voices=tuple(voice for voice in data.voices if voice.key in speaking),
        claims=shown,
        propositions=tuple(p for p in data.propositions if p.key in shared or filters == Filters()),
        reuses=tuple(reuse for reuse in data.reuses if reuse.copy in kept),
        changes=tuple(change for change in data.changes if change.article in kept),
        conflicts=data.conflicts,
        mentions=tuple(mention for mention in data.mentions if mention[0] in kept),
        attributions=attributions,
        chains=keep,
        total=len(data.chains),
    )


class _Passes:
    """One question a filter; the lookups they need are built once."""

    __slots__ = ("articles", "claims", "filters", "mentions", "voices", "words")

    def __init__(self, data: PageData, filters: Filters) -> None:
        self.filters = filters
        self.articles = {article.key: article for article in data.articles}
        self.voices = {voice.key: voice for voice in data.voices}
        self.claims = {claim.key: claim.proposition for claim in data.claims}
        self.words = {claim.key: claim.text.casefold() for claim in data.claims} if filters.content else {}
        self.mentions: dict[str, list[tuple[Span, str]]] = {}
        for article, span, voice in data.mentions:
            self.mentions.setdefault(article, []).append((span, voice))
        for places in self.mentions.values():
            places.sort()

    def chain(self, chain: Chain) -> bool:
        """Whether a chain passes every filter that is set."""
        article = self.articles.get(chain.last.article)
        speakers = {hop.voice for hop in chain.hops[1:] if hop.voice}
        return (
            self._named(self.filters.outlet, {article.outlet} if article and article.outlet else set())
            and self._named(self.filters.source, speakers)
            and self._named(self.filters.entity, speakers | self._mentioned(chain))
            and self._proposition(chain)
            and self._worded(chain)
            and _placed(article, self.filters.article)
            and _dated(article, self.filters)
        )

    def _named(self, wanted: str | None, keys: set[str]) -> bool:
        return wanted is None or any(_is(wanted, key, self.voices.get(key)) for key in keys)

    def _mentioned(self, chain: Chain) -> set[str]:
        if self.filters.entity is None:
            return set()
        places = self.mentions.get(chain.last.article, [])
        found = set()
        for start, end in chain.last.contents:
            first = bisect.bisect_left(places, ((start, start), ""))
            last = bisect.bisect_left(places, ((end, end), ""))
            found |= {voice for _, voice in places[first:last]}
        return found

    def _proposition(self, chain: Chain) -> bool:
        wanted, found = self.filters.proposition, self.claims.get(chain.last.claim or "")
        return wanted is None or (found is not None and is_meant(wanted, found))

    def _worded(self, chain: Chain) -> bool:
        wanted = self.filters.content
        return wanted is None or wanted.casefold() in self.words.get(chain.last.claim or "", "")


def is_meant(wanted: str, iri: str) -> bool:
    """Tell whether something is asked for by its IRI or the last part of it."""
    return wanted in (iri, iri.rpartition("/")[2])


def _placed(article: Article | None, wanted: str | None) -> bool:
    if wanted is None or article is None:
        return not wanted
    if is_meant(wanted, article.key):
        return True
    return wanted.lower() in f"{article.path or ''} {article.url or ''}".lower()


def _is(wanted: str, key: str, voice: Voice | None) -> bool:
    if wanted == key:
        return True
    names = (voice.name, *voice.aliases) if voice else (key.rpartition("/")[2].replace("-", " "),)
    return any(_within(_normal(wanted), _normal(name)) for name in names)


def _normal(name: str) -> str:
    kept = (letter if letter.isalnum() else " " for letter in name.casefold())
    return f" {' '.join(''.join(kept).split())} "


def _within(wanted: str, name: str) -> bool:
    return bool(wanted.strip()) and wanted in name


def _dated(article: Article | None, filters: Filters) -> bool:
    day = (article.published or "")[:10] if article else ""
    if filters.since is None and filters.until is None:
        return True
    return bool(day) and (filters.since or "") <= day <= (filters.until or "9999")
