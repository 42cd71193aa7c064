"""Learn whom pronouns and descriptions mean: ``python -m training.speakers CORPORA``.

Every choice that ``resolve`` makes on an annotated text is an example: its options with their features, and those of
them that are right, if any; the text is read on as if the right one had been chosen.  A log-linear model of the choice
is fitted to the pages of the press (``--texts``: and of the world press), the invented passages and GAP's validation
part (``speaker_model`` of the extractor's coreference).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from spacy.language import Language
from spacy.tokens import Doc

from training import pronouns
from training.linker import write
from training.press import annotated, article_of, kept, read_labels
from whosays.extract import Extractor
from whosays.extract.articles import prose_of
from whosays.extract.coreference import Asked, Option, Referent, resolve
from whosays.extract.pipeline import load_model
from whosays.extract.records import Span

SHIPPED = Path(__file__).parents[1] / "extract" / "model" / "speakers.json"
ALIKE = 0.3  # share of the characters of both that a name and an annotated mention have in common
STRENGTH: Mapping[Asked, float] = {"speaking": 2.0, "description": 20.0}  # of the penalty on how far weights move
# What the rules say; the weights are drawn to it where little is learned.
PRIOR: Mapping[Asked, Mapping[str, float]] = {
    "pronoun": {"salience": 4.0, "somebody": 100.0},  # always somebody
    "speaking": {"salience": 4.0, "somebody": 4.0},
    "description": {"by rule": 4.0, "somebody": -2.0},
}
LEANING = 1.5  # log odds by which a pronoun that speaks is rather somebody, so that no more are lost than by the rules
GAP_WEIGHT = 0.5  # of a choice of GAP, few of whose pronouns speak
RARE = 3  # choices in which a feature occurs, from which on it has a weight
SMALLEST = 0.01


@dataclass(frozen=True, slots=True)
class Lesson:
    """An annotated text: who (a number) is meant where, in characters of its Doc.

    ``sources`` are the places that speak, ``places`` those of other mentions; ``contents`` are pairs of content
    and source.
    """

    doc: Doc
    sources: Mapping[Span, int]
    places: Sequence[tuple[Span, int]]
    contents: Sequence[tuple[Span, Span]] = ()
    outlet: str | None = None
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Example:
    """One choice: the options' features and whether each is right."""

    options: Sequence[Mapping[str, float]]
    right: Sequence[bool]
    weight: float


@dataclass(slots=True)
class Teacher:
    """Chooses who is meant by the annotation, and remembers what there was to choose from."""

    lesson: Lesson
    examples: dict[Asked, list[Example]] = field(default_factory=lambda: {asked: [] for asked in PRIOR})

    def __call__(self, asked: Asked, token: int, options: Sequence[Option]) -> Referent | None:
        """Return the right option; where the annotation does not tell, the one that the rules would take."""
        meant = self._meant(token)
        if meant is None:
            return max(options, key=lambda o: o.features.get(BY_RULE[asked], 0.0)).referent if options else None
        right = [self._owner(option.referent) == meant for option in options]
        if options:
            self.examples[asked].append(Example([o.features for o in options], right, self.lesson.weight))
        return next((o.referent for o, is_right in zip(options, right, strict=True) if is_right), None)

    def _meant(self, token: int) -> int | None:
        at = self.lesson.doc[token].idx
        around = [(e - s, who) for (s, e), who in self.lesson.sources.items() if s <= at < e]
        return min(around)[1] if around else None

    def _owner(self, referent: Referent) -> int | None:
        """Return who most of a referent's places stand for."""
        votes: Counter[int] = Counter()
        for occurrence in referent.occurrences:
            alike = [(_alike(occurrence.span, place), who) for place, who in self._near(occurrence.span)]
            if alike and (best := max(alike))[0] >= ALIKE:
                votes[best[1]] += 1
        return max(votes, key=lambda who: (votes[who], -who)) if votes else None

    def _near(self, span: Span) -> Iterator[tuple[Span, int]]:
        for place, who in (*self.lesson.places, *self.lesson.sources.items()):
            if place[0] < span[1] and span[0] < place[1]:
                yield place, who


BY_RULE: Mapping[Asked, str] = {"pronoun": "salience", "speaking": "salience", "description": "by rule"}


def _alike(one: Span, other: Span) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared / (max(one[1], other[1]) - min(one[0], other[0]))


def examples(lessons: Iterable[Lesson]) -> dict[Asked, list[Example]]:
    """Return every choice that is made on annotated texts."""
    found: dict[Asked, list[Example]] = {asked: [] for asked in PRIOR}
    for lesson in lessons:
        teacher = Teacher(lesson)
        units = [unit.span for unit in lesson.doc._.units or ()]
        resolve(lesson.doc, list(lesson.sources), units, lesson.outlet, lesson.contents, choose=teacher)
        for asked, of_text in teacher.examples.items():
            found[asked] += of_text
    return found


def fit(found: Sequence[Example], strength: float, prior: Mapping[str, float]) -> dict[str, float]:
    """Return the weights under which the right options are likeliest; nobody of the options has a score of zero."""
    counts = Counter(name for e in found for name in {name for option in e.options for name in option})
    names = {name: i for i, name in enumerate(sorted(n for n, count in counts.items() if count >= RARE))}
    rows, cols, values, choice, right = [], [], [], [], []
    for number, example in enumerate(found):
        for option, is_right in zip(example.options, example.right, strict=True):
            for name, value in option.items():
                if name in names:
                    rows.append(len(choice))
                    cols.append(names[name])
                    values.append(value)
            choice.append(number)
            right.append(is_right)
    table = csr_matrix((values, (rows, cols)), shape=(len(choice), len(names)))
    which, truth = np.array(choice), np.array(right)
    nobody = np.array([not any(e.right) for e in found])
    weight = np.array([e.weight for e in found])
    start = np.array([prior.get(name, 0.0) for name in names])

    def loss(weights: np.ndarray[Any, Any]) -> tuple[float, np.ndarray[Any, Any]]:
        scores = table @ weights
        top = np.zeros(len(found))
        np.maximum.at(top, which, scores)
        odds = np.exp(scores - top[which])
        zero = np.exp(-top)
        whole, good = zero.copy(), zero * nobody
        np.add.at(whole, which, odds)
        np.add.at(good, which, odds * truth)
        value = float((weight * (np.log(whole) - np.log(good))).sum() + strength * ((weights - start) ** 2).sum() / 2)
        slope = (odds / whole[which] - odds * truth / good[which]) * weight[which]
        return value, table.T @ slope + strength * (weights - start)

    result = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 150})
    weights = {name: round(float(result.x[i]), 3) for name, i in names.items()}
    return {name: value for name, value in weights.items() if abs(value) >= SMALLEST}


def press_lessons(extractor: Extractor, rows: Iterable[tuple[Mapping[str, Any], str]]) -> Iterator[Lesson]:
    """Yield annotated pages."""
    for row, text in rows:
        article = article_of(text)
        prose = prose_of(article)
        back = {prose.offset(i): i for i in reversed(range(len(prose.text)))}

        def at(span: Sequence[int], back: Mapping[int, int] = back) -> Span | None:
            kept = [back[i] for i in range(span[0], span[1]) if i in back]
            return (kept[0], kept[-1] + 1) if kept else None

        spoken = [a for a in row["attributions"] if a["source"] and a["entity"] is not None and at(a["source"])]
        yield Lesson(
            extractor.read(prose.text, article),
            {source: a["entity"] for a in spoken if (source := at(a["source"]))},
            [(p, n) for n, e in enumerate(row["entities"]) for m in e["mentions"] if (p := at(m))],
            [(c, s) for a in spoken for span in a["content"] if (c := at(span)) and (s := at(a["source"]))],
            article.outlet.name if article.outlet else None,
        )


def gap_lessons(nlp: Language, corpora: Path) -> Iterator[Lesson]:
    """Yield the snippets of GAP's validation part in which the pronoun means one of the two names."""
    for text, pronoun, places, truth in pronouns.snippets(corpora, "validation"):
        if any(truth):
            named = [(place, number) for number, place in enumerate(places)]
            doc = nlp(text)
            yield Lesson(doc, {pronoun: truth.index(True)}, named, weight=GAP_WEIGHT)


def main(arguments: Sequence[str] | None = None) -> None:
    """Learn the model and write it."""
    parser = argparse.ArgumentParser(prog="python -m training.speakers", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--out", type=Path, default=SHIPPED, help="where the weights go (default: the shipped model)")
    parser.add_argument("--texts", type=Path, help="the texts of the pages of the world press, under any names")
    options = parser.parse_args(arguments)
    write(learn(lessons(Extractor(), options.corpora, options.texts)), options.out)


def lessons(
    extractor: Extractor, corpora: Path, texts: Path | None = None, *, open_only: bool = False
) -> Iterator[Lesson]:
    """Yield all that is learned from; of ``open_only`` the pages of the press are left out."""
    rows = [*(() if open_only else read_labels("press", "train")), *read_labels("passages")]
    yield from press_lessons(extractor, annotated(rows, corpora))
    if texts is not None and not open_only:
        yield from press_lessons(extractor, kept(texts, "train"))
    yield from gap_lessons(load_model(), corpora)


def learn(lessons: Iterable[Lesson]) -> dict[str, dict[str, float]]:
    """Return the weights of each question: of descriptions half-way to the learned, of silent pronouns the rules'.

    Descriptions learned in full lose three of 226 sources of made-up passages.  Pronouns that speak are learned from
    those of the pages and from GAP's, which are taken for such; silent ones, learned so, would mostly mean nobody.
    """
    found = examples(lessons)
    speaking = fit(found["speaking"], STRENGTH["speaking"], PRIOR["speaking"])
    speaking["somebody"] = round(speaking["somebody"] + LEANING, 3)
    rules, learned = PRIOR["description"], fit(found["description"], STRENGTH["description"], PRIOR["description"])
    middle = {name: (rules.get(name, 0.0) + learned.get(name, 0.0)) / 2 for name in {*rules, *learned}}
    described = {name: round(weight, 3) for name, weight in middle.items() if abs(weight) >= SMALLEST}
    return {"pronoun": dict(PRIOR["pronoun"]), "speaking": speaking, "description": described}
