"""One whole process, from its start to its end: what it took and what it printed (POSIX only)."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
KIB = 1024 if sys.platform != "darwin" else 1  # ru_maxrss is in KiB, on macOS in bytes


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds on the clock, seconds of processor, peak memory in MB of its largest process, and its output."""

    seconds: float
    cpu_seconds: float
    peak_mb: int
    output: str


def spend(arguments: Sequence[str], environment: Mapping[str, str] = ONE_THREAD) -> Spent:
    """Run ``python ARGUMENTS`` to its end in the project's folder; raises ``RuntimeError`` where it fails."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begin = time.perf_counter()
        command = [sys.executable, *arguments]
        process = subprocess.Popen(command, stdout=out, stderr=err, cwd=ROOT, env={**os.environ, **environment})
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            err.seek(0)
            raise RuntimeError(f"{' '.join(arguments)}: {err.read().decode(errors='replace')}")
        out.seek(0)
        output = out.read().decode()
    return Spent(seconds, used.ru_utime + used.ru_stime, round(used.ru_maxrss * KIB / 1e6), output)
