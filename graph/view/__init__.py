"""One offline page that shows who says what through whom, and the words that prove it."""

from whosays.graph.view.data import PageData
from whosays.graph.view.filters import Filters
from whosays.graph.view.gathering import gather
from whosays.graph.view.rendering import draw, network, page, write_page

__all__ = ["Filters", "PageData", "draw", "gather", "network", "page", "write_page"]
