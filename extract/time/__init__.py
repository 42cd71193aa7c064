"""When it was: expressions of time as stretches of the calendar."""

from whosays.extract.time.figure_times import dated, day_of, sited

__all__ = ["dated", "day_of", "sited"]
