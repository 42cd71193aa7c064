"""Time and memory of lineage on made-up articles: per article the same, however many there are.

Run ``python -m benchmarks.lineage 1000 10000``; one JSON line for each size.  The generator is seeded.  Every
article has 300 words of an invented vocabulary with the frequencies of a natural language, an outlet out of
sixty with boilerplate of its own, and stock phrases that all share.  Every third one carries wire copy, whole
or the first third of it, of a report that one to a hundred outlets took over.
"""

from __future__ import annotations

import itertools
import json
import random
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from benchmarks.deriving import Derived
from whosays.graph.articles import Article, Credits, Told

WORDS: Final = 300
OUTLETS: Final = 60
VOCABULARY: Final = 20_000
STOCK: Final = 200
SYLLABLES: Final = (
    "ba",
    "den",
    "fi",
    "gor",
    "hu",
    "ka",
    "lem",
    "mi",
    "nor",
    "pa",
    "rus",
    "sel",
    "ta",
    "vo",
    "wen",
    "zi",
)


@dataclass(frozen=True, slots=True)
class Made:
    """An article that was made up: who wrote it, when, its text, and the report that it carries."""

    iri: str
    outlet: str
    day: str
    text: str
    agency: str | None = None
    carries: str | None = None


class Press:
    """A made-up press of which every seed gives another."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - makes texts, not secrets
        self._words = ["".join(self._random.choices(SYLLABLES, k=1 + n % 4)) for n in range(VOCABULARY)]
        self._weights = list(itertools.accumulate(1 / (rank + 10) for rank in range(VOCABULARY)))
        self._stock = [self._run(self._random.randint(5, 9)) for _ in range(STOCK)]
        self._furniture = [self._run(24) for _ in range(OUTLETS)]

    def articles(self, count: int) -> Iterator[Made]:
        """Yield articles: reports of the agency, what others make of them, and what has nothing to do with it."""
        number = 0
        while number < count:
            report = self._article(f"{number:06d}-r", 0, WORDS, agency="Norlan")
            yield report
            takers = min(self._random.choice((0, 0, 1, 2, 3, 5, 20)) or 0, count - number - 1)
            if number % 1000 == 0:
                takers = min(100, count - number - 1)
            for taker in range(1, takers + 1):
                yield self._taken(report, f"{number + taker:06d}-t")
            number += 1 + takers
            for alone in range(min(2 * takers + 2, count - number)):
                yield self._article(f"{number + alone:06d}-a", self._random.randrange(1, OUTLETS), WORDS)
            number += min(2 * takers + 2, max(0, count - number))

    def _taken(self, report: Made, iri: str) -> Made:
        body = report.text.split("\n\n")[0].split()
        part = self._random.choice((WORDS, WORDS // 3))
        own = self._article(iri, self._random.randrange(1, OUTLETS), WORDS - part)
        kept = [word if self._random.random() > 0.03 else self._word() for word in body[:part]]
        return Made(iri, own.outlet, "2031-03-05", f"{' '.join(kept)} {own.text}", carries=report.iri)

    def _article(self, iri: str, outlet: int, words: int, agency: str | None = None) -> Made:
        said: list[str] = []
        while len(said) < words:
            said += self._random.choice(self._stock).split() if self._random.random() < 0.1 else self._run(12).split()
        text = f"{' '.join(said[:words])}\n\n{self._furniture[outlet]}"
        return Made(iri, f"outlet {outlet}", f"2031-03-{self._random.randint(1, 28):02d}", text, agency)

    def _run(self, words: int) -> str:
        return " ".join(self._random.choices(self._words, cum_weights=self._weights, k=words))

    def _word(self) -> str:
        return self._random.choices(self._words, cum_weights=self._weights)[0]


def article(made: Made) -> Article:
    """Return the article as its graph would tell it."""
    day = "2031-03-04" if made.agency else made.day
    told = Told(made.iri, day, frozenset(), (), (), {})
    return Article(made.iri, made.text, Credits(made.outlet, wire=made.agency), (), {}, told)


def measure(count: int) -> dict[str, float]:
    """Return seconds, memory and findings for so many articles, and what one more costs."""
    made = list(Press(7).articles(count))
    truth = {(each.iri, each.carries) for each in made if each.carries}
    last = next(each for each in reversed(made) if each.carries)
    derived = Derived("numbers", "copies")
    started = time.process_time()
    derived.follow(article(each) for each in made if each is not last)
    done = time.process_time()
    derived.follow([article(last)])
    more = time.process_time() - done
    reuses = derived.parts["copies"].reuses(each.iri for each in made)
    found = {(reuse.copy, reuse.original) for reuse in reuses if reuse.original}
    return {
        "articles": len(made),
        "lineage_ms": round(1000 * (done - started) / len(made), 3),
        "one_more_s": round(more, 3),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "copies": len(truth),
        "precision": round(len(found & truth) / max(1, len(found)), 4),
        "recall": round(len(found & truth) / max(1, len(truth)), 4),
    }


def main(sizes: list[str]) -> None:
    """Print a JSON line for each size."""
    for size in sizes or ["1000", "10000"]:
        print(json.dumps(measure(int(size))))


if __name__ == "__main__":
    main(sys.argv[1:])
