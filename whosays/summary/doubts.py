"""What deserves a second look: figures that cannot both be right, denials, what nobody could verify, hedges, copies."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, TypeAlias

from whosays.errors import printable
from whosays.lines import distinct, in_columns, many, shortened, wrapped
from whosays.ontology import label

Row: TypeAlias = dict[str, Any]

EXAMPLES = 3  # of each kind
FIGURES = 6  # of each thing counted
TELLING = 4  # words that an example has at least, where there are such
OPEN = frozenset({"denies", "doubts", "unverified", "noComment"})  # stances that give no figure of their own
PLURAL = re.compile("s ")
ROOM = 190  # characters of an example's words: two lines


@dataclass(slots=True)
class _Given:
    """One figure as one voice gives it: its words, where it lies among others, who prints it."""

    number: float
    text: str
    voice: str
    places: list[str] = field(default_factory=list)


def candidates(figures: list[Row]) -> list[Row]:
    """Return the figures that another one of the same measure of the same thing leaves no room for, once each.

    What figures-conflict pairs, without the pairs; ``number`` is what each is sorted by.
    """
    things: dict[tuple[str, str], list[Row]] = {}
    for row in figures:
        if row["measure"] and row["of"] and row["stance"] not in OPEN:
            things.setdefault((row["measure"], PLURAL.sub(" ", f"{row['of'].lower()} ")), []).append(row)
    return [row for _, same in sorted(things.items()) for row in _apart(same)]


def _apart(figures: list[Row]) -> Iterator[Row]:
    """Yield the figures below or above another one, those below first, all under one name."""
    lows = [(row["low"], row["id"]) for row in figures if row["low"] is not None]
    highs = [(-row["high"], row["id"]) for row in figures if row["high"] is not None]
    top, bottom = _extremes(lows), _extremes(highs)
    below = [row for row in figures if row["high"] is not None and _beyond(top, row["high"], row["id"])]
    above = [row for row in figures if row["low"] is not None and _beyond(bottom, -row["low"], row["id"])]
    below.sort(key=lambda row: row["high"])
    for side, rows in (("high", below), ("low", sorted(above, key=lambda row: row["low"]))):
        yield from ({**row, "of": below[0]["of"], "number": row[side]} for row in rows)


def _extremes(bounds: list[tuple[float, str]]) -> list[tuple[float, str]]:
    """Return the highest bound, and the highest that another attribution gives."""
    ordered = sorted(bounds, reverse=True)
    return ordered[:1] + [bound for bound in ordered if bound[1] != ordered[0][1]][:1]


def _beyond(extremes: list[tuple[float, str]], number: float, attribution: str) -> bool:
    """Tell whether another attribution has a bound above the number."""
    return any(bound > number and other != attribution for bound, other in extremes)


def conflicts(title: str, figures: list[Row]) -> Iterator[str]:
    """Tell figures that conflict with one another: what is counted, then each with who gives it, in their order."""
    things: dict[str, dict[tuple[str, str], _Given]] = {}
    names: dict[str, str] = {}
    for row in figures:
        thing = f"{row['of']} {row['measure']}".strip()
        given = things.setdefault(names.setdefault(thing.casefold(), thing), {})
        text, voice = printable(row["text"] or ""), innermost(row["chain"])
        entry = given.setdefault((text.casefold(), voice.casefold()), _Given(row["number"], text, voice))
        entry.places.append(place(row["outlet"], row["article"]))
    yield f"{title}: {len(things) or 'none'}"
    for thing, given in sorted(things.items(), key=lambda item: (-len(item[1]), item[0]))[:EXAMPLES]:
        yield from wrapped(thing)
        ordered = sorted(given.values(), key=lambda entry: (entry.number, entry.text, entry.voice))
        yield from in_columns(((entry.text, _given_by(entry)) for entry in ordered[:FIGURES]), indent=4)
        if len(ordered) > FIGURES:
            yield f"    … and {len(ordered) - FIGURES} more"


def doubted(title: str, rows: list[Row], told: Callable[[Row], str]) -> Iterator[str]:
    """Tell how many rows there are, and the most telling of them, each of another voice where there are enough."""
    yield f"{title}: {len(rows) or 'none'}"
    for row in _telling(rows):
        yield from wrapped(shortened(f"{told(row)}: {row['content'] or ''}", ROOM))


def denied(row: Row) -> str:
    """Tell who denies or doubts."""
    return f"{_who(row)} {label(row['stance'])}{_printed(row)}"


def unverified(row: Row) -> str:
    """Tell who says that it could not be verified, in which words."""
    return f"{_who(row)}, “{row['cue']}”{_printed(row)}"


def hedged(row: Row) -> str:
    """Tell the hedge and through whom it came."""
    return f"“{row['hedge']}”, {row['chain']}"


def copies(rows: list[Row]) -> Iterator[str]:
    """Tell the answer of exact-copies."""
    if rows:
        yield f"Word for word the same text: {many(len(rows), 'pair')}"
    for row in rows[:EXAMPLES]:
        one, other = (place(row[f"outlet_{side}"], row[f"article_{side}"]) for side in (1, 2))
        files = " and ".join(PurePath(row[f"article_{side}"]).name for side in (1, 2))
        yield from wrapped(f"{one} and {other}: {files}")


def innermost(chain: str | None) -> str:
    """Return the last voice of a chain; the outlet alone speaks in its own words."""
    outer, _, voice = (chain or "").rpartition(" > ")
    return voice if outer else "in its own words"


def place(outlet: str | None, article: str) -> str:
    """Return who printed it, or the file's name where that is not known."""
    return outlet or PurePath(article).name


def _given_by(entry: _Given) -> str:
    return f"{entry.voice} ({', '.join(distinct(sorted(entry.places)))})"


def _who(row: Row) -> str:
    return str(row["entity"] or row["source"] or "a source not named")


def _printed(row: Row) -> str:
    """Tell who printed it, unless that is who speaks."""
    where = place(row["outlet"], row["article"])
    return "" if where == _who(row) else f" ({where})"


def _telling(rows: list[Row]) -> list[Row]:
    """Return examples: rich in words and of different voices first, none twice."""
    seen: set[str] = set()
    ranked = []
    for row in rows:
        words = printable(row["content"] or "")
        again = _who(row) in seen, words in seen
        ranked.append((again[1], len(words.split()) < TELLING, again[0]))
        seen |= {_who(row), words}
    order = sorted(range(len(rows)), key=lambda number: (ranked[number], number))
    return [rows[number] for number in order[:EXAMPLES] if not ranked[number][0]]
