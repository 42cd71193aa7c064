"""What a document shows of an output: a selection of its lines, with ``…`` where the writer left something out.

A line of ``…`` alone stands for any number of lines; a line that ends in ``…`` is the beginning of one, and what
follows it may be left out as well.  All other lines follow each other as they were printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

LEFT_OUT = "…"
NUMBER = r"(?<![\w/.-])\d+(?:[.,]\d+)*(?![\w-])"  # one that stands by itself, so not that of "border-2.txt"
PIECE = re.compile(rf"(?P<counted>{NUMBER})(?:\s+(?P<noun>[a-z]+))?|(?P<rule>-{{2,}})|(?P<space>\s+)")


class MisfitError(ValueError):
    """What is shown is no selection of what was printed, whatever the numbers: somebody has to write it anew."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A shown line at a place in the output: how far its numbers are off, and the place of the line before."""

    off: int
    before: int


def renewed(shown: Sequence[str], printed: Sequence[str]) -> list[str]:
    """Return the lines shown with the numbers and the widths of the lines printed.

    Of several selections that fit, it is the one in which the fewest numbers differ, and of these the first.
    Raises ``MisfitError`` with every line that nothing fits.
    """
    real = [line.rstrip() for line in "\n".join(printed).rstrip().splitlines()]
    places = _places(shown, real)
    lines = []
    for at, text in zip(reversed(places), reversed(shown), strict=True):
        lines.append(text if _is_gap(text) else _as_printed(text, real[at]))
    return lines[::-1]


def _places(shown: Sequence[str], real: Sequence[str]) -> list[int]:
    """Return the place of each shown line in the output; a gap has that of the line before it."""
    reached = [{-1: Fit(0, -1)}]
    open_before = False
    misfits = []
    for text in shown:
        fits = reached[-1] if _is_gap(text) else _next(text, real, reached[-1], skipping=open_before)
        if not fits:
            misfits.append(_misfit(text, real))
        reached.append(fits or reached[-1])
        open_before = not fits or text.endswith(LEFT_OUT)
    if misfits:
        raise MisfitError("\n  ".join(misfits))
    ends = {at: fit for at, fit in reached[-1].items() if open_before or at == len(real) - 1}
    if not ends:
        raise MisfitError(f"more is printed than shown: {real[max(reached[-1]) + 1]!r}")
    return _traced(min(ends, key=lambda at: (ends[at].off, at)), shown, reached)


def _traced(end: int, shown: Sequence[str], reached: Sequence[dict[int, Fit]]) -> list[int]:
    places = []
    for text, fits in zip(reversed(shown), reversed(reached[1:]), strict=True):
        places.append(end)
        end = end if _is_gap(text) else fits[end].before
    return places[::-1]


def _next(text: str, real: Sequence[str], reached: dict[int, Fit], *, skipping: bool) -> dict[int, Fit]:
    found = {}
    for at, line in enumerate(real):
        off = _off(text, line)
        before = [b for b in reached if (b < at if skipping else b == at - 1)]
        if off is not None and before:
            best = min(before, key=lambda b: (reached[b].off, b))
            found[at] = Fit(reached[best].off + off, best)
    return found


def _misfit(text: str, real: Sequence[str]) -> str:
    near = [repr(line) for line, *_ in process.extract(text, real, scorer=fuzz.ratio, limit=3, score_cutoff=40)]
    return f"no line fits {text!r} here" + (f"; near are {', '.join(near)}" if near else "")


def _is_gap(text: str) -> bool:
    return text.strip() == LEFT_OUT


def _fitted(text: str, line: str) -> re.Match[str] | None:
    """Return how the line, or its beginning where that is what is shown, has the words of the text."""
    if not text.endswith(LEFT_OUT):
        return re.fullmatch("".join(_patterns(text)), line)
    begun = text.removesuffix(LEFT_OUT)
    words = begun.rstrip()
    return re.match("".join(_patterns(words)) + (r"(?!\w)" if words != begun else ""), line)


def _patterns(words: str) -> Iterator[str]:
    end = 0
    for piece in PIECE.finditer(words):
        yield re.escape(words[end : piece.start()])
        end = piece.end()
        if piece["space"]:
            yield r"\s+"
        elif piece["rule"]:
            yield "-{2,}"
        else:
            noun = piece["noun"]
            yield r"(\d+(?:[.,]\d+)*)" + (rf"\s+{noun.removesuffix('s')}s?" if noun else "")
    yield re.escape(words[end:])


def _off(text: str, line: str) -> int | None:
    """Return how many numbers of a shown line differ from those of a printed one; None where words do."""
    fitted = _fitted(text, line)
    if fitted is None:
        return None
    pairs = zip(re.findall(NUMBER, text), fitted.groups(), strict=True)
    return len([old for old, new in pairs if old != new])


def _as_printed(text: str, line: str) -> str:
    fitted = _fitted(text, line)
    if fitted is None or not text.endswith(LEFT_OUT):
        return line
    words = text.removesuffix(LEFT_OUT)
    return fitted[0] + words[len(words.rstrip()) :] + LEFT_OUT
