"""What a graph holds, told to a person at the end of a build: who is heard, what is in doubt, what was left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from whosays.across import carried, contradictory, copied, joined
from whosays.counts import Answers, Row, counts
from whosays.doubts import candidates, conflicts, copies, denied, doubted, hedged, innermost, unverified
from whosays.lines import counted, in_columns, many, ranked, shortened, some, wrapped

if TYPE_CHECKING:
    from rdflib import Dataset

    from whosays.building import BuildReport
    from whosays.counts import Pairs


QUESTIONS = (
    "articles",
    "attributions",
    "denials",
    "exact-copies",
    "figures",
    "figures-conflict",
    "hedges",
    "merges",
    "origins",
    "skipped",
    "sources",
    "unnamed-sources",
    "unverified",
    "what-outlet-says",
    "wire-copies",
)
CONTRADICTORY = "figures that contradict"  # no question of the catalogue gives them once each
SOURCES = 8
OUTLETS = 8
CHAINS = 4
WORDS = 180  # characters of what a chain carries: two lines
EXAMPLES = 4
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
SUMMED_UP = 1000  # articles; with more of them, examples take longer than anybody waits for them
FEW = 0.01  # of the articles of a large graph; a build that adds fewer takes less time than counting all of it
NO_EXAMPLES = "No examples of so many: ask for what you look for, narrowed with --param"
STANCES = {"noComment": "does not comment", "unverified": "could not verify"}
QUOTED = re.compile(r" '[^']*'")  # the word that a reason names; reasons are counted without it


def summarise(dataset: Dataset, report: BuildReport | None = None, pairs: Pairs | None = None) -> str:
    """Return the summary of a graph, and of the build that just ended where there was one.

    A large graph is told without examples, counted through ``pairs`` (``KnowledgeGraph.pairs``) where that is given;
    where the build added next to nothing to it, what the build did is all.
    """
    from whosays.queries import run  # noqa: PLC0415 - heavy, and the command line imports this module

    size = _size(dataset)
    if size > SUMMED_UP and report is not None and report.added < FEW * size:
        return f"{many(size, 'article')}{_this_build(report)}\n{NO_EXAMPLES}\n"
    if size > SUMMED_UP:
        return tell_counts(counts(pairs or _pairs(dataset)), report)
    answers: Answers = {}
    for name in QUESTIONS:
        table = run(dataset, name)
        answers[name] = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    answers[CONTRADICTORY] = contradictory(dataset)
    return tell(answers, report)


def _pairs(dataset: Dataset) -> Pairs:
    return lambda link: ((str(subject), str(value)) for subject, value in dataset.subject_objects(link))


def _size(dataset: Dataset) -> int:
    from rdflib import RDF  # noqa: PLC0415 - as above

    from whosays.ontology import WS  # noqa: PLC0415 - as above

    return sum(1 for _ in dataset.subjects(RDF.type, WS.Article))


def tell(answers: Answers, report: BuildReport | None = None) -> str:
    """Return the summary of answers by question, each a list of rows by column."""
    sections = (
        _articles(answers["articles"], report),
        _attributions(answers["attributions"]),
        _sources(answers["sources"]),
        joined(answers["merges"]),
        _unnamed(answers["unnamed-sources"]),
        _chains(answers["what-outlet-says"]),
        carried(answers["origins"]),
        copied(answers["wire-copies"]),
        _figures(answers["figures"]),
        _conflicts(answers),
        doubted("Denied or doubted", answers["denials"], denied),
        doubted("Not verified", answers["unverified"], unverified),
        doubted("Hedged", answers["hedges"], hedged),
        copies(answers["exact-copies"]),
        _skipped(answers["skipped"]),
    )
    return _paragraphs(sections)


def tell_counts(answers: Answers, report: BuildReport | None = None) -> str:
    """Return the summary of what ``counts`` counted."""
    copies = len({row["copy"] for row in answers["wire-copies"]})
    figures = answers["figures"]
    sections = (
        _articles(answers["articles"], report),
        _attributions(answers["attributions"]),
        _sources(answers["sources"]),
        joined(answers["merges"]),
        (f"{many(len(answers['unnamed-sources']), 'attribution')} to sources without a name",),
        _chains(answers["what-outlet-says"]),
        carried(answers["origins"]),
        (f"{many(copies, 'article')} {'repeats' if copies == 1 else 'repeat'} another one or an agency",),
        (many(len(figures), "figure"), *wrapped(", ".join(_measures(figures)))),
        _skipped(answers["skipped"]),
        (NO_EXAMPLES,),
    )
    return _paragraphs(sections)


def _paragraphs(sections: Iterable[Iterable[str]]) -> str:
    told = ("".join(f"{line}\n" for line in section) for section in sections)
    return "\n".join(section for section in told if section)


def _measures(figures: list[Row]) -> Iterator[str]:
    for measure, count in ranked(Counter(row["measure"] for row in figures))[:SOURCES]:
        yield f"{measure} {count}"


def _articles(articles: list[Row], report: BuildReport | None) -> Iterator[str]:
    yield f"{many(len(articles), 'article')}{_this_build(report)}"
    outlets = [row["outlet"] for row in articles if row["outlet"]]
    untold = [f"outlet not told {len(articles) - len(outlets)}"] if len(outlets) < len(articles) else []
    yield from wrapped(", ".join([*filter(None, [counted(outlets)]), *untold]))
    wires = counted(row["wire"] for row in articles)
    foreign = counted(row["language"] for row in articles if row["language"] != "en")
    yield from wrapped(f"wire copy: {wires}") if wires else ()
    yield from wrapped(f"not in English, so not read: {foreign}") if foreign else ()


def _this_build(report: BuildReport | None) -> str:
    if report is None:
        return ""
    return f": {report.added} new, {report.known} known already, {len(report.failed)} failed"


def _attributions(attributions: list[Row]) -> Iterator[str]:
    yield many(len(attributions), "attribution")
    yield from wrapped(counted(STANCES.get(row["stance"], row["stance"]) for row in attributions))
    yield from wrapped(counted(row["quote"] for row in attributions))


def _sources(sources: list[Row]) -> Iterator[str]:
    yield f"{many(len(sources), 'source')} with a name, those in most outlets first"
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
        told = some((row["entity"] or row["source"] for row in attributions), SOURCES)
        yield from wrapped(told)


def _chains(innermost_hops: list[Row]) -> Iterator[str]:
    depths = Counter(map(_depth, innermost_hops))
    yield f"{many(len(innermost_hops), 'chain')} from the outlet to the innermost voice"
    yield from wrapped(", ".join(f"{count} {_through(depth)}" for depth, count in sorted(depths.items())))
    for row in _exemplary(innermost_hops):
        yield from wrapped(row["chain"])
        yield from wrapped(shortened(row["content"], WORDS), indent=4)


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
        (f"{measure} {count}", some((_counted(row) for row in figures if row["measure"] == measure), EXAMPLES))
        for measure, count in repeated[:SOURCES]
    )


def _conflicts(answers: Answers) -> Iterator[str]:
    """Tell what the comparison of figures finds; where no issue has a contradiction, pairs that are worth a look."""
    if answers[CONTRADICTORY]:
        return conflicts("Issues on which figures contradict each other", answers[CONTRADICTORY])
    title = "Figures that cannot both be right, if they count the same"
    return conflicts(title, candidates(answers["figures-conflict"]))


def _counted(row: Row) -> str:
    if not row["of"]:
        return str(row["text"])
    return f"{row['text']} {'of ' if row['measure'].startswith('%') else ''}{row['of']}"


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
