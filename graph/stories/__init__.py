"""Which articles are about the same."""

from whosays.graph.stories.contexts import SHARED_NAMES, Context, Contexts, about_the_same

__all__ = ["SHARED_NAMES", "Context", "Contexts", "about_the_same"]
