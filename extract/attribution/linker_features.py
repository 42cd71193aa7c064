"""Which word the encoder takes for the cue of a content or source, and for the source of a cue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc, Span

from whosays.extract.pipeline import ENCODED, Encoded, Floats, Located

ROLES = SOURCE, CUE, CONTENT = "Source", "Cue", "Content"
LONGEST_READ = 40  # words of a span that are asked for its cue
LEAST = -8.0  # a log probability below it says no more


@dataclass(frozen=True, slots=True)
class Pointers:
    """What the encoder says of the words of spans.

    ``rows`` maps the words of a Doc to rows of what was encoded; ``None``: they are the same.
    """

    encoded: Encoded
    rows: Mapping[int, int] | None = None
    located: Located | None = None

    @classmethod
    def of(cls, doc: Doc, words: Sequence[int] | None = None) -> Pointers | None:
        """Return what the encoder says of a Doc, if it has read it; ``words`` are their numbers in a larger Doc."""
        found = doc.user_data.get(ENCODED)
        if found is None:
            return None
        rows = None if words is None else {word: found.begin + i for i, word in enumerate(words)}
        return cls(found.encoded, rows, found if words is None else None)

    def _rows(self, span: Span, most: int = LONGEST_READ) -> list[int]:
        words = range(span.start, min(span.end, span.start + most))
        return list(words) if self.rows is None else [self.rows[i] for i in words if i in self.rows]

    def certainties(self, role: str) -> Floats:
        """Return the probability of each encoded word having a role (0 to 1)."""
        found: Floats = self.encoded.certain[ROLES.index(role)]
        return found

    def certainty(self, span: Span, role: str) -> float:
        """Return the mean probability that the words of a span have a role (0 to 1)."""
        rows = self._rows(span)
        return float(_mean(self.certainties(role)[rows])) if rows else 1.0

    def probability(self, span: Span, role: str) -> float:
        """Return the mean probability of a role over the words of a span, as the words around them leave it (0 to 1).

        1 where it is not known.
        """
        shares = self.located.roles(span.start, span.end) if self.located is not None else None
        if shares is None:
            return 1.0
        words = [token.i - span.start for token in span if not (token.is_punct or token.is_space or token.is_quote)]
        column = 1 + 2 * ROLES.index(role)  # B- and I- of the role, "O" first
        return float(shares[words, column : column + 2].sum(1).mean()) if words else 1.0

    def of_content(self, content: Span, cues: Sequence[Span]) -> list[float]:
        """Return the log probability of each of some cues being that of a content, as its words tell it."""
        rows, pointed = self._rows(content), [row for cue in cues for row in self._rows(cue, 1)]
        if not rows or len(pointed) < len(cues):
            return [0.0] * len(cues)
        return _log_shares(_mean(self.encoded.pointing("cue", rows, pointed)))

    def of_source(self, cue: Span, sources: Sequence[Span]) -> list[float]:
        """Return the log probability of each of some sources being that of a cue; nobody has a share of it too."""
        rows, pointed = self._rows(cue), [row for source in sources for row in self._rows(source, 1)]
        if not rows or len(pointed) < len(sources):
            return [0.0] * len(sources)
        scores = _mean(self.encoded.pointing("source", rows, [*pointed, rows[0]]))
        back = [_mean(told)[0] for told in self.encoded.each_pointing("cue", map(self._rows, sources), rows[:1])]
        scores[:-1] = (scores[:-1] + np.array(back, dtype=np.float32)) / 2
        return _log_shares(scores)[:-1]


def _mean(values: Floats) -> Floats:
    """Return the mean of the rows; of a few numbers it is found much sooner so than by the array's own method."""
    found: Floats = np.add.reduce(values) / np.float32(len(values))
    return found


def _log_shares(scores: Floats) -> list[float]:
    top = scores.max()
    shares = scores - top - np.log(np.exp(scores - top).sum())
    return [max(float(share), LEAST) for share in shares]
