"""The large runs: ``python -m tests.proof fuzz|kill|hostile`` and so on prints what it counted as JSON."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

FAILED = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what was asked for, print what was counted, and tell by the status whether anything failed."""
    asked = _parser().parse_args(arguments)
    runs: dict[str, Callable[[argparse.Namespace], Any]] = {
        "fuzz": _fuzz,
        "kill": _kill,
        "surroundings": _surroundings,
        "hostile": _hostile,
        "state": _state,
        "identity": _identity,
        "audit": _audit,
    }
    told = runs[asked.what](asked)
    print(json.dumps({asked.what: told}, indent=1, ensure_ascii=False))  # noqa: T201 - the answer of a program
    return FAILED if _failures(told) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.proof", description="What is promised, tried at length.")
    parser.add_argument("what", choices=("fuzz", "kill", "surroundings", "hostile", "state", "identity", "audit"))
    parser.add_argument(
        "--count", type=int, help="inputs, rounds, texts, lives, builds (default: 100000, 500, 1000, 500, 50)"
    )
    parser.add_argument("--first", type=int, default=0, help="number of the first input (fuzz)")
    parser.add_argument(
        "--state", type=Path, help="where fuzz (by default fuzz-state.jsonl), kill and identity go on from"
    )
    parser.add_argument("--only", help="these alone, between commas (kill, surroundings)")
    parser.add_argument("--python", default=sys.executable, help="the Pythons to build with, between commas (identity)")
    parser.add_argument("--sample", type=int, default=2, help="articles of the sample that are built, too (identity)")
    return parser


def _fuzz(asked: argparse.Namespace) -> Any:
    from tests.proof.fuzzing import run  # noqa: PLC0415 - each run loads what it needs

    return run(asked.first, asked.count or 100_000, asked.state or Path("fuzz-state.jsonl")).as_json()


def _kill(asked: argparse.Namespace) -> Any:
    from tests.proof.killing import COMMANDS, rounds  # noqa: PLC0415

    return rounds(asked.count or 500, tuple(asked.only.split(",")) if asked.only else COMMANDS, asked.state, _told)


def _surroundings(asked: argparse.Namespace) -> Any:
    from tests.proof.surroundings import SIZES, TRIALS, can_mount, full_disk  # noqa: PLC0415

    told: dict[str, Any] = {"a disk of its own": can_mount()}
    for name in asked.only.split(",") if asked.only else TRIALS:
        with tempfile.TemporaryDirectory() as folder:
            if name.endswith("disk") and not told["a disk of its own"]:
                continue
            found = full_disk(Path(folder), SIZES) if name == "full disk" else TRIALS[name](Path(folder))
            told[name] = list(found)
    return told


def _hostile(asked: argparse.Namespace) -> Any:
    from tests.proof.hostile import tried  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        return tried(asked.count or 1_000, Path(folder))


def _state(asked: argparse.Namespace) -> Any:
    from tests.proof.test_state import lived  # noqa: PLC0415

    return {"lives": lived(asked.count or 500)}


def _identity(asked: argparse.Namespace) -> Any:
    from tests.proof.identity import compared  # noqa: PLC0415

    return compared(asked.count or 50, asked.python.split(","), sample=asked.sample, state=asked.state, tell=_told)


def _audit(asked: argparse.Namespace) -> Any:  # noqa: ARG001 - as all runs
    from tests.proof.auditing import audited  # noqa: PLC0415

    return audited()


def _told(progress: str) -> None:
    print(progress, file=sys.stderr, flush=True)  # noqa: T201 - how far it is, for who waits, or stops it


def _failures(told: Any) -> bool:
    """Tell whether a list of faults anywhere in the counts holds one."""
    if isinstance(told, dict):
        return any(map(_failures, told.values()))
    return bool(told) and isinstance(told, list)


if __name__ == "__main__":
    sys.exit(main())
