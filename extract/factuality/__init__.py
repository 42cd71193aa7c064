"""How an attribution is meant: stance and certainty."""

from whosays.extract.factuality.stance import read_stance

__all__ = ["read_stance"]
