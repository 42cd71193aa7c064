"""How inputs are to be read: which column holds what, and who is to hear of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from whosays.extract.articles.facts import Facts, FactsByPath
    from whosays.extract.lexicon import OwnOutlets


_EARLIEST: Final = 1900  # years; older papers are read, and whoever reads them knows it
_AHEAD: Final = 20  # years; articles that are made up, and drafts, are of some years ahead


@dataclass(slots=True)
class OddDays:
    """Days that are hardly meant, for the user to hear of; no article is changed by the clock."""

    count: int = 0
    first: str = ""

    def see(self, path: str, published: str | None) -> None:
        """Count an article of a year that articles seldom are of: 2089, 1850."""
        if not published or _EARLIEST <= int(published[:4]) <= date.today().year + _AHEAD:
            return
        self.count += 1
        self.first = self.first or f"{path} ({published[:10]})"


def _nobody(_: str) -> None:
    """Hear nothing."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a caller says of the inputs.

    ``columns`` names the column of a table, or the key of a JSON object, that holds a field of the article
    (``{"text": "body"}``); a path into nested objects is written with dots.  ``facts`` hold for every article,
    ``by_path`` for those that its table names, which goes before.  ``outlets`` is a list of the user's own.  With
    ``fetch``, web addresses are fetched.  ``tell`` hears one line for each table whose columns were guessed.
    ``odd_days`` counts dates that are hardly meant.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    facts: Facts | None = None
    by_path: FactsByPath | None = None
    outlets: OwnOutlets | None = None
    fetch: bool = False
    tell: Callable[[str], None] = _nobody
    odd_days: OddDays = field(default_factory=OddDays, compare=False)

    def facts_of(self, address: str) -> Facts | None:
        """Return what is told of the article of that address."""
        if self.by_path is None:
            return self.facts
        own = self.by_path.of(address)
        return own.over(self.facts) if self.facts else own
