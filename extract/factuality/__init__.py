"""How an attribution is meant: stance and certainty, and what is only told of what it is about."""

from whosays.extract.factuality.presupposed import presupposed
from whosays.extract.factuality.silence import says_nothing
from whosays.extract.factuality.stance import read_stance
from whosays.extract.factuality.told import as_told

__all__ = ["as_told", "presupposed", "read_stance", "says_nothing"]
