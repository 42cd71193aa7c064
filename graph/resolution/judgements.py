"""What people decided about who is who: a plain text file in the graph's folder that no rebuild touches.

A line is a verdict and the two names it is about, separated by tabs.  A name is a kind and a normal form
("person:mira castellan"), so a judgement outlives the articles it was made on; "one article:" and a referent's IRI
stand for a name that belongs to one article alone.  Accepted names are one entity, rejected ones never are, not even
through a third name.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from whosays.graph.errors import GraphError
from whosays.graph.names import Key
from whosays.graph.rdf import digest
from whosays.resources import text_of

FILE: Final = "judgements.tsv"
ARTICLE: Final = "article"  # the kind of what stands for an article by its IRI: two of them are of one story, or never
Verdict: TypeAlias = Literal["accepted", "rejected"]
Pair: TypeAlias = tuple[Key, Key]
_VERDICTS: Final[dict[str, Verdict]] = {"accepted": "accepted", "rejected": "rejected"}
_HEADER: Final = "# verdict (accepted, rejected)\tname\tname; kept by people and by `whosays review`\n"


@dataclass(frozen=True, slots=True)
class Judgements:
    """Verdicts by pair of names, each pair in the order of ``pair``."""

    verdicts: Mapping[Pair, Verdict] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, verdict: Verdict) -> tuple[Pair, ...]:
        """Return the pairs that were judged so, sorted."""
        return tuple(sorted(names for names, judged in self.verdicts.items() if judged == verdict))

    def with_verdict(self, names: Pair, verdict: Verdict | None) -> Judgements:
        """Return them with one more verdict; ``None`` takes it back."""
        others = {known: judged for known, judged in self.verdicts.items() if known != names}
        return Judgements(others if verdict is None else {**others, names: verdict})


def pair(one: Key, other: Key) -> Pair:
    """Return two names in the one order in which they are kept."""
    return (one, other) if one <= other else (other, one)


def pair_id(names: Pair) -> str:
    """Return what a person calls the pair by: eight letters and digits."""
    return digest("names", *names[0], *names[1], length=8)


def written(key: Key) -> str:
    """Return a name as the file has it."""
    return f"{key[0]}:{key[1]}"


def read_key(text: str) -> Key:
    """Return the name that the file writes so; two empty strings where it is none."""
    kind, colon, form = text.partition(":")
    return (kind, form) if colon else ("", "")


def load(folder: Path | None) -> Judgements:
    """Read the judgements of a graph's folder; none where there is no file.  Raises ``GraphError``."""
    path = None if folder is None else folder / FILE
    if path is None or not path.exists():
        return Judgements()
    try:
        lines = text_of(path).splitlines()
    except OSError as error:
        raise GraphError(f"{path}: cannot be read: {error.strerror or error}") from error
    except ValueError as error:
        raise GraphError(f"{path}, {error}") from error
    return Judgements(dict(_read(lines, path)))


def save(judgements: Judgements, folder: Path) -> None:
    """Write the judgements, sorted, whole or not at all.  Raises ``GraphError``."""
    lines = ["\t".join((verdict, *map(written, names))) for names, verdict in sorted(judgements.verdicts.items())]
    part = folder / f"{FILE}.part"
    try:
        with part.open("w", encoding="utf-8") as file:
            file.write(_HEADER + "".join(f"{line}\n" for line in lines))
            file.flush()
            os.fsync(file.fileno())
        part.replace(folder / FILE)
    except OSError as error:
        raise GraphError(f"{folder / FILE}: cannot be written: {error}") from error


def _read(lines: Iterable[str], path: Path) -> Iterable[tuple[Pair, Verdict]]:
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        verdict, *names = (cell.strip() for cell in line.split("\t"))
        keys = [read_key(name) for name in names]
        if verdict not in _VERDICTS or len(keys) != len(("name", "name")) or ("", "") in keys:
            raise GraphError(f"{path}, line {number}: not a judgement; write: rejected, tab, name, tab, name")
        yield pair(keys[0], keys[1]), _VERDICTS[verdict]
