"""Units of measure: which measure the same thing, and how much of the first of them each one is."""

from __future__ import annotations

from typing import Final

from whosays.resources import read_rows

_ROWS: Final = read_rows("graph", "units.tsv", 4)
_UNITS: Final = {unit: (base or unit, float(much or 1)) for unit, base, much, _ in _ROWS}
_CALLED: Final = {unit: called for unit, *_, called in _ROWS if called}
_SIZES: Final = frozenset({"m", "km/h", "kg", "m2"})
_LONGEST_FIRST: Final = sorted(_UNITS, key=len, reverse=True)


def unit_of(measure: str) -> str | None:
    """Return the unit that a measure starts with: "usd" of "usd raised", ``None`` of a plain count."""
    return next((unit for unit in _LONGEST_FIRST if measure == unit or measure.startswith(f"{unit} ")), None)


def measure_name(measure: str) -> str:
    """Return a measure as a reader calls it: "US dollars paid" for "USD paid"; one that is no unit's as it is."""
    unit = unit_of(measure.lower())
    return measure if unit is None else f"{_CALLED.get(unit, unit)}{measure[len(unit) :]}"


def predicate_of(measure: str) -> str:
    """Return what a measure tells besides its unit: "raised" of "usd raised"."""
    return measure.removeprefix(unit_of(measure) or "").strip()


def base_unit(unit: str | None) -> str | None:
    """Return the unit by which those that measure the same thing are compared: "m" of "feet"."""
    return None if unit is None else _UNITS[unit][0]


def is_size(measure: str) -> bool:
    """Tell whether a measure is a length, a weight, an area or a speed."""
    return base_unit(unit_of(measure)) in _SIZES


def in_base_unit(number: float, unit: str) -> float:
    """Return so much of a unit in the one by which it is compared."""
    return number * _UNITS[unit][1]
