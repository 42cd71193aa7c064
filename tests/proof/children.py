"""Work done in a forked child, which can be killed at any moment; the parent opens no graph and so has no threads.

A fork has all that the parent has loaded: a round takes as long as its work, and no model is loaded again.
"""

from __future__ import annotations

import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Final

PATIENCE: Final = 1_800.0  # seconds after which a child is hung, also where the machine has much else to do
DEFECT: Final = 99
Work = Callable[[], object]


@cache
def load() -> None:
    """Load what commands need into this process, before it forks: libraries and the model, and no graph."""
    import whosays.building  # noqa: PLC0415
    import whosays.exporting  # noqa: PLC0415
    import whosays.graph.incremental  # noqa: PLC0415
    import whosays.queries  # noqa: PLC0415
    import whosays.summary  # noqa: F401, PLC0415
    from whosays.extract.batch import _extractor  # noqa: PLC0415

    _extractor()


def forked(work: Work, log: Path) -> int:
    """Start work in a child that prints into a file, and return its number."""
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child:
        return child
    status = DEFECT
    try:
        descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(descriptor, 1)
        os.dup2(descriptor, 2)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        result = work()
        status = result if isinstance(result, int) else 0
    except SystemExit as error:
        status = error.code if isinstance(error.code, int) else 1
    except BaseException:
        os.write(2, traceback.format_exc().encode("utf-8", "backslashreplace"))
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def ended(child: int, seconds: float = PATIENCE) -> int:
    """Wait for a child and return its status, the negative number of the signal that ended it; kill it when hung."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.005)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    raise TimeoutError(f"a child did not end within {seconds:g} seconds")


def done(work: Work, log: Path, seconds: float = PATIENCE) -> int:
    """Do work in a child to its end and return its status."""
    return ended(forked(work, log), seconds)


def killed(work: Work, log: Path, seconds: float) -> bool:
    """Do work in a child and kill it after some time; ``False`` where it had ended before."""
    child = forked(work, log)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return ended(child) == -signal.SIGKILL


def command(*arguments: object) -> Work:
    """Return a command of whosays as work."""
    given: Sequence[str] = [os.fspath(each) if isinstance(each, os.PathLike) else str(each) for each in arguments]

    def work() -> int:
        from whosays.cli import run  # noqa: PLC0415 - loaded by the parent already

        return run(given)

    return work


def exported(kg: Path, log: Path) -> bytes:
    """Return a graph as N-Quads, written by a child."""
    out = log.with_suffix(".nq")
    out.unlink(missing_ok=True)
    status = done(command("export", "--kg", kg, "--out", out), log)
    if status:
        raise AssertionError(f"export ended with {status}: {log.read_text('utf-8', 'replace')[-500:]}")
    return out.read_bytes()
