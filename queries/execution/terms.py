"""Terms of the vocabulary that there are not: said so where a question of one's own would merely find nothing."""

from __future__ import annotations

import re
from typing import Final

from whosays.ontology import WS
from whosays.queries.errors import QueryError
from whosays.queries.execution.guarding import prefixed_names
from whosays.queries.execution.suggestion import did_you_mean

_PREFIX: Final = re.compile(r"\bPREFIX\s+(\w*):\s*<([^>]*)>", re.IGNORECASE)
_TERMS: Final = frozenset(name for name in WS.__annotations__ if not name.startswith("_"))


def check_terms(name: str, text: str) -> None:
    """Raise ``QueryError`` for a term of the own namespace that the vocabulary lacks, with the one that was meant."""
    prefixes = {prefix for prefix, namespace in _PREFIX.findall(text) if namespace == str(WS)}
    for prefix, local in prefixed_names(text):
        if prefix in prefixes and local not in _TERMS:
            near = did_you_mean(local, sorted(_TERMS))
            raise QueryError(f"{name}: no term {prefix}:{local} in the vocabulary{'; ' if near else ''}{near}")
