"""What is installed: locked with hashes, fitting what is asked for; what is said of holes that nobody could tell."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.proof.auditing import LOCK, NO_LIST, counted

USERS = ("mcp", "documents", "parquet", "warc", "notebook")  # the extras that are locked, too
PINNED = re.compile(r"^([\w.-]+)==([^\s;]+)", re.MULTILINE)


def test_what_is_locked_is_what_is_asked_for() -> None:
    """Each library of a plain installation and of users' extras is locked, in a version that pyproject.toml allows."""
    project = tomllib.loads((LOCK.parent / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *(each for extra in USERS for each in project["optional-dependencies"][extra])]
    locked: dict[str, list[str]] = {}
    for name, version in PINNED.findall(LOCK.read_text("utf-8")):
        locked.setdefault(canonicalize_name(name), []).append(version)
    for requirement in map(Requirement, asked):
        versions = locked.get(canonicalize_name(requirement.name), [])
        assert versions, f"{requirement} is not locked: make lock"
        assert all(map(requirement.specifier.contains, versions)), f"{requirement}: locked as {versions}: make lock"


def test_each_file_that_is_locked_has_a_hash() -> None:
    """Nothing is installed whose bytes are not known, and nothing from an address."""
    entries = re.split(r"\n(?=\S)", LOCK.read_text("utf-8"))
    pinned = [entry for entry in entries if not entry.startswith("#")]
    assert len(pinned) > 100
    assert all(PINNED.match(entry) and "--hash=sha256:" in entry for entry in pinned)
    assert "://" not in "".join(pinned)


def test_a_library_that_nobody_asked_for_is_not_said_to_be_sound() -> None:
    """Without the list of known holes there is no verdict; a hole is named, with what mends it."""
    unasked: dict[str, Any] = {"name": "a", "skip_reason": "Dependency not found on PyPI"}
    asked: dict[str, Any] = {"name": "b", "version": "1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2"]}]}
    assert counted({"dependencies": [unasked]}) == {"libraries": 1, "known": NO_LIST, "holes": []}
    told = counted({"dependencies": [unasked, asked, {**asked, "vulns": []}]})
    assert told == {"libraries": 3, "known": 2, "holes": ["b 1: PYSEC-1, mended in 2"]}
