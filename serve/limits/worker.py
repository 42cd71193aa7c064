"""The other side of the pipes: a process started, asked, and ended where it takes too long.

It is this Python started anew, and imports nothing of the caller; what it can be asked is the ``JOBS`` of a module.
This side loads no library: the command line asks through it, and would wait twice.
"""
# ruff: noqa: PLC0415 - the rooms wait until one of their errors is to be raised

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO, Final, cast

from whosays.serve.limits.limits import GIGABYTE, Limits
from whosays.serve.limits.reply import Reply, limits_as_json, received, send

if TYPE_CHECKING:
    from whosays.queries import LimitError

OWN_JOBS: Final = "whosays.serve.limits.jobs"
STARTING: Final = 120.0  # seconds: a busy machine is no reason to give up
_MODULE: Final = "whosays.serve.limits.child"
_APART: Final[dict[str, Any]] = (  # Ctrl-C goes to all processes of a terminal; only the first is to answer it
    {"creationflags": getattr(subprocess, "CREATE_NO_WINDOW", 0)} if os.name == "nt" else {"process_group": 0}
)
_OUT_OF_MEMORY: Final = {-signal.SIGABRT, -getattr(signal, "SIGKILL", 9)}  # its own doing, and the system's


class Worker:
    """One process over the graph in a folder or at an address; one question at a time.  Close it, or use ``with``.

    ``ask`` raises what the question deserves: ``QueryError``, ``LimitError`` where it was stopped, ``GraphError``
    where there is no graph.  After a stop the process may be gone (``is_dead``): start another one.
    One that ``gives_way`` works when no other process wants to.
    """

    def __init__(
        self,
        folder: Path | str,
        jobs: str = OWN_JOBS,
        limits: Limits | None = None,
        in_memory: bool = False,
        *,
        gives_way: bool = False,
    ) -> None:
        self.limits = limits or Limits()
        self._stopped = False
        paths = [os.path.abspath(path) for path in sys.path if isinstance(path, str)]  # noqa: PTH100 - as texts
        code = f"import sys; sys.path[:] = {paths!r}; from {_MODULE} import main; main()"
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONINSPECT"}
        self._process = subprocess.Popen(  # noqa: S603 - this Python, our module
            [sys.executable, "-c", code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # an engine's last words before it ends
            env=environment,
            **_APART,
        )
        self._questions = cast("BinaryIO", self._process.stdin)
        self._replies = cast("BinaryIO", self._process.stdout)
        told = limits_as_json(self.limits)
        setup = {"folder": str(folder), "jobs": jobs, "limits": told, "in_memory": in_memory, "gives_way": gives_way}
        with contextlib.suppress(OSError):
            send(self._questions, setup)

    @property
    def is_dead(self) -> bool:
        """Whether the process is gone."""
        return self._stopped or self._process.poll() is not None

    def wait(self) -> None:
        """Wait until the process has opened the graph; ``GraphError`` where it cannot."""
        about, _ = self._received(STARTING)
        self._raise(about)

    def ask(self, job: str, **arguments: Any) -> Reply:
        """Return the reply to one question, asked once ``wait`` has returned."""
        with contextlib.suppress(OSError):  # a pipe without an end; there is no reply either
            send(self._questions, {"job": job, "arguments": arguments})
        about, body = self._received(self.limits.seconds)
        self._raise(about)
        return Reply(body, about["about"])

    def kill(self) -> None:
        """End the process now, whatever it does; who waits for its reply gets ``LimitError``."""
        self._stopped = True
        self._process.kill()

    def close(self) -> None:
        """End the process and let go of its pipes."""
        self.kill()
        self._process.wait()
        for pipe in (self._questions, self._replies):
            with contextlib.suppress(OSError):
                pipe.close()

    def __enter__(self) -> Worker:
        try:
            self.wait()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _received(self, seconds: float) -> tuple[dict[str, Any], bytes]:
        timer = threading.Timer(seconds, self.kill)
        timer.daemon = True
        timer.start()
        try:
            message = received(self._replies)
        except (OSError, ValueError):  # cut off in the middle
            message = None
        finally:
            timer.cancel()
        if message is None or self._stopped:
            raise self._end(seconds)
        return message

    def _end(self, seconds: float) -> LimitError:
        """Return what ended the process."""
        from whosays.queries import LimitError

        if self._stopped:
            long = f"{seconds:g} second{'' if seconds == 1 else 's'}"
            return LimitError("time", f"stopped after {long}; ask for less, or allow more time")
        status = self._process.wait()
        self._stopped = True
        if status in _OUT_OF_MEMORY:
            return self._out_of_memory()
        return LimitError("depth", "the question is too long or too deeply nested for the engine; make it shorter")

    def _out_of_memory(self) -> LimitError:
        from whosays.queries import LimitError

        allowed = f"{self.limits.memory / GIGABYTE:g} GB"
        return LimitError("memory", f"stopped as it needed more than {allowed} of memory; ask for less, or allow more")

    def _raise(self, about: Mapping[str, Any]) -> None:
        if "error" not in about:
            return
        from whosays.graph import GraphError
        from whosays.queries import FormatError, LimitError, QueryError

        message = about["message"]
        match about["error"]:
            case "limit":
                raise self._out_of_memory() if about["limit"] == "memory" else LimitError(about["limit"], message)
            case "query":
                raise QueryError(message)
            case "format":
                raise FormatError(message)
            case "graph":
                raise GraphError(message)
        raise RuntimeError(message)
