"""Units of measure: which measure the same thing, and how much of the first of them each one is."""

from __future__ import annotations

from typing import Final

# a line for each thing that is measured: its units as ``extract`` writes them, each with how much of the first it is
_TABLE: Final = """
m 1 | km 1000 | miles 1609.344 | nautical miles 1852 | cm 0.01 | mm 0.001 | feet 0.3048 | inches 0.0254 | yards 0.9144
km/h 1 | mph 1.609344
kg 1 | tonnes 1000 | pounds 0.45359237
m2 1 | km2 1000000 | square miles 2589988.11 | square feet 0.09290304 | hectares 10000 | acres 4046.8564224
usd 1 | cents 0.01
"""
# units that turn into no other one; between currencies only a day's rate would tell
_ALONE: Final = """
% | percentage points | eur | gbp | rub | uah | cny | jpy | krw | inr | ils | aud | cad | nzd | hkd | sgd | try | litres
watts | degrees
"""


def _units() -> dict[str, tuple[str, float]]:
    found = {unit.strip(): (unit.strip(), 1.0) for line in _ALONE.strip().splitlines() for unit in line.split("|")}
    for line in _TABLE.strip().splitlines():
        told = [part.strip().rpartition(" ") for part in line.split("|")]
        found |= {unit: (told[0][0], float(factor)) for unit, _, factor in told}
    return found


_UNITS: Final = _units()
_SIZES: Final = frozenset({"m", "km/h", "kg", "m2"})
_LONGEST_FIRST: Final = sorted(_UNITS, key=len, reverse=True)


def unit_of(measure: str) -> str | None:
    """Return the unit that a measure starts with: "usd" of "usd raised", ``None`` of a plain count."""
    return next((unit for unit in _LONGEST_FIRST if measure == unit or measure.startswith(f"{unit} ")), None)


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
