"""Questions asked in a process of their own, which is ended when they take too long, too much or too many.

``Pool``, ``Call``, ``BusyError`` and ``Asked`` are loaded when they are asked for: they need the graph, which the
command line does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from whosays.lazily import lazily
from whosays.serve.limits.limits import GIGABYTE, Limits
from whosays.serve.limits.reply import Job, Reply
from whosays.serve.limits.worker import Worker

if TYPE_CHECKING:
    from whosays.serve.limits.pool import BusyError, Call, Pool
    from whosays.serve.limits.warming import Asked

__all__ = ["GIGABYTE", "Asked", "BusyError", "Call", "Job", "Limits", "Pool", "Reply", "Worker"]

__getattr__ = lazily(__name__, {"pool": "BusyError Call Pool", "warming": "Asked"})
