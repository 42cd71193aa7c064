"""Records that nobody wrote: as many articles as wanted, all of the shape that ``extract`` gives."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.rough import as_read
from whosays.extract.records import ArticleRecord, Attribution, Entity, Figure, Outlet, Span

SEED = 11
SENTENCES = 12  # an article; each is a chain of two voices with a figure
OUTLETS = tuple(f"Outlet {letter}" for letter in "ABCDEFGHIJKLMNOPQRST")
FIRST_NAMES = "Ana Bo Cid Dov Eli Fay".split()
PEOPLE = tuple(f"{first} Lund{letter}en" for first in FIRST_NAMES for letter in "abcdefgh")
BODIES = tuple(f"Vor{letter}al Ministry" for letter in "abcdefghij")
MEASURES = ("killed", "wounded", "missing", "displaced")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence at ``start`` of its article: who says, citing whom, how many."""

    start: int
    person: str
    body: str
    low: int
    measure: str

    @property
    def text(self) -> str:
        return f"{self.person} said, citing {self.body}, that at least {self.low} people were {self.measure}."

    def at(self, words: str) -> Span:
        begin = self.start + self.text.index(words)
        return begin, begin + len(words)

    @property
    def content(self) -> Span:
        return self.at(self.text[self.text.index("that at least") : -1])


def made_up(articles: int) -> Iterator[ArticleRecord]:
    """Yield ``articles`` records; the same number gives the same records."""
    random = Random(SEED)  # noqa: S311 - not for secrets
    for number in range(articles):
        yield _article(number, random)


def _article(number: int, random: Random) -> ArticleRecord:
    sentences = list(_sentences(random))
    text = "".join(f"{sentence.text}\n" for sentence in sentences)
    return as_read(
        ArticleRecord(
            path=f"{number:06d}.txt",
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            text=text,
            title=f"Article {number}",
            outlet=Outlet(random.choice(OUTLETS)),
            published=f"2024-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
            language="en",
            entities=tuple(_entities(sentences)),
            attributions=tuple(hop for order, sentence in enumerate(sentences) for hop in _hops(2 * order, sentence)),
            figures=tuple(_figure(2 * order + 1, sentence) for order, sentence in enumerate(sentences)),
        )
    )


def _sentences(random: Random) -> Iterator[_Sentence]:
    start = 0
    for _ in range(SENTENCES):
        person, body, measure = (random.choice(words) for words in (PEOPLE, BODIES, MEASURES))
        sentence = _Sentence(start, person, body, random.randint(2, 400), measure)
        yield sentence
        start += len(sentence.text) + 1


def _entities(sentences: Sequence[_Sentence]) -> Iterator[Entity]:
    mentions: dict[str, list[Span]] = {}
    for sentence in sentences:
        for name in (sentence.person, sentence.body):
            mentions.setdefault(name, []).append(sentence.at(name))
    for name, spans in mentions.items():
        yield Entity(name, "Person" if name in PEOPLE else "Organization", name, True, tuple(spans))


def _hops(number: int, sentence: _Sentence) -> Iterator[Attribution]:
    voices = ((sentence.person, "said", None, "reports"), (sentence.body, "citing", number, "asserts"))
    for order, (name, cue, inside, stance) in enumerate(voices):
        yield Attribution(
            id=number + order,
            source=sentence.at(name),
            entity=name,
            cue=(sentence.at(cue),),
            content=(sentence.content,),
            inside=inside,
            quote="indirect",
            stance=stance,  # type: ignore[arg-type]
            certainty="certain",
            confidence=0.9,
            cue_lemma=cue,
        )


def _figure(hop: int, sentence: _Sentence) -> Figure:
    return Figure(
        span=sentence.at(f"at least {sentence.low}"),
        low=sentence.low,
        high=None,
        approximate=False,
        measure=sentence.measure,
        of="people",
        attribution=hop,
        sentence=(sentence.start, sentence.start + len(sentence.text)),
    )
