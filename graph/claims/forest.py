"""The trees that weigh how far two claims overlap (``common_words``, ``neighbours``).

``training/claim_trees.py`` made them.
"""

from __future__ import annotations

import json
from functools import cache

from whosays.learned import Forest, read_forest
from whosays.resources import resource


@cache
def trees() -> Forest:
    """Return the shipped trees, read once a process."""
    return read_forest(json.loads(resource("graph", "model", "claim_trees.json").read_text(encoding="utf-8")))
