"""``whosays doctor``: does this installation work, and is the folder of a graph sound; what to do where it is not."""
# ruff: noqa: PLC0415 - each check loads what it looks at, and says so where that fails

from __future__ import annotations

import base64
import functools
import hashlib
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution, version
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from whosays.errors import in_one_line

if TYPE_CHECKING:
    from packaging.requirements import Requirement

PROGRAM: Final = "whosays"
SENTENCE: Final = "“Every gate had failed,” the engineer Mira Castellan told reporters on Monday.\n"
SPEAKER: Final = "Castellan"
SPARE: Final = 100_000_000  # bytes that should be free for what is written for a while
AGAIN: Final = f"pip install --force-reinstall {PROGRAM}"
EXTRAS: Final = ("documents", "parquet", "warc", "mcp")


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing that was looked at: ok, note (it works, and one should know) or problem; what was found; what to do.

    The same as the graph's, which may be what cannot be loaded.
    """

    about: str
    state: Literal["ok", "note", "problem"]
    found: str
    do: str = ""


def diagnosed(kg: Path | None) -> Iterator[Checked]:
    """Look at the installation, and at the folder of a graph where one is named."""
    for check in (_python, _program, _packages, _extras, _temporary, _reasoner, _model):
        yield from _kept(check.__name__.strip("_"), functools.partial(_one, check))
    if kg is not None:
        yield from _kept("graph", functools.partial(_graph, kg))


def _kept(about: str, check: Callable[[], Iterator[Checked]]) -> Iterator[Checked]:
    """Yield what a check finds; one that breaks is itself a finding."""
    try:
        yield from check()
    except Exception as error:  # whatever is wrong with an installation gets here
        yield Checked(about, "problem", in_one_line(error), AGAIN)


def _one(check: Callable[[], Checked]) -> Iterator[Checked]:
    yield check()


def _graph(kg: Path) -> Iterator[Checked]:
    from whosays.extract import model_digest
    from whosays.graph import examined

    for one in examined(kg, model_digest()):
        yield Checked(one.about, one.state, one.found, one.do)


def _python() -> Checked:
    from packaging.specifiers import SpecifierSet

    found, needed = platform.python_version(), SpecifierSet(_whosays().metadata["Requires-Python"] or "")
    told = f"{found} ({sys.executable})"
    if found in needed:
        return Checked("python", "ok", told)
    return Checked("python", "problem", told, f"install whosays into a Python {needed}")


def _program() -> Checked:
    """Hold the files that were installed against the checksums that came with them; a checkout has none."""
    files = [file for file in _whosays().files or () if file.hash and file.suffix in {".py", ".onnx", ".tsv", ".rq"}]
    here, told = Path(__file__).parents[1], f"{version(PROGRAM)} in "
    own = [file for file in files if here in Path(str(file.locate())).parents]
    if not own:
        return Checked("program", "ok", f"{told}{here} (a checkout: no checksums to hold its files against)")
    broken = [str(file) for file in own if not _is_whole(Path(str(file.locate())), str(file.hash and file.hash.value))]
    if broken:
        return Checked("program", "problem", f"not as they were installed: {', '.join(broken[:3])}", AGAIN)
    return Checked("program", "ok", f"{told}{here}, {len(own)} files as they were installed")


def _is_whole(path: Path, checksum: str) -> bool:
    digest = hashlib.sha256(path.read_bytes()).digest() if path.is_file() else b""
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == checksum


def _packages() -> Checked:
    needed = [need for need in _needs() if need.marker is None or need.marker.evaluate({"extra": ""})]
    lacking = [str(need) for need in needed if not _is_there(need)]
    if lacking:
        wanted = " ".join(f"'{need}'" for need in lacking)
        return Checked("packages", "problem", f"missing or too old: {', '.join(lacking)}", f"pip install {wanted}")
    return Checked("packages", "ok", f"all {len(needed)} are there")


def _extras() -> Checked:
    there: list[str] = []
    absent: list[str] = []
    for extra in EXTRAS:
        needs = [need for need in _needs() if need.marker and _is_only_for(need, extra)]
        (there if all(map(_is_there, needs)) else absent).append(extra)
    told = f"installed: {', '.join(there) or 'none'}"
    more = f"; not installed: {', '.join(absent)} (pip install 'whosays[{','.join(absent)}]')" if absent else ""
    return Checked("extras", "ok", told + more)


def _temporary() -> Checked:
    do = "name a folder with space for it in the variable TMPDIR"
    with tempfile.TemporaryFile():
        free = shutil.disk_usage(tempfile.gettempdir()).free
    found = f"{tempfile.gettempdir()}, {free // 1_000_000:,} MB free"
    return Checked("temporary files", "note" if free < SPARE else "ok", found, do if free < SPARE else "")


def _reasoner() -> Checked:
    java = shutil.which("java")
    return Checked("reasoner", "ok", f"HermiT runs with {java}" if java else "no Java: whosays check leaves HermiT out")


def _model() -> Checked:
    """Read one sentence, from a file to its attribution, as a build does."""
    from whosays.extract import ArticleRecord, extract, model_digest

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "gates.txt")
        path.write_text(SENTENCE, encoding="utf-8")
        (read,) = extract(path, workers=1)
    told = f"{model_digest()}, run by onnxruntime {version('onnxruntime')}"
    if not isinstance(read, ArticleRecord):
        return Checked("model", "problem", f"{told}: {read.why}", AGAIN)
    heard = [SENTENCE[slice(*hop.source)] for hop in read.attributions if hop.source]
    if not any(SPEAKER in words for words in heard):
        return Checked("model", "problem", f"{told}: does not find who speaks in a plain sentence", AGAIN)
    return Checked("model", "ok", f"{told}, reads")


def _whosays() -> Distribution:
    return distribution(PROGRAM)


def _needs() -> list[Requirement]:
    from packaging.requirements import Requirement

    return [Requirement(text) for text in _whosays().requires or ()]


def _is_only_for(need: Requirement, extra: str) -> bool:
    assert need.marker is not None  # noqa: S101 - narrows the type
    return need.marker.evaluate({"extra": extra}) and not need.marker.evaluate({"extra": ""})


def _is_there(need: Requirement) -> bool:
    try:
        return need.specifier.contains(version(need.name), prereleases=True)
    except PackageNotFoundError:
        return False
