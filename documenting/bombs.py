"""The table of docs/security.md that ``python -m benchmarks --only bombs`` measured, written from what it printed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[1]
PAGE: Final = ROOT / "docs" / "security.md"
MEASURED: Final = ROOT / "docs" / "bombs.json"
_TABLE: Final = re.compile(r"(?<=<!-- of bombs\.json -->\n).*?(?=<!-- end -->)", re.DOTALL)


def renewed(page: str) -> str:
    """Return the page with the table of what was measured; raises ``ValueError`` where it has no place for it."""
    text, found = _TABLE.subn(lambda _: "".join(f"{line}\n" for line in _lines(measured())), page)
    if found != 1:
        raise ValueError("docs/security.md: there is no place for the table of bombs.json")
    return text


def measured() -> dict[str, Any]:
    """Return what was measured, and on what machine."""
    told: dict[str, Any] = json.loads(MEASURED.read_text(encoding="utf-8"))
    return told


def _lines(told: dict[str, Any]) -> Iterator[str]:
    found, machine = told["bombs"], told["machine"]
    yield f"A limit of {found['limit_seconds']:g} s, {machine['cores']} cores, load {machine['load']:g} as it began:"
    yield ""
    yield "| question | stopped by | after, seconds | the next one answered after, seconds |"
    yield "|---|---|---|---|"
    for name, bomb in found["bombs"].items():
        yield f"| {name} | {bomb['stopped_by']} | {bomb['seconds']:.2f} | {bomb['next_answered_after']:.2f} |"
