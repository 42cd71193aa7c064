"""A few of the rounds of ``make chaos``: whatever is killed, the same command again makes the same bytes."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

FEW = "3"


@pytest.mark.model
@pytest.mark.parametrize("command", ["build", "relate", "review", "remove"])
def test_a_killed_command_is_simply_run_again(command: str) -> None:
    """kill -9 at moments by chance: what was there can be read, and the command then ends as if never killed."""
    told = counted("kill", "--count", FEW, "--only", command)["kill"][command]
    assert told["rounds"] == int(FEW)
    assert told["lost"] == []


@pytest.mark.model
def test_a_killed_service_leaves_the_graph_and_no_copies() -> None:
    """What a service copied is cleared away by the next one."""
    told = counted("kill", "--count", "1", "--only", "serve")["kill"]["serve"]
    assert (told["rounds"], told["lost"]) == (1, [])


def counted(*arguments: str) -> dict[str, dict[str, dict[str, object]]]:
    """Return what a large run, made small, prints; in a process of its own, as it forks."""
    done = subprocess.run(  # noqa: S603 - this Python, our module
        [sys.executable, "-m", "tests.proof", *arguments], capture_output=True, text=True, check=False
    )
    assert done.stdout, done.stderr[-2_000:]
    told: dict[str, dict[str, dict[str, object]]] = json.loads(done.stdout)
    return told
