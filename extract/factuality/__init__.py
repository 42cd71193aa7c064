"""How an attribution is meant: stance and certainty."""

from whosays.extract.factuality.stance import as_told, read_stance

__all__ = ["as_told", "read_stance"]
