"""Disks, clocks, writers, environments and names as nobody wants them: promises hold, or a line says why not."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.proof.surroundings import TRIALS, can_mount


@pytest.mark.model
@pytest.mark.parametrize("name", TRIALS)
def test_a_promise_holds(name: str) -> None:
    """Each trial of ``make chaos``, in a process of its own, as it forks."""
    if name.endswith("disk") and not can_mount():
        pytest.skip("no disk can be mounted here")
    code = (
        "import json, sys, tempfile; from pathlib import Path; from tests.proof.surroundings import TRIALS\n"
        "with tempfile.TemporaryDirectory() as folder: print(json.dumps(list(TRIALS[sys.argv[1]](Path(folder)))))"
    )
    done = subprocess.run([sys.executable, "-c", code, name], capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr[-2_000:]
    assert json.loads(done.stdout.splitlines()[-1]) == []
