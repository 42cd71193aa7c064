"""One offline page that shows who says what through whom, and the words that prove it."""

from whosays.graph.view.model.data import PageData
from whosays.graph.view.model.filters import Filters
from whosays.graph.view.model.gathering import gather
from whosays.graph.view.page.rendering import draw, network, page, write_page

__all__ = ["Filters", "PageData", "draw", "gather", "network", "page", "write_page"]
