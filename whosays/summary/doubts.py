"""What deserves a second look: figures that cannot both be right, denials, what nobody could verify, hedges, copies."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from whosays.errors import printable
from whosays.lines import distinct, in_columns, many, shortened, wrapped
from whosays.summary.samples import Row, faults, points_elsewhere

EXAMPLES = 3  # of each kind
FIGURES = 6  # of each thing counted
GRAVE = frozenset({"alleged", "possible"})  # the certainties that a reader has to know of first
# what goes up or down by a share: "a 15 per cent increase"
BY_SHARES = re.compile(
    r"(?:increase|decrease|rise|raise|fall|drop|cut|decline|growth|gain|loss|discount|jump|stake)s?\Z"
)
BARE = re.compile(r"\w+ing\b", re.IGNORECASE)  # a cue that goes on a sentence of the outlet's
UNTOLD = re.compile("how (?:many|much)\\b")  # what an issue is called of which nobody tells what is counted
QUOTE = re.compile(r"[\"“‘«]")
OF_OTHERS = re.compile(r"(?:his|her|its|their|my|our)\b", re.IGNORECASE)  # "his own list" is told by whose it is
BY = re.compile(r"\b(?:be|been|being|was|were|is|are)\b.* \w+(?:ed|en)\Z")  # "could not be verified"
# what a noun phrase says by itself: "40 dead sailors" are killed
STATES = {
    "dead": "killed",
    "missing": "missing",
    "wounded": "wounded",
    "injured": "wounded",
    "sick": "sick",
    "ill": "sick",
}
AMOUNTS = re.compile(
    r"\b(?:dozens|scores|hundreds|thousands|millions|billions|half|third|quarter|per cent|percent)\Z", re.I
)
ROOM = 190  # characters of an example's words: two lines


@dataclass(slots=True)
class _Given:
    """One figure as one voice gives it: its words, where it lies among others, who prints it."""

    number: float
    text: str
    voice: str
    places: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)  # the same, each with its file's name


def conflicts(title: str, figures: list[Row]) -> Iterator[str]:
    """Tell figures that conflict with one another: what is counted, then each with who gives it, in their order."""
    things = [same for same in _by_thing(figures).values() if _of_several(same)]
    yield f"{title}: {len(things)}"
    told = [(_thing(rows), _given(rows)) for rows in things]
    named = [item for item in told if not UNTOLD.match(item[0])] or told  # of which one can tell what is counted
    for thing, given in sorted(named, key=lambda item: (-len(item[1]), item[0]))[:EXAMPLES]:
        yield from wrapped(thing)
        ordered = sorted(given.values(), key=lambda entry: (entry.number, entry.text, entry.voice))
        shown = ordered[:FIGURES]
        yield from in_columns(((entry.text, _given_by(entry, shown)) for entry in shown), indent=4)
        if len(ordered) > FIGURES:
            yield f"    … and {len(ordered) - FIGURES} more"


def _by_thing(figures: list[Row]) -> dict[str, list[Row]]:
    things: dict[str, list[Row]] = {}
    for row in figures:
        thing = f"{row['of']} {row['measure']}".casefold()
        things.setdefault(row.get("issue") or thing, []).append(row)
    return things


def _of_several(rows: list[Row]) -> bool:
    """Tell whether not just one voice in one article gives figures that nothing but their words puts on one issue.

    One who gives two figures for the same in one breath speaks of two years, or of two places.
    """
    return bool(rows[0].get("issue")) or len({(row["chain"], row["article"]) for row in rows}) > 1


def _thing(rows: list[Row]) -> str:
    """Return what figures count: "sailors: drowned, missing", of an issue only what those that are told of measure."""
    from whosays.graph import measure_name, unit_of  # noqa: PLC0415 - heavy, and the command line imports this module

    of, measure = rows[0]["of"].partition(": ")[0], rows[0]["measure"]
    if not rows[0].get("issue"):
        return f"{of}: {measure_name(measure)}" if unit_of(measure.lower()) else f"{of} {measure}".strip()
    measures = {measure_name(row["measure"]) for row in rows if row["measure"]}
    apart = sorted(name for name in measures if not any(name.startswith(f"{other} ") for other in measures))
    return ": ".join(filter(None, (of, ", ".join(apart))))


def _given(rows: list[Row]) -> dict[tuple[str, str], _Given]:
    given: dict[tuple[str, str], _Given] = {}
    for row in rows:
        text, voice = printable(row["text"] or ""), speaking(row["chain"])
        entry = given.setdefault((text.casefold(), voice.casefold()), _Given(row["number"], text, voice))
        entry.places.append(place(row["outlet"], row["article"]))
        entry.files.append(", ".join(distinct([place(row["outlet"], row["article"]), PurePath(row["article"]).name])))
    return given


def with_counted(text: str, of: str | None, measure: str | None) -> str:
    """Return a figure with what it counts: "at least 40 barns burned", "dozens of barns", "40 dead sailors"."""
    from whosays.graph import predicate_of, unit_of  # noqa: PLC0415 - heavy, and the command line imports this module

    unit = unit_of((measure or "").lower())
    amount = of and (unit == "%" or AMOUNTS.search(text)) and not BY_SHARES.search(of)
    states = {STATES[word] for word in (of or "").lower().split() if word in STATES}
    done = predicate_of((measure or "").lower()) if unit else measure or ""  # the unit stands among the words
    said = "" if not states.isdisjoint(done.split()) else done
    return " ".join(filter(None, (text, "of" if amount else "", of, said)))


def doubted(title: str, rows: list[Row], told: Callable[[Row], str], question: str = "") -> Iterator[str]:
    """Tell how many rows there are, and the most telling of them, each of another voice where there are enough.

    ``question`` is the one of the catalogue that tells the others.
    """
    yield f"{title}: {len(rows)}"
    shown = _telling(rows, told)
    for row in shown:
        yield from wrapped(shortened(told(row), ROOM))
        if row.get("means") and not points_elsewhere(row["means"]):
            yield from wrapped(shortened(f"that is: {sentence(row['means'])}", ROOM), indent=4)
    if question and len(shown) < len(rows):
        yield f"  … and {len(rows) - len(shown)} more (whosays query {question})"


def denied(row: Row) -> str:
    """Tell who denies or doubts, in the words of the article: "Harbour Post: Roe denied that it leaked"."""
    if not row["entity"] and not row["source"]:
        return f"{_printed(row)}{_in_order(row)}"
    if QUOTE.match(row["content"] or "") or not re.search(r"\w", row["cue"] or ""):
        return f"{_printed(row)}{_who(row)}: {row['content'] or ''}"
    if (row["cue"] or "").endswith(" by"):  # "The record was questioned by Roe"
        return f"{_printed(row)}{row['content'] or ''} {row['cue']} {_who(row)}"
    who = f"{_who(row)}," if BARE.fullmatch((row["cue"] or "").partition(" ")[0]) else _who(row)
    return f"{_printed(row)}{who} {row['cue']} {row['content'] or ''}"


def unverified(row: Row) -> str:
    """Tell what could not be verified, in the words of the article: "Harbour Post: The clip could not be verified"."""
    if not row["entity"] and not row["source"]:
        return f"{_printed(row)}{_in_order(row)}"
    if BY.search(row["cue"] or ""):
        return f"{_printed(row)}{_in_order(row)} by {_who(row)}"
    return f"{_printed(row)}{_who(row)} {row['cue']} {row['content'] or ''}"


def _in_order(row: Row) -> str:
    """Return cue and content as they stand in the text."""
    cue, content = row["cue"] or "", row["content"] or ""
    behind = row.get("start") is not None and row.get("cue_start") is not None and row["cue_start"] < row["start"]
    return f"{cue} {content}" if behind else f"{content} {cue}"


def hedged(row: Row) -> str:
    """Tell through whom it came, the hedge, and what it hedges."""
    from whosays.graph import worded  # noqa: PLC0415 - heavy, and the command line imports this module

    return f"{voices(row)}, “{row['hedge']}”: {sentence(worded(hedged_words(row)))}"


def hedged_words(row: Row) -> str:
    """Return what is hedged: where the hedge divides it, with the hedge."""
    return str(row.get("stretch") or row.get("clause") or row.get("in_full") or row["content"] or "")


def sentence(text: str) -> str:
    """Return a claim with the capital of a sentence."""
    return text[:1].upper() + text[1:]


def speaking(chain: str | None) -> str:
    """Return the last voice of a chain as one can tell it without the others."""
    from whosays.graph import NO_SOURCE  # noqa: PLC0415 - heavy, and the command line imports this module

    voice = innermost(chain)
    if voice == NO_SOURCE:
        return "no source named"
    before = (chain or "").split(" > ")[-2:-1]
    return f"{before[0]} > {voice}" if before and OF_OTHERS.match(voice) else voice


def copies(rows: list[Row]) -> Iterator[str]:
    """Tell the answer of exact-copies."""
    if rows:
        yield f"Word for word the same text: {many(len(rows), 'pair')}"
    for row in rows[:EXAMPLES]:
        one, other = (named(row[f"outlet_{side}"], row[f"article_{side}"]) for side in (1, 2))
        yield from wrapped(f"{one} and {other}")


def innermost(chain: str | None) -> str:
    """Return the last voice of a chain; the outlet alone speaks in its own words."""
    outer, _, voice = (chain or "").rpartition(" > ")
    return voice if outer else "the outlet itself"


def voices(row: Row) -> str:
    """Return the chain of a row; of an article whose outlet is not known the file begins it, so that it is found."""
    from whosays.graph import NO_OUTLET  # noqa: PLC0415 - heavy, and the command line imports this module

    chain = str(row["chain"] or "")
    return place(None, row["article"]) + chain.removeprefix(NO_OUTLET) if chain.startswith(NO_OUTLET) else chain


def place(outlet: str | None, article: str) -> str:
    """Return who printed it, or the file's name where that is not known."""
    return outlet or PurePath(article).name


def named(outlet: str | None, article: str) -> str:
    """Return who printed it with the file's name, or that alone."""
    file = PurePath(article).name
    return f"{outlet} ({file})" if outlet else file


def _given_by(entry: _Given, shown: list[_Given]) -> str:
    """Return who gives a figure; by the files too where the same gives another one in another."""
    same = [each for each in shown if (each.voice, set(each.places)) == (entry.voice, set(entry.places))]
    alike = all(set(each.files) == set(entry.files) for each in same)
    told = ", ".join(distinct(sorted(entry.places))) if alike else "; ".join(distinct(sorted(entry.files)))
    return f"{entry.voice} ({told})"


def _who(row: Row) -> str:
    return str(row["entity"] or row["source"] or "")


def _printed(row: Row) -> str:
    """Tell who printed it, unless that is who speaks."""
    where = place(row["outlet"], row["article"])
    return "" if where == _who(row) else f"{where}: "


def _unclear(row: Row, told: Callable[[Row], str]) -> int:
    """Return how much keeps a row's words from being understood by themselves; behind "denied" they need no subject."""
    if told is hedged:
        from whosays.graph import worded  # noqa: PLC0415 - heavy, and the command line imports this module

        return faults(worded(hedged_words(row)), clause=row["says"]) - (row["certainty"] in GRAVE)
    return faults(row.get("means") or row["content"], subject=False)


def _telling(rows: list[Row], told: Callable[[Row], str]) -> list[Row]:
    """Return examples: such as can be read by themselves and of different voices first, none twice."""
    seen: set[str] = set()
    ranked = []
    for row in rows:
        words = printable(row.get("means") or row["content"] or "")
        again = _who(row) in seen, words in seen
        ranked.append((again[1], _unclear(row, told), again[0]))
        seen |= {_who(row), words}
    order = sorted(range(len(rows)), key=lambda number: (ranked[number], number))
    return [rows[number] for number in order[:EXAMPLES] if not ranked[number][0]]
