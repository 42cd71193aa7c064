"""One step of finding attributions: what it does, and an example of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from whosays.extract.attribution.attribution import AttributionSet
from whosays.extract.attribution.reading import Reading

Kind = Literal["propose", "revise", "nest", "filter"]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with the hops in it after a stage and before it, what the tagger found, and what else attributes.

    Hops are parted by semicolons, and written as source, cue and contents between bars, with the position of the hop
    that each is inside: ``the radio | quoted | a clerk; 0: a clerk | as saying | it leaked``.
    """

    sentence: str
    after: str
    before: str = ""
    tagged: str = ""
    believed: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """One step: what it does to the attributions found so far, and an example, which is its test."""

    name: str
    kind: Kind
    apply: Callable[[Reading, AttributionSet], None]
    example: Example
