"""What a build tells of itself while it runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True)
class Done:
    """One article is done with: it is new, was known already, or failed, and why."""

    path: str
    how: Literal["new", "known", "failed"]
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Relating:
    """All is read; what looks across articles now follows."""


Step: TypeAlias = Done | Relating
OnStep: TypeAlias = Callable[[Step], None]
