"""Which articles are about the same."""

from whosays.graph.stories.contexts import SHARED_NAMES, Context, about_the_same

__all__ = ["SHARED_NAMES", "Context", "about_the_same"]
