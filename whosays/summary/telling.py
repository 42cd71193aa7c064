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

from whosays.graph import pairs_of, worded
from whosays.lines import counted, in_columns, many, ranked, shortened, some, wrapped
from whosays.ontology import WS, label
from whosays.summary.across import carried, copied, joined
from whosays.summary.counts import CONTRADICTORY, Answers, Row, answers
from whosays.summary.doubts import (
    conflicts,
    copies,
    denied,
    doubted,
    hedged,
    innermost,
    sentence,
    unverified,
    with_counted,
)
from whosays.summary.ground import Part, Whole

if TYPE_CHECKING:
    from whosays.building import BuildReport

SOURCES = 8
OUTLETS = 8
CHAINS = 4
WORDS = 180  # characters of what a chain carries: two lines
EXAMPLES = 4
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
DOUBTS = ("denials", "unverified", "hedges")  # the questions of the sections on doubt, in their order
QUOTING = {"indirect": "in other words", "direct": "quoted", "mixed": "partly quoted"}
SHARE = "share"  # what figures in per cent tell, where nothing else is told of them
ARTICLE = re.compile(r"(?:An?|The|Some|One|Two|Several|Many|His|Her|Its|Their|My) (?=\w)")  # that opens a sentence
QUOTED = re.compile(r" '[^']*'")  # the word that a reason names; reasons are counted without it


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
            copied(answers["wire-copies"]),
            _figures(answers["figures"]),
            _conflicts(answers),
            *_doubts(answers),
            copies(answers["exact-copies"]),
            _skipped(answers["skipped"]),
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
            copied(found["wire-copies"]),
            _figures(found["figures"]) if found["figures"] else (),
            _conflicts(found) if found[CONTRADICTORY] or found["figures-conflict"] else (),
            *(section for section, name in zip(_doubts(found), DOUBTS, strict=True) if found[name]),
            copies(found["exact-copies"]),
            _skipped(found["skipped"]),
        )
    )


def _doubts(answers: Answers) -> Iterator[Iterator[str]]:
    yield doubted("Denied or doubted", answers["denials"], denied)
    yield doubted("Not verified", answers["unverified"], unverified)
    yield doubted("Hedged, or told as yet to come", answers["hedges"], hedged)


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
    untold = [f"outlet not told {len(works) - len(outlets)}"] if len(outlets) < len(works) else []
    yield from wrapped(", ".join([*filter(None, [counted(outlets)]), *untold]))
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
    yield f"{many(len(sources), 'source')} with a name{known}, those in most outlets first"
    widely = sorted(sources, key=lambda row: (-row["outlets"], -row["attributions"], str(row["entity"])))
    yield from in_columns((row["entity"], _heard(row)) for row in widely[:SOURCES])


def _heard(source: Row) -> str:
    times, articles = source["attributions"], source["articles"]
    often = "once" if times == 1 else f"{times} times in {many(articles, 'article')}"
    outlets = (source["outlet_names"] or "").split("; ")
    more = f" and {len(outlets) - OUTLETS} more" if len(outlets) > OUTLETS else ""
    return f"{often}: {', '.join(outlets[:OUTLETS])}{more}" if outlets[0] else often


def _unnamed(attributions: list[Row]) -> Iterator[str]:
    if attributions:
        yield f"{many(len(attributions), 'attribution')} to sources without a name"
        told = some((_lowered(row["entity"] or row["source"] or "") for row in attributions), SOURCES)
        yield from wrapped(told)


def _lowered(description: str) -> str:
    """Return "a teacher" of the "A teacher" that a sentence begins with."""
    return description[:1].lower() + description[1:] if ARTICLE.match(description) else description


def _chains(innermost_hops: list[Row]) -> Iterator[str]:
    depths = Counter(map(_depth, innermost_hops))
    yield f"{many(len(innermost_hops), 'chain')} from the outlet to the innermost voice"
    yield from wrapped(", ".join(f"{count} {_through(depth)}" for depth, count in sorted(depths.items())))
    for row in _exemplary(innermost_hops):
        yield from wrapped(row["chain"])
        yield from wrapped(shortened(sentence(worded(row.get("clause") or row["content"])), WORDS), indent=4)


def _depth(row: Row) -> int:
    return str(row["chain"] or "").count(" > ")


def _through(depth: int) -> str:
    if depth == 0:
        return "in the outlet's own words"
    return f"through {NUMBERS[depth] if depth < len(NUMBERS) else depth} voice{'' if depth == 1 else 's'}"


def _exemplary(hops: list[Row]) -> list[Row]:
    """Return chains of several voices, all named; those first whose last voice most outlets print."""
    relayed = [row for row in hops if _depth(row) > 1 and "(" not in row["chain"] and row["content"]]
    printed_by: dict[str, set[str]] = {}
    for row in relayed:
        printed_by.setdefault(innermost(row["chain"]), set()).add(row["outlet"])
    spread = {voice: len(outlets) for voice, outlets in printed_by.items()}
    ordered = sorted(relayed, key=lambda row: (-spread[innermost(row["chain"])], innermost(row["chain"]), row["chain"]))
    return list({row["chain"]: row for row in reversed(ordered)}.values())[::-1][:CHAINS]


def _figures(figures: list[Row]) -> Iterator[str]:
    yield many(len(figures), "figure")
    measures = ranked(Counter(row["measure"] for row in figures if row["measure"]))
    repeated = [item for item in measures if item[1] > 1] or measures
    yield from in_columns(
        (
            f"{SHARE if measure == '%' else measure} {count}",
            some((_counted(row) for row in figures if row["measure"] == measure), EXAMPLES),
        )
        for measure, count in repeated[:SOURCES]
    )


def _conflicts(answers: Answers) -> Iterator[str]:
    """Tell what the comparison of figures finds; where no issue has a contradiction, pairs that are worth a look."""
    if answers[CONTRADICTORY]:
        return conflicts("Issues on which figures contradict each other", answers[CONTRADICTORY])
    title = "Figures that cannot both be right, if they count the same"
    return conflicts(title, answers["figures-conflict"])


def _counted(row: Row) -> str:
    return with_counted(row["text"], row["of"], row["measure"] if row["measure"].startswith("%") else None)


def _skipped(skipped: list[Row]) -> Iterator[str]:
    if not skipped:
        return
    yield f"{many(len(skipped), 'passage')} skipped that had a reporting word or a number (whosays query skipped)"
    kinds: dict[str, Counter[str]] = {}
    for row in skipped:
        kind, _, why = QUOTED.sub("", row["why"]).partition(": ")
        kinds.setdefault(kind, Counter())[why] += 1
    for kind, reasons in sorted(kinds.items(), key=lambda item: -item[1].total()):
        told = ", ".join(f"{why} {count}" for why, count in ranked(reasons) if why)
        yield from wrapped(f"{kind} {reasons.total()}{': ' if told else ''}{told}")
