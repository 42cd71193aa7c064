"""What a graph holds, or what a build added to it, told to a person: who is heard, what is in doubt, what is left out.

A summary tells of the articles that were asked for.  Where these are all that the graph holds, it tells of the whole
graph; of an addition it tells what the new articles say and what of it joins with articles that were there before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rdflib import RDF, Dataset

from whosays.graph import is_one_body, measure_name, pairs_of, worded
from whosays.lines import counted, in_columns, many, ranked, shortened, some, wrapped
from whosays.ontology import WS, label
from whosays.summary.across import carried, copied, joined, opposed
from whosays.summary.counts import CONFLICTS, CONTRADICTORY, Answers, answers
from whosays.summary.doubts import (
    conflicts,
    copies,
    denied,
    doubted,
    hedged,
    innermost,
    sentence,
    unverified,
    voices,
    with_counted,
)
from whosays.summary.ground import Part, Whole
from whosays.summary.left_out import left_out
from whosays.summary.samples import Row, faults, is_headless, is_pronoun

if TYPE_CHECKING:
    from whosays.building import BuildReport

SOURCES = 8
OUTLETS = 8
CHAINS = 4
WORDS = 180  # characters of what a chain carries: two lines
EXAMPLES = 4
AHEAD = re.compile(
    r"(?:will|wo|shall|[’']ll|(?:is|are|was|were|be|been) (?:\w+ )?(?:expected|due|set|to))\b", re.IGNORECASE
)
TOLD_AHEAD = "expected"  # the certainty of what is to come
UNTOLD = "outlet not named"
TO_TELL = "who published them can be told: whosays build ... --outlet NAME, or --facts TABLE for each article"
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
QUOTING = {"indirect": "in other words", "direct": "quoted", "mixed": "partly quoted"}
ARTICLE = re.compile(r"(?:An?|The|Some|One|Two|Several|Many|His|Her|Its|Their|My) (?=\w)")  # that opens a sentence


def summarise(dataset: Dataset, report: BuildReport | None = None) -> str:
    """Return the summary of a graph, or of what the build that just ended added to it."""
    size = sum(1 for _ in dataset.subjects(RDF.type, WS.Article))
    if report is None or report.news is None:
        return tell(answers(Whole(pairs_of(dataset))), report)
    come = report.news.articles
    if len(come) == size or (not come and report.known >= size):
        return tell(answers(Whole(pairs_of(dataset))), report)
    if not come:
        return f"{_size(size, report)}\n"
    return tell_addition(Part(dataset, come, report.news.merges), size, report)


def tell(answers: Answers, report: BuildReport | None = None) -> str:
    """Return the summary of answers by question, each a list of rows by column."""
    return _paragraphs(
        (
            _articles(answers["articles"], _size(len(answers["articles"]), report)),
            _attributions(answers["attributions"]),
            _sources(answers["sources"]),
            joined(answers["merges"]),
            _unnamed(answers["unnamed-sources"]),
            _chains(answers["what-outlet-says"]),
            carried(answers["origins"]),
            copied(answers["wire-copies"], answers["exact-copies"]),
            _figures(answers["figures"]),
            *_doubts(answers),
            copies(answers["exact-copies"]),
            left_out(answers["skipped"]),
        )
    )


def tell_addition(ground: Part, size: int, report: BuildReport) -> str:
    """Return what articles brought to a graph that has ``size`` of them now; of what they did not bring, nothing."""
    found = answers(ground)
    sources = found["sources"]
    bring = "the new one brings" if len(ground.articles) == 1 else "the new ones bring"
    elsewhere = sum(map(ground.is_elsewhere, (row["id"] for row in sources)))
    return _paragraphs(
        (
            _articles(found["articles"], f"{_size(size, report)}; below, what {bring}"),
            _attributions(found["attributions"]),
            _sources(sources, f", {elsewhere} of them in other articles too"),
            joined(found["merges"]),
            _unnamed(found["unnamed-sources"]),
            _chains(found["what-outlet-says"]),
            carried(found["origins"]),
            copied(found["wire-copies"], found["exact-copies"]),
            _figures(found["figures"]) if found["figures"] else (),
            *_doubts(found, tell_of_none=False),
            copies(found["exact-copies"]),
            left_out(found["skipped"]),
        )
    )


def _doubts(answers: Answers, *, tell_of_none: bool = True) -> Iterator[Iterable[str]]:
    """Tell what deserves a second look, and in one line, if asked to, of what there is nothing."""
    held_back = [row for row in answers["hedges"] if not _is_ahead(row)]
    told = {row["id"] for row in held_back}
    ahead = [row for row in answers["hedges"] if _is_ahead(row) and row["id"] not in told]
    accounts = answers.get(CONFLICTS, [])
    sections = (
        ("accounts that contradict each other", bool(accounts), opposed(accounts)),
        (
            "figures that contradict each other",
            bool(answers[CONTRADICTORY]),
            conflicts("Issues on which figures contradict each other", answers[CONTRADICTORY]),
        ),
        ("denials", bool(answers["denials"]), doubted("Denied or doubted", answers["denials"], denied, "denials")),
        (
            "claims that could not be verified",
            bool(answers["unverified"]),
            doubted("Not verified", answers["unverified"], unverified, "unverified"),
        ),
        ("hedges", bool(held_back), doubted("Hedged", held_back, hedged, "hedges")),
        ("forecasts", bool(ahead), doubted("Told as yet to come", ahead, hedged, "hedges")),
    )
    yield from (told for _, is_there, told in sections if is_there)
    missing = [name for name, is_there, _ in sections if not is_there]
    if tell_of_none and missing:
        yield wrapped(f"None found: {', '.join(missing)}", indent=0)


def _is_ahead(hedge: Row) -> bool:
    """Tell "will", beside which a stronger hedge may stand, from what holds back."""
    return hedge["certainty"] == TOLD_AHEAD or AHEAD.match(hedge["hedge"]) is not None


def _paragraphs(sections: Iterable[Iterable[str]]) -> str:
    told = ("".join(f"{line}\n" for line in section) for section in sections)
    return "\n".join(section for section in told if section)


def _size(size: int, report: BuildReport | None) -> str:
    if report is None:
        return many(size, "article")
    return f"{many(size, 'article')}: {report.added} new, {report.known} known already, {len(report.failed)} failed"


def _articles(articles: list[Row], title: str) -> Iterator[str]:
    yield title
    works = {row["work"]: row for row in articles}.values()  # versions of one count once
    outlets = [row["outlet"] for row in works if row["outlet"]]
    untold = [f"{UNTOLD} {len(works) - len(outlets)}"] if len(outlets) < len(works) else []
    yield from wrapped(", ".join([*filter(None, [counted(outlets)]), *untold]))
    yield from wrapped(TO_TELL) if 2 * len(outlets) < len(works) else ()
    versions = sum(row["revises"] is not None for row in articles)
    are = "1 of them is a later version of another" if versions == 1 else f"{versions} of them are later versions"
    yield from wrapped(f"{are}, counted once below (whosays query versions)") if versions else ()
    wires = counted(row["wire"] for row in works)
    foreign = counted(row["language"] for row in works if row["language"] != "en")
    yield from wrapped(f"wire copy: {wires}") if wires else ()
    yield from wrapped(f"not in English, so not read: {foreign}") if foreign else ()


def _attributions(attributions: list[Row]) -> Iterator[str]:
    yield many(len(attributions), "attribution")
    yield from wrapped(counted(label(row["stance"]) for row in attributions))
    yield from wrapped(counted(QUOTING.get(row["quote"], row["quote"]) for row in attributions))


def _sources(sources: list[Row], known: str = "") -> Iterator[str]:
    if not sources:
        return
    first = ", those in most articles first" if len(sources) > 1 else ""
    yield f"{many(len(sources), 'source')} with a name{known}{first}"
    widely = sorted(sources, key=lambda row: (-row["articles"], -row["attributions"], str(row["entity"])))
    yield from in_columns((row["entity"], _heard(row)) for row in widely[:SOURCES])


def _heard(source: Row) -> str:
    times, articles = source["attributions"], source["articles"]
    often = "once" if times == 1 else f"{times} times in {many(articles, 'article')}"
    outlets = (source["outlet_names"] or "").split("; ")
    if not outlets[0]:
        return often
    more = [f"{len(outlets) - OUTLETS} more"] if len(outlets) > OUTLETS else []
    untold = [UNTOLD] if source["untold"] else []
    return f"{often}: {', '.join([*outlets[:OUTLETS], *more, *untold])}"


def _unnamed(attributions: list[Row]) -> Iterator[str]:
    titles = {True: "bodies told by whose they are", False: "sources without a name"}
    for described, title in titles.items():
        rows = [row for row in attributions if described == _is_one_body(row)]
        if rows:
            yield f"{many(len(rows), 'attribution')} to {title}"
            yield from wrapped(some(_most_heard(row["entity"] or row["source"] or "" for row in rows), SOURCES))


def _is_one_body(row: Row) -> bool:
    return any(is_one_body(row[key] or "") for key in ("entity", "source"))


def _most_heard(descriptions: Iterable[str]) -> list[str]:
    """Return descriptions of those without a name, the most frequent first, in small letters where one spells it so."""
    spellings: dict[str, Counter[str]] = {}
    for text in (_lowered(text) for text in descriptions if text and not is_pronoun(text)):
        spellings.setdefault(text.casefold(), Counter())[text] += 1
    often = sorted(spellings.values(), key=lambda found: -found.total())
    return [f"{max(found)} {found.total()}" if found.total() > 1 else max(found) for found in often]


def _lowered(description: str) -> str:
    """Return "a teacher" of the "A teacher" that a sentence begins with."""
    return description[:1].lower() + description[1:] if ARTICLE.match(description) else description


def _chains(innermost_hops: list[Row]) -> Iterator[str]:
    depths = Counter(map(_depth, innermost_hops))
    yield f"{many(len(innermost_hops), 'chain')} from the outlet to the innermost voice"
    yield from wrapped(", ".join(f"{count} {_through(depth)}" for depth, count in sorted(depths.items())))
    for row in _exemplary(innermost_hops):
        yield from wrapped(voices(row))
        yield from wrapped(shortened(_said(row), WORDS), indent=4)


def _depth(row: Row) -> int:
    return str(row["chain"] or "").count(" > ")


def _through(depth: int) -> str:
    if depth == 0:
        return "in the outlet's own words"
    return f"through {NUMBERS[depth] if depth < len(NUMBERS) else depth} voice{'' if depth == 1 else 's'}"


def _exemplary(hops: list[Row]) -> list[Row]:
    """Return chains of several voices, all named and none denying it, that carry whole sentences.

    One of each last voice, those first whose last voice most outlets print.
    """
    relayed = [row for row in hops if _depth(row) > 1 and row["is_plain"] and row["content"]]
    printed_by: dict[str, set[str]] = {}
    for row in relayed:
        printed_by.setdefault(innermost(row["chain"]), set()).add(row["outlet"])
    spread = {voice: len(outlets) for voice, outlets in printed_by.items()}
    whole = [(_faults(row), row) for row in relayed if not is_headless(_said(row))]
    ordered = sorted(whole, key=lambda item: (item[0], -spread[innermost(item[1]["chain"])], item[1]["chain"]))
    return list({innermost(row["chain"]): row for _, row in reversed(ordered)}.values())[::-1][:CHAINS]


def _faults(row: Row) -> int:
    return faults(_said(row), clause=row["says"])


def _said(row: Row) -> str:
    return sentence(worded(row.get("clause") or row["content"]))


def _figures(figures: list[Row]) -> Iterator[str]:
    yield many(len(figures), "figure")
    measures = ranked(Counter(row["measure"] for row in figures if row["measure"]))
    repeated = [item for item in measures if item[1] > 1] or measures
    telling = sorted(figures, key=lambda row: not row["of"])  # "two" tells less than "two sailors"
    yield from in_columns(
        (
            f"{measure_name(measure)} {count}",
            some((_counted(row) for row in telling if row["measure"] == measure), EXAMPLES),
        )
        for measure, count in repeated[:SOURCES]
    )


def _counted(row: Row) -> str:
    return with_counted(row["text"], row["of"], row["measure"] if row["measure"].startswith("%") else None)
