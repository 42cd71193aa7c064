"""Which files there are to read: files as they are given, folders, patterns, and standard input."""

from __future__ import annotations

import glob
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final, TypeAlias

from whosays.extract.articles.inputs.registry import is_readable, kinds
from whosays.extract.errors import ArticleSkipped

STANDARD_INPUT: Final = "-"
_ADDRESS: Final = re.compile(r"(https?|ftp):[/\\]+", re.IGNORECASE)  # a Path of one has a single slash left

Paths: TypeAlias = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]


def list_inputs(paths: Paths) -> list[Path | str]:
    """Return the files to read: those given as they are, and the articles in the folders given, sorted.

    ``paths`` is one path or several; ``~`` is the home folder, ``-`` standard input, and a path that is not there may
    be a pattern (``archive/**/*.jsonl``).  Folders are searched to any depth for what can be read by its name; hidden
    files and folders are ignored.  What cannot be read (a missing path, a folder without articles) stays in the list,
    what is no path (a web address, nothing at all) as the text it was, so that reading it says why.
    """
    given = [paths] if isinstance(paths, str | bytes | os.PathLike) else paths
    return list(dict.fromkeys(file for path in given for file in _files(os.fsdecode(path))))


def is_address(given: str | Path) -> bool:
    """Tell whether an input is a web address and no path."""
    return bool(_ADDRESS.match(os.fspath(given)))


def open_input(given: str | Path) -> BinaryIO:
    """Open one input for reading; raise ``ArticleSkipped`` where there is none, or it is no file."""
    text = os.fspath(given)
    if text == STANDARD_INPUT:
        return sys.stdin.buffer
    _check_is_path(text)
    path = Path(text)
    mode = _mode(path)
    if stat.S_ISDIR(mode):
        raise ArticleSkipped(f"a folder without articles ({kinds()})")
    if not stat.S_ISREG(mode):
        raise ArticleSkipped("not a regular file")
    try:
        return path.open("rb")
    except OSError as error:
        raise ArticleSkipped(f"cannot be opened: {error.strerror}") from error


def _files(given: str) -> list[Path] | list[str] | list[Path | str]:
    if not given or given == STANDARD_INPUT:
        return [given]
    if _ADDRESS.match(given):
        return [_ADDRESS.sub(r"\1://", given, count=1)]
    path = Path(os.path.expanduser(given))  # noqa: PTH111 - Path's own raises where there is no home
    if os.path.isdir(path):  # noqa: PTH112 - never raises, where Path's own may
        return _articles_in(path)
    return _matching(path) or [path]


def _matching(path: Path) -> list[Path | str]:
    """Return what a pattern finds, sorted; nothing where there is a file of that very name."""
    pattern = os.fspath(path)
    if "\0" in pattern or not glob.has_magic(pattern) or os.path.lexists(path):
        return []
    found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - absolute patterns, too
    return [file for name in found for file in (_articles_in(Path(name)) if Path(name).is_dir() else [Path(name)])]


def _check_is_path(given: str) -> None:
    if not given:
        raise ArticleSkipped("an empty path; give a file or a folder")
    if _ADDRESS.match(given):
        raise ArticleSkipped(
            "a web address, and whosays reads files: save the page first, as .html, and give the file (or add --fetch)"
        )


def _articles_in(folder: Path) -> list[Path]:
    found = sorted(_walk(folder))
    return found or [folder]


def _walk(folder: Path) -> Iterator[Path]:
    unreadable: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=lambda error: unreadable.append(Path(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files = (Path(place, name) for name in names if not name.startswith("."))
        yield from (file for file in files if is_readable(file.name) and file.is_file())
    yield from unreadable


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ArticleSkipped("no such file or folder") from error
    except OSError as error:
        raise ArticleSkipped(f"cannot be opened: {error.strerror}") from error
    except ValueError as error:  # a NUL character
        raise ArticleSkipped(f"no path: {error}") from error
