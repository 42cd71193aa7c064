"""One step of finding attributions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from whosays.extract.attribution.attribution import AttributionSet
from whosays.extract.attribution.reading import Reading

Kind = Literal["propose", "revise", "nest", "filter"]


@dataclass(frozen=True, slots=True)
class Stage:
    """One step: what it does to the attributions found so far."""

    name: str
    kind: Kind
    apply: Callable[[Reading, AttributionSet], None]
