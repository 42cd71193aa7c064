"""The service itself: endpoint, API and pages over HTTP."""

from whosays.serve.web.app import application
from whosays.serve.web.guard import Access
from whosays.serve.web.server import Settings, run

__all__ = ["Access", "Settings", "application", "run"]
