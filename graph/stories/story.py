"""A story: the articles that tell of one event, by what they are known for, and why each is in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rdflib import RDF, SKOS, Literal, URIRef

from whosays.graph.rdf import ID, Triple, date, digest, integer, one_line, string
from whosays.graph.stories.topics import Topic
from whosays.ontology import WS

WORDS: Final = 5  # that a story is known by
REASONS: Final = 4  # words told of each article


@dataclass(frozen=True, slots=True)
class Story:
    """The articles of one event, sorted, with the reason why each is among them; the least article is its key."""

    articles: tuple[str, ...]
    label: str
    words: tuple[str, ...]
    since: str | None
    until: str | None
    because: tuple[str, ...]

    @property
    def key(self) -> str:
        """What the story is known by: it is another one as soon as another article comes first."""
        return self.articles[0]


def story(
    articles: Sequence[str],
    topics: Mapping[str, Topic],
    alike: Mapping[str, Mapping[str, int]],
    rare: Callable[[str], int],
) -> Story:
    """Describe the story that some articles make; ``rare`` tells how rare a word is over the corpus."""
    holders = _holders(articles, topics)
    shared = {word: many * rare(word) for word, many in holders.items() if many > 1 or len(articles) == 1}
    telling = sorted(shared, key=lambda word: (-shared[word], word))
    days = sorted(day for article in articles if (day := topics[article].day))
    middle = _middle(articles, topics, alike)
    return Story(
        tuple(articles),
        one_line(topics[middle].title or "") or ", ".join(telling[:REASONS]) or "one article",
        tuple(telling[:WORDS]),
        days[0] if days else None,
        days[-1] if days else None,
        tuple(_because(article, articles, topics, alike, telling) for article in articles),
    )


def story_iri(key: str) -> URIRef:
    """Return the IRI of the story of this key."""
    return URIRef(f"{ID}story/{digest(key)}")


def story_triples(told: Story) -> Iterator[Triple]:
    """Yield a story with its articles and why they are in it."""
    iri = story_iri(told.key)
    yield iri, RDF.type, WS.Story
    yield iri, SKOS.prefLabel, Literal(told.label, lang="en")
    yield iri, WS.knownBy, string(", ".join(told.words))
    yield iri, WS.storySize, integer(len(told.articles))
    for link, day in ((WS.storySince, told.since), (WS.storyUntil, told.until)):
        known = date(day) if day else None
        if known is not None:
            yield iri, link, known
    for article, because in zip(told.articles, told.because, strict=True):
        yield URIRef(article), WS.inStory, iri
        yield URIRef(article), WS.inStoryBecause, string(because)


def _holders(articles: Sequence[str], topics: Mapping[str, Topic]) -> dict[str, int]:
    found: dict[str, int] = {}
    for article in articles:
        for word in topics[article].words:
            found[word] = found.get(word, 0) + 1
    return found


def _middle(articles: Sequence[str], topics: Mapping[str, Topic], alike: Mapping[str, Mapping[str, int]]) -> str:
    """Return the article that is most like all others, one with a title before all others."""

    def rank(article: str) -> tuple[bool, int, str, str]:
        likeness = sum(much for other, much in alike.get(article, {}).items() if other in among)
        return not topics[article].title, -likeness, topics[article].day or "9", article

    among = frozenset(articles)
    return min(articles, key=rank)


def _because(
    article: str,
    articles: Sequence[str],
    topics: Mapping[str, Topic],
    alike: Mapping[str, Mapping[str, int]],
    telling: Sequence[str],
) -> str:
    others = len(articles) - 1
    if not others:
        return "no other article tells of it"
    among = frozenset(articles)
    found = sum(much for other, much in alike.get(article, {}).items() if other in among)
    words = [word for word in telling if word in topics[article].words][:REASONS]
    shares = f"shares {', '.join(words)}; " if words else ""
    return f"{shares}likeness to the other {others}: {found / others / 1000:.2f}"
