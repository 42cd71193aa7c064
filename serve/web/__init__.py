"""The service itself: endpoint, API and pages over HTTP."""

from whosays.serve.web.app import application
from whosays.serve.web.guard import Access
from whosays.serve.web.server import AddressError, Settings, run

__all__ = ["Access", "AddressError", "Settings", "application", "run"]
