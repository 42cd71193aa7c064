"""How inputs are to be read: which column holds what, and who is to hear of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


def _nobody(_: str) -> None:
    """Hear nothing."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a caller says of the inputs.

    ``columns`` names the column of a table, or the key of a JSON object, that holds a field of the article
    (``{"text": "body"}``); a path into nested objects is written with dots.  ``tell`` hears one line for each table
    whose columns were guessed.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    tell: Callable[[str], None] = _nobody
