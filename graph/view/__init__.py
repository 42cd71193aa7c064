"""One offline page that shows who says what through whom, and the words that prove it."""

from whosays.graph.view.model.data import PageData, Voice
from whosays.graph.view.model.filters import Filters, is_meant
from whosays.graph.view.model.gathering import gather
from whosays.graph.view.model.readings import is_named, naming_sentence
from whosays.graph.view.page.rendering import draw

__all__ = ["Filters", "PageData", "Voice", "draw", "gather", "is_meant", "is_named", "naming_sentence"]
