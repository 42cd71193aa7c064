"""A web page in: its main text, and what it says about itself."""

from whosays.extract.articles.web.decoded_twice import repaired
from whosays.extract.articles.web.page import Page, declared_encoding, paragraphs_of_markup, read_page

__all__ = ["Page", "declared_encoding", "paragraphs_of_markup", "read_page", "repaired"]
