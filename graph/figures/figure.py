"""What is compared: one figure with all that its articles tell of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

UNNAMED: Final = "#"  # in what a voice without a name, or an article's own, is known by


@dataclass(frozen=True, slots=True)
class Figure:
    """What is compared: an interval, measure, of whom, over how many days, told on which day.

    ``marks`` are what its sentence tells of it (``wording.marks``), ``voices`` who tells it, also by name;
    ``about`` are the names that its articles are known by, ``around`` the words that belong to it in each sentence;
    ``things`` are the words of whom or what it counts.  ``others`` is how many other counts of that measure an
    article that tells it has, as one on a war does.
    """

    low: float | None
    high: float | None
    measure: str
    of: str
    days: int | None = None
    supposed: bool = False
    told_on: str | None = None
    vague: bool = False
    marks: frozenset[str] = frozenset()
    voices: frozenset[str] = frozenset()
    about: tuple[frozenset[str], ...] = ()
    around: tuple[frozenset[str], ...] = ()
    things: str = ""
    others: int = 0

    @property
    def named_tellers(self) -> frozenset[str]:
        """The names among its voices; one without a name, or an article's own, is known by an IRI with a "#"."""
        return frozenset(voice for voice in self.voices if UNNAMED not in voice)
