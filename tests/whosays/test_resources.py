"""The files that rooms bring along: how they are read, what of them a kept analysis depends on, what a wheel holds."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from whosays import resources
from whosays.graph.incremental.program import CODE_AND_DATA
from whosays.lazily import lazily
from whosays.resources import (
    files_below,
    listed,
    read_classes,
    read_lines,
    read_records,
    read_rows,
    resource,
    word_classes,
)

ROOT = Path(__file__).parents[2]
ROOMS = {f"whosays.{room}": room for room in ("extract", "graph", "ontology", "serve")}
NO_SOURCES = (".*", "build", "*.egg-info", "__pycache__", "whosays-demo")
SETUPTOOLS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the data folder of an invented room."""
    monkeypatch.setattr(resources, "files", lambda package: tmp_path / package)
    data = tmp_path / "whosays.cellar" / "data"
    data.mkdir(parents=True)
    return data


def test_comments_and_empty_lines_are_no_lines(room: Path) -> None:
    """A table may be explained and spaced out."""
    (room / "a.tsv").write_text("# what it is\none\n\n  \ntwo # kept\n", encoding="utf-8")
    assert read_lines("cellar", "a.tsv") == ["one", "two # kept"]


def test_rows_have_the_cells_that_are_asked_for(room: Path) -> None:
    """Cells that a line leaves out at its end are empty; white space around a cell is no part of it."""
    (room / "a.tsv").write_text("one\t two \nthree\n", encoding="utf-8")
    assert read_rows("cellar", "a.tsv", 3) == [("one", "two", ""), ("three", "", "")]


def test_records_are_named_by_the_header_line(room: Path) -> None:
    """A quotation mark in a cell is a quotation mark."""
    (room / "a.tsv").write_text('# c\nname\talso\nThe "Post"\tPost\nCourier\n', encoding="utf-8")
    expected = [{"name": 'The "Post"', "also": "Post"}, {"name": "Courier", "also": ""}]
    assert read_records("cellar", "a.tsv") == expected


def test_classes_of_words_have_names(room: Path) -> None:
    """One class a line, its name before the colon."""
    (room / "a.txt").write_text("fish: cod hake\nbirds: rook\n", encoding="utf-8")
    assert read_classes("cellar", "a.txt") == {"fish": frozenset({"cod", "hake"}), "birds": frozenset({"rook"})}


def test_all_files_of_words_of_a_room_are_read_together(room: Path) -> None:
    """A class is asked for by its name alone, whichever file it stands in; other files are none of words."""
    for name, line in (("sea_words.txt", "fish: cod hake"), ("air_words.txt", "birds: rook"), ("a.txt", "no: words")):
        (room / name).write_text(f"{line}\n", encoding="utf-8")
    word_classes.cache_clear()
    assert word_classes("cellar") == {"fish": frozenset({"cod", "hake"}), "birds": frozenset({"rook"})}


@pytest.mark.parametrize("place", ["extract", "graph", "gazetteer"])
def test_no_class_of_words_is_named_twice(place: str) -> None:
    """Of two classes of one name in a room's files the second would hide the first."""
    files = (e.name for e in resources.resource(place, "data").iterdir() if e.name.endswith("_words.txt"))
    names = [line.partition(":")[0] for name in files for line in read_lines(place, name)]
    assert sorted(names) == sorted(set(names))


def test_a_cell_may_hold_several() -> None:
    """Parts stand between commas; nothing between two commas is no part."""
    assert listed("MPA, Morning Press Agency,,") == ("MPA", "Morning Press Agency")


def test_a_changed_module_at_any_depth_is_another_program(tmp_path: Path) -> None:
    """What was derived by other code or other word lists is not kept, wherever in the room they lie."""
    deep = tmp_path / "claims" / "deeper"
    deep.mkdir(parents=True)
    (deep / "matcher.py").write_text("SAME = 1", encoding="utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "words.tsv").write_text("one", encoding="utf-8")
    (tmp_path / "matcher.pyc").write_text("built", encoding="utf-8")
    found = [path for path, _ in files_below(tmp_path) if path.endswith(CODE_AND_DATA)]
    assert found == ["claims/deeper/matcher.py", "data/words.tsv"]


def test_every_folder_with_a_module_is_a_listed_package() -> None:
    """A sub-package that pyproject.toml does not list would be missing from the wheel."""
    folders = {**{room: room.removeprefix("whosays.") for room in (*ROOMS, "whosays.queries")}, "whosays": "whosays"}
    found = {
        ".".join((package, *init.parent.relative_to(ROOT / folder).parts))
        for package, folder in folders.items()
        for init in (ROOT / folder).rglob("__init__.py")
        if not any(part.is_symlink() for part in (init, *init.parents))
    }
    assert found == set(SETUPTOOLS["packages"])


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """Return a wheel of this checkout, built from a copy: a build leaves folders behind."""
    folder = tmp_path_factory.mktemp("wheel")
    copy = folder / "checkout"
    shutil.copytree(ROOT, copy, symlinks=True, ignore=shutil.ignore_patterns(*NO_SOURCES))
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", str(folder)]
    built = subprocess.run([*command, str(copy)], capture_output=True, text=True, check=False)  # noqa: S603
    assert built.returncode == 0, built.stderr
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def test_the_wheel_holds_every_file_of_the_rooms(wheel: zipfile.ZipFile) -> None:
    """Modules, tables, model, templates: what lies in a room's folder is in the wheel, and nothing else is."""
    held = {name for name in wheel.namelist() if ".dist-info/" not in name}
    rooms = {**ROOMS, "whosays.queries": "queries", "whosays": "whosays"}
    kept = (".md", ".pyc")
    expected = {
        "/".join((*package.split("."), *file.relative_to(ROOT / folder).parts))
        for package, folder in rooms.items()
        for file in (ROOT / folder).rglob("*")
        if file.is_file() and file.suffix not in kept and not any(p.is_symlink() for p in (file, *file.parents))
    }
    assert {name for name in held if not name.endswith(kept)} == expected


def test_a_name_is_loaded_when_it_is_asked_for() -> None:
    """The module that has it is imported then; a name that no module has is none of the package."""
    load = lazily("whosays", {"lines": "many"})
    assert load("many")(2, "mill") == "2 mills"
    with pytest.raises(AttributeError, match="whosays"):
        load("few")


@pytest.mark.parametrize("rooms", [("extract", "gazetteer"), ("graph", "gazetteer")])
def test_a_class_of_words_is_told_once(rooms: tuple[str, ...]) -> None:
    """Of two classes of one name the one would silently stand for the other."""
    names = [
        line.partition(":")[0]
        for room in rooms
        for file in sorted(resource(room, "data").iterdir(), key=lambda file: file.name)
        if file.name.endswith("_words.txt")
        for line in read_lines(room, file.name)
    ]
    assert [name for name, count in Counter(names).items() if count > 1] == []
