"""What is seen only across articles: claims of several outlets and their origins, copies, names that were joined."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import Any, TypeAlias

from whosays.doubts import place
from whosays.lines import in_columns, many, shortened, some, wrapped

Row: TypeAlias = dict[str, Any]

EXAMPLES = 3  # of each kind
ORIGINS = 3  # named
ROOM = 120  # characters of a claim's words
BETWEEN = " | "  # the query's own sign between several names
JOINED = frozenset({"merged", "accepted"})


def carried(claims: list[Row]) -> Iterator[str]:
    """Tell the answer of origins: claims of several outlets, those of most outlets and fewest origins first."""
    several = [row for row in claims if row["outlets"] > 1]
    if not several:
        return
    single = sum(row["origins"] == 1 for row in several)
    yield f"{many(len(several), 'claim')} that several outlets carry, {single} from one origin (whosays query origins)"
    order = sorted(several, key=lambda row: (-row["outlets"], not row["origins"], row["origins"], row["text"]))
    yield from in_columns((_counts(row), _claim(row)) for row in order[:EXAMPLES])


def copied(passages: list[Row]) -> Iterator[str]:
    """Tell the answer of wire-copies: how many articles repeat another text; those whose original is there first."""
    found: dict[tuple[str, str], list[Row]] = {}
    for row in passages:
        found.setdefault((row["copy"], row["original"]), []).append(row)
    if not found:
        return
    articles = len({copy for copy, _ in found})
    repeat = "repeats" if articles == 1 else "repeat"
    yield f"{many(articles, 'article')} {repeat} another one or an agency (whosays query wire-copies)"
    order = sorted(found.values(), key=lambda rows: (rows[0]["original_start"] is None, -_length(rows)))
    for rows in order[:EXAMPLES]:
        yield from wrapped(_copy(rows[0]))


def joined(pairs: list[Row]) -> Iterator[str]:
    """Tell the answer of merges: how many names were joined, which wait for a person, and some spellings."""
    spellings: dict[str, list[str]] = {}
    for row in pairs:
        if row["status"] in JOINED:
            spellings.setdefault(row["entity"], []).extend((row["name"], row["other_name"]))
    proposed = sum(row["status"] == "proposed" for row in pairs)
    if spellings or proposed:
        asked = f", {proposed} more proposed" if proposed else ""
        count = sum(row["status"] in JOINED for row in pairs)
        yield f"{many(count, 'pair')} of names joined{asked} (whosays review tells why and takes your decision)"
    others = {entity: [name for name in names if name != entity] for entity, names in spellings.items()}
    order = sorted(others, key=lambda entity: (-len(set(others[entity])), entity))
    yield from in_columns((entity, some(others[entity], EXAMPLES)) for entity in order[:EXAMPLES] if others[entity])


def contradictions(pairs: list[Row], figures: list[Row]) -> list[Row]:
    """Return figures-compared's contradictions as rows of figures-conflict, each issue as what is counted."""
    known: dict[tuple[str, str, str | None, str | None], Row] = {}
    for row in figures:
        known.setdefault((row["article"], row["text"], row["measure"], row["of"]), row)
    told = []
    for pair in pairs:
        one, other = (
            known.get((pair[f"article{side}"], pair[f"text{side}"], pair[f"measure{side}"], pair[f"of{side}"]))
            for side in (1, 2)
        )
        if one and other:
            told.append(
                {
                    "of": pair["issue"],
                    "measure": "",
                    "high_1": _number(one),
                    "low_2": _number(other),
                    **_side(one, 1),
                    **_side(other, 2),
                }
            )
    return told


def _number(figure: Row) -> float:
    """Return the bound that a figure is sorted by."""
    return next((float(figure[bound]) for bound in ("low", "high") if figure[bound] is not None), 0.0)


def _side(figure: Row, side: int) -> Row:
    measure = figure["measure"] or ""
    parts = ("of", figure["of"]) if measure.startswith("%") and figure["of"] else (figure["of"], measure.strip("%"))
    words = " ".join(filter(None, (figure["text"], *parts)))
    return {f"text_{side}": words, **{f"{key}_{side}": figure[key] for key in ("chain", "outlet", "article")}}


def _counts(row: Row) -> str:
    return f"{many(row['outlets'], 'outlet')}, {many(row['origins'], 'origin') if row['origins'] else 'no origin'}"


def _claim(row: Row) -> str:
    which = some((row["which"] or "").split(BETWEEN), ORIGINS)
    return shortened(row["text"], ROOM) + (f" ({which})" if which else "")


def _length(rows: list[Row]) -> int:
    return sum(row["end"] - row["start"] for row in rows)


def _copy(row: Row) -> str:
    agency = row["original_start"] is None
    original = row["original"] if agency else _named(row["original_outlet"], row["original"])
    return f"{_named(row['outlet'], row['copy'])} repeats {original} {row['kind']}"


def _named(outlet: str | None, article: str) -> str:
    file = PurePath(article).name
    return f"{place(outlet, article)} ({file})" if outlet else file
