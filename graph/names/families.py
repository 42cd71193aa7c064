"""Which publisher an outlet belongs to, with others: outlets of one family are told with the origins and the copies.

Looked up by name, in the gazetteer's ``families.tsv`` and in the owners of ``outlet_register.tsv``; a name that stands
there with two owners belongs to none.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from whosays.graph.names.normalization import body_form, plain
from whosays.resources import listed, read_records, word_classes

# words that an owner's name has in one list and lacks in another ("Nexstar", "Nexstar Media Group")
_GENERIC: Final = word_classes("graph")["generic_in_publishers"]


def family(names: Iterable[str]) -> str | None:
    """Return the publisher of an outlet by its names, the first that is known; ``None`` where none is."""
    return next((found for name in names if (found := _families().get(body_form(name)))), None)


@functools.cache
def _families() -> dict[str, str]:
    """Return publishers by the normal form of their outlets."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    shown: dict[str, str] = {}
    for row in read_records("gazetteer", "outlet_register.tsv"):
        if row["owner"]:
            owner = _owner(row["owner"])
            shown[owner] = min(shown.get(owner, row["owner"]), row["owner"], key=lambda name: (len(name), name))
            for name in (row["name"], *listed(row["other_names"] or "")):
                owners[body_form(name)].add(owner)
    found = {name: shown[next(iter(owner))] for name, owner in owners.items() if len(owner) == 1 and name}
    for row in read_records("gazetteer", "families.tsv"):
        found.update(dict.fromkeys(map(body_form, listed(row["outlets"])), row["publisher"]))
    return found


def _owner(name: str) -> str:
    words = plain(name).replace(" w ", "w ").split()
    while len(words) > 1 and words[-1] in _GENERIC:
        words.pop()
    return " ".join(words)
