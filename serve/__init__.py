"""The graph for others: questions within limits, an endpoint, pages and an API, and the same for language models.

Importing this loads no heavy library.
"""

from whosays.serve.limits import GIGABYTE, Limits, Worker

__all__ = ["GIGABYTE", "Limits", "Worker"]
