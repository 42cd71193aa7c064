"""What a graph holds, or what an addition brought, told to a person at the end of a build."""

from whosays.summary.telling import summarise

__all__ = ["summarise"]
