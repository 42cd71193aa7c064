"""All that proves one claim of several articles, in a folder that can be checked without whosays."""

from whosays.bundle.collecting import bundle

__all__ = ["bundle"]
