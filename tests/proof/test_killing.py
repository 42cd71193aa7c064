"""A few of the rounds of ``make chaos``: whatever is killed, the same command again makes the same bytes."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

FEW = 13  # two or three of each


@pytest.fixture(scope="module")
def told() -> dict[str, dict[str, object]]:
    """What a large run, made small, prints; in a process of its own, as it forks."""
    done = subprocess.run(  # noqa: S603 - this Python, our module
        [sys.executable, "-m", "tests.proof", "kill", "--count", str(FEW)], capture_output=True, text=True, check=False
    )
    assert done.stdout, done.stderr[-2_000:]
    counts: dict[str, dict[str, object]] = json.loads(done.stdout)["kill"]
    return counts


@pytest.mark.model
@pytest.mark.parametrize("command", ["build", "relate", "review", "remove", "compact"])
def test_a_killed_command_is_simply_run_again(told: dict[str, dict[str, object]], command: str) -> None:
    """kill -9 at moments by chance: what was there can be read, and the command then ends as if never killed."""
    assert told[command]["killed"] in (2, 3)
    assert told[command]["lost"] == []


@pytest.mark.model
def test_a_killed_service_leaves_the_graph_and_no_copies(told: dict[str, dict[str, object]]) -> None:
    """What a service copied is cleared away by the next one."""
    assert told["serve"]["killed"] == 2
    assert told["serve"]["lost"] == []
