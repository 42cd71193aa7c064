"""How much one question may take."""

from __future__ import annotations

from dataclasses import dataclass

GIGABYTE = 1 << 30


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds that an answer may take, rows and bytes that it may have, bytes of memory beside what opening takes."""

    seconds: float = 60.0
    rows: int = 1_000_000
    size: int = GIGABYTE
    memory: int = 4 * GIGABYTE
