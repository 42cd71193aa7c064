"""What a graph holds, told to a person at the end of a build: counts, then what deserves a second look."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from whosays.errors import printable

if TYPE_CHECKING:
    from rdflib import Dataset

    from whosays.building import BuildReport

Row = dict[str, Any]
Answers = dict[str, list[Row]]

QUESTIONS = (
    "articles",
    "attributions",
    "denials",
    "exact-copies",
    "figures",
    "figures-conflict",
    "hedges",
    "skipped",
    "sources",
    "unnamed-sources",
    "unverified",
    "what-outlet-says",
)
EXAMPLES = 3  # of each kind
WIDTH = 110
LABEL = 14
UNKNOWN = "unknown outlet"
QUOTED = re.compile(r" '[^']*'")  # the word that a reason names; reasons are counted without it


def summarise(dataset: Dataset, report: BuildReport | None = None) -> str:
    """Return the summary of a graph, and of the build that just ended where there was one."""
    from whosays.queries import run  # noqa: PLC0415 - heavy, and the command line imports this module

    answers: Answers = {}
    for name in QUESTIONS:
        table = run(dataset, name)
        answers[name] = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    return tell(answers, report)


def tell(answers: Answers, report: BuildReport | None = None) -> str:
    """Return the summary of answers by question, each a list of rows by column."""
    sections = (
        _articles(answers["articles"], report),
        _attributions(answers["attributions"]),
        _sources(answers["sources"], answers["unnamed-sources"]),
        _chains(answers["what-outlet-says"]),
        _figures(answers["figures"]),
        _doubts(answers),
        _skipped(answers["skipped"]),
    )
    return "\n".join(line for section in sections for line in section) + "\n"


def _articles(articles: list[Row], report: BuildReport | None) -> Iterator[str]:
    yield _headed("Articles", len(articles), _this_build(report))
    outlets = Counter(row["outlet"] or UNKNOWN for row in articles)
    yield from _entries(f"{name} {count}" for name, count in _ranked(outlets))
    wires = Counter(row["wire"] for row in articles if row["wire"])
    if wires:
        yield _entry("wire copy: " + ", ".join(f"{name} {count}" for name, count in _ranked(wires)))
    foreign = Counter(row["language"] for row in articles if row["language"] not in (None, "en"))
    if foreign:
        told = ", ".join(f"{language} {count}" for language, count in _ranked(foreign))
        yield _entry(f"not in English, so without attributions: {told}")


def _this_build(report: BuildReport | None) -> str:
    if report is None:
        return ""
    return f"{report.added} new, {report.known} known already, {len(report.failed)} failed"


def _attributions(attributions: list[Row]) -> Iterator[str]:
    yield _headed("Attributions", len(attributions), _counted(attributions, "stance"))
    yield _entry(_counted(attributions, "quote"))


def _sources(sources: list[Row], unnamed: list[Row]) -> Iterator[str]:
    yield _headed("Sources", len(sources), f"named; {len(unnamed)} attributions to sources without a name")
    often = sorted(sources, key=lambda row: (-row["attributions"], str(row["entity"])))
    for row in often[: 2 * EXAMPLES]:
        yield _entry(f"{row['entity']}: {row['attributions']} in {_articles_in(row['articles'])}")
    if unnamed:
        yield _entry("without a name: " + _some(row["entity"] or row["source"] or "(nobody)" for row in unnamed))


def _chains(innermost: list[Row]) -> Iterator[str]:
    chains: dict[int, Counter[str]] = {}
    for row in innermost:
        chain = row["chain"] or ""
        chains.setdefault(chain.count(" > "), Counter())[chain] += 1
    yield _headed("Chains", sum(map(Counter.total, chains.values())), "from the outlet to the innermost voice")
    for depth, found in sorted(chains.items()):
        voices = "the outlet in its own words" if depth == 0 else f"{depth} {'voice' if depth == 1 else 'voices'}"
        yield _entry(f"{voices}: {found.total()}")
        told = sorted(found, key=lambda chain: ("(" in chain, -found[chain], chain))  # names before "(not named)"
        yield from (_entry(chain, indent=4) for chain in told[: EXAMPLES if depth else 0])


def _figures(figures: list[Row]) -> Iterator[str]:
    yield _headed("Figures", len(figures))
    measures = Counter(row["measure"] or "measure not told" for row in figures)
    for measure, count in _ranked(measures)[: 2 * EXAMPLES]:
        texts = (row["text"] for row in figures if (row["measure"] or "measure not told") == measure)
        yield _entry(f"{measure} {count}: {_some(texts)}")


def _doubts(answers: Answers) -> Iterator[str]:
    yield "In doubt"
    yield from _examples("not verified", answers["unverified"], _not_verified)
    yield from _examples("denied or doubted", answers["denials"], _said)
    yield from _examples("hedged", answers["hedges"], lambda row: f"“{row['hedge']}” {_said(row)}")
    yield from _examples("figures apart", answers["figures-conflict"], _apart)
    yield from _examples("same text", answers["exact-copies"], _copies)


def _not_verified(row: Row) -> str:
    who = row["entity"] or row["source"] or row["outlet"] or UNKNOWN
    return f"{who}: {row['content'] or row['cue']}"


def _said(row: Row) -> str:
    return f"{row['chain']}: {row['content'] or ''}"


def _apart(row: Row) -> str:
    one, other = (f"{row[f'text_{n}']} ({_innermost(row[f'chain_{n}'])})" for n in (1, 2))
    return f"{row['of']} {row['measure']}: {one} or {other}"


def _innermost(chain: str | None) -> str:
    return (chain or UNKNOWN).rpartition(" > ")[2]


def _copies(row: Row) -> str:
    return " and ".join(f"{row[f'article_{n}']} ({row[f'outlet_{n}'] or UNKNOWN})" for n in (1, 2))


def _skipped(skipped: list[Row]) -> Iterator[str]:
    yield _headed("Skipped", len(skipped), "passages with a cue or a number that gave nothing")
    reasons = Counter(QUOTED.sub("", row["why"]) for row in skipped)
    yield from _entries(f"{count} {why}" for why, count in _ranked(reasons))


def _examples(title: str, rows: list[Row], shown: Any) -> Iterator[str]:
    yield _entry(f"{title}: {len(rows)}")
    distinct = dict.fromkeys(printable(shown(row)) for row in rows)
    yield from (_entry(text, indent=4) for text in list(distinct)[:EXAMPLES])


def _headed(title: str, count: int, more: str = "") -> str:
    return f"{title:<{LABEL}}{count:>5}   {more}".rstrip()


def _entries(texts: Iterable[str]) -> Iterator[str]:
    return (_entry(text) for text in texts)


def _entry(text: str, indent: int = 2) -> str:
    line = printable(text)
    room = WIDTH - indent
    return " " * indent + (line if len(line) <= room else f"{line[: room - 1]}…")


def _some(texts: Iterable[str]) -> str:
    shown = [printable(text) for text in texts]
    found = list({text.casefold(): text for text in reversed(shown)}.values())[::-1]
    return "; ".join(found[:EXAMPLES]) + ("; …" if len(found) > EXAMPLES else "")


def _counted(rows: list[Row], column: str) -> str:
    return ", ".join(f"{name} {count}" for name, count in _ranked(Counter(row[column] for row in rows)))


def _ranked(counts: Counter[Any]) -> list[tuple[Any, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))


def _articles_in(count: int) -> str:
    return f"{count} {'article' if count == 1 else 'articles'}"
