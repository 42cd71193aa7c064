"""The page of guarantees names tests that are there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "guarantees.md").read_text("utf-8")
ROWS = re.findall(r"^\| (.+) \| (.+) \|$", PAGE, re.MULTILINE)
PROMISES = [(promise, test) for promise, test in ROWS if promise not in ("promise", "---")]


def functions(path: Path) -> set[str]:
    return {node.name for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)}


def test_every_promise_has_a_test_that_is_there() -> None:
    """File and function exist, and the function is a test."""
    assert len(PROMISES) >= 25
    missing = []
    for promise, test in PROMISES:
        named = re.fullmatch(r"`(tests/[\w/]+\.py)::(test_\w+)`", test)
        if named is None or not (ROOT / named[1]).exists() or named[2] not in functions(ROOT / named[1]):
            missing.append((promise, test))
    assert missing == []


def test_files_that_the_page_on_security_names_are_there() -> None:
    """Each protection names the test that tries it."""
    page = (ROOT / "docs" / "security.md").read_text("utf-8")
    named = set(re.findall(r"`(tests/[\w/]+\.py)`", page))
    assert len(named) >= 7
    assert sorted(name for name in named if not (ROOT / name).exists()) == []
