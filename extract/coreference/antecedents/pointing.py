"""Whom the encoder takes for meant by a word: log probabilities over those who may be."""

from __future__ import annotations

import math
from collections.abc import Sequence

from spacy.tokens import Doc

from whosays.extract.coreference.referent import Referent
from whosays.extract.pipeline import ENCODED

LEAST = -5.0  # such a log probability says no more
POINTED_BACK, POINTED_AHEAD = 300, 40  # words from a pronoun that the encoder is asked about


def pointed_at(doc: Doc, word: int, pool: Sequence[Referent]) -> dict[int, float]:
    """Return by ``id()`` the log probability that a referent is meant by a word; 0 where the encoder is silent."""
    found = doc.user_data.get(ENCODED)
    if found is None or not pool:
        return {id(r): 0.0 for r in pool}
    near = [r.between(word - POINTED_BACK, word + POINTED_AHEAD) for r in pool]
    words = [[found.begin + i for o in occurrences for i in range(o.start, o.end) if i != word] for occurrences in near]
    pointed = [row for rows in words for row in rows]
    if not pointed:
        return {id(r): 0.0 for r in pool}
    scores = iter(found.encoded.pointing("antecedent", [found.begin + word], pointed)[0].tolist())
    best = [max((next(scores) for _ in rows), default=LEAST) for rows in words]
    total = math.log(sum(math.exp(score - max(best)) for score in best)) + max(best)
    return {id(r): max(score - total, LEAST) for r, score in zip(pool, best, strict=True)}
