"""On the sample's gold, who is who across articles is found with hardly an error and no two people made one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import combinations

import pytest
from rapidfuzz.fuzz import ratio, token_set_ratio

from benchmarks.deriving import Resolution, resolve
from benchmarks.shuffling import read
from corpus import GoldArticle, GoldEntity, sample_gold
from whosays.extract.records import ArticleRecord, Attribution, Entity, Outlet
from whosays.graph import KnowledgeGraph
from whosays.graph.names.normalization import is_acronym, plain
from whosays.graph.names.organisation_names import initials
from whosays.graph.rdf.iris import article_iri, referent_iri

# a run of capitalised words, with small ones between: what a reader of names marks
_PROPER = re.compile(r"(?:\d+\w*|[A-Z][\w’'.-]*)(?:(?: of| for)? (?:[A-Z][\w’'.-]*|special forces group))*")
_PRONOUNS = frozenset("he she it they him her his its their them".split())
_ALIKE = 55


@pytest.fixture(scope="module")
def resolved() -> tuple[Resolution, dict[str, str]]:
    """Resolve the gold as if it had been extracted; with it, each named referent's gold id."""
    gold: dict[str, str] = {}
    with KnowledgeGraph.in_memory() as graph:
        for article in sample_gold().articles:
            record = as_extracted(article)
            graph.add(record)
            iri = article_iri(record)
            gold |= {str(referent_iri(iri, min(e.mentions))): e.id for e in article.entities if _counts(e)}
        return resolve(name for article in read(graph) for name in article.names), gold


def test_who_is_who_in_the_gold_sample(resolved: tuple[Resolution, dict[str, str]]) -> None:
    """Pairwise F of the named referents is at least .95."""
    resolution, gold = resolved
    found = _pairs({r: slug for r, slug in resolution.slugs.items() if r in gold})
    wanted = _pairs(gold)
    right = len(found & wanted)
    assert len(wanted) > 150
    assert 2 * right / (len(found) + len(wanted)) >= 0.95


def test_no_two_people_of_the_sample_become_one(resolved: tuple[Resolution, dict[str, str]]) -> None:
    """Not one entity holds two that are named, in spite of four pairs of one surname."""
    resolution, gold = resolved
    held = [{gold[r] for r in referents if r in gold} for referents in resolution.referents.values()]
    assert [sorted(ids) for ids in held if len(ids) > 1] == []


@pytest.mark.parametrize("who", ["qadhari", "orlune", "dzhanov", "oyelle"])
def test_spellings_of_the_sample_are_one_person(who: str, resolved: tuple[Resolution, dict[str, str]]) -> None:
    """However they are spelt, and they are spelt in several ways, they are one each."""
    resolution, gold = resolved
    (entity,) = (e for e in resolution.entities if any(gold.get(r) == who for r in resolution.referents[e.slug]))
    assert len({plain(label) for label in (entity.label, *entity.other_labels) if " " in label}) > 1


def as_extracted(article: GoldArticle) -> ArticleRecord:
    """Return the gold of an article as a perfect extraction would: names as this article has them, no others."""
    return ArticleRecord(
        path=article.article,
        sha256="",
        text=article.text,
        title=article.title,
        outlet=Outlet(article.outlet) if article.outlet else None,
        wire=article.wire,
        published=article.published,
        language="en",
        entities=tuple(_entity(e, article.text) for e in article.entities),
        attributions=tuple(
            Attribution(
                id=a.id,
                source=a.source,
                entity=a.entity,
                cue=(a.cue,) if a.cue else (),
                content=a.content,
                inside=a.inside,
                quote=a.quote,
                stance=a.stance,
                certainty=a.certainty,
                confidence=1.0,
            )
            for a in article.attributions
        ),
    )


def _entity(gold: GoldEntity, text: str) -> Entity:
    texts = [" ".join(text[start:end].split()) for start, end in gold.mentions]
    names = list(dict.fromkeys(name for mention in texts if (name := _name(mention, gold))))
    if gold.named and not names:  # a description only: "the water authority"
        names = [max((m for m in texts if m.lower() not in _PRONOUNS), key=len, default=gold.name)]
    longest = max(names, key=len, default=gold.name)
    aliases = tuple(names) if gold.named else ()
    return Entity(gold.id, gold.type, longest, gold.named and not gold.members, gold.mentions, aliases, gold.role)


def _name(mention: str, gold: GoldEntity) -> str:
    """Return the name inside a mention: of its runs of capitalised words, the one most like who is meant."""
    runs = [re.sub(r"[’']s$|[.,]+$", "", run) for run in _PROPER.findall(mention)]
    if gold.type == "Person":
        runs = [" ".join(words[i:j]) for run in runs for words in [run.split()] for i, j in _inside(len(words))]
    fitting = [(_likeness(run, gold), len(run), run) for run in runs]
    return max(((like, length, run) for like, length, run in fitting if like >= _ALIKE), default=(0, 0, ""))[2]


def _likeness(run: str, gold: GoldEntity) -> float:
    if is_acronym(run) and initials(plain(gold.name)) == plain(run):
        return 100.0
    return (ratio if gold.type == "Person" else token_set_ratio)(plain(run), plain(gold.name))


def _inside(length: int) -> list[tuple[int, int]]:
    return [(i, j) for i in range(length) for j in range(i + 1, length + 1)]


def _counts(entity: GoldEntity) -> bool:
    return entity.named and not entity.members


def _pairs(labels: Mapping[str, str]) -> set[tuple[str, str]]:
    return {(a, b) for a, b in combinations(sorted(labels), 2) if labels[a] == labels[b]}
