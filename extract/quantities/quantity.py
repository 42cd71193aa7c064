"""What a figure of a Doc is before it is linked to who says it."""

from __future__ import annotations

from dataclasses import dataclass

from whosays.extract.records import Span as Offsets


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure that is not yet linked to the attribution that holds it.

    Offsets count characters of the Doc.  ``low`` and ``high`` are inclusive, ``None`` is open.  ``measure`` starts
    with the unit where there is one ("% killed", "USD", "km") and ends with a rate ("killed per day").
    """

    span: Offsets
    low: float | None
    high: float | None
    approximate: bool
    measure: str | None
    of: str | None
    sentence: Offsets
