"""What was probably meant where a name is given that there is not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rapidfuzz import fuzz, process, utils

ALIKE: Final = 60  # of 100, from which on a name may have been meant


def did_you_mean(given: str, known: Iterable[str]) -> str:
    """Return the question whether the nearest of the known names was meant; nothing where none is near."""
    near = process.extractOne(
        given, list(known), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=ALIKE
    )
    return f"did you mean {near[0]}?" if near else ""


def there_are(given: str, known: Iterable[str]) -> str:
    """Return what there is, behind the question whether the nearest of it was meant."""
    names = list(known)
    return f"{did_you_mean(given, names)} there are: {', '.join(names)}".lstrip()
