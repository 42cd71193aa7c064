"""The same bytes out of the same articles: under other hash seeds, locales, time zones, orders, batches, processes.

Articles are named as they lie in the folder that is worked in, so that the bytes are also those of another run, of
another Python, and of another machine.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path
from random import Random
from typing import Any, Final

from tests.proof import collection
from tests.proof.resuming import note, noted

FORMATS: Final = ("nquads", "trig", "jsonld", "graphml", "gexf", "csv", "web-annotation", "schema-org", "grasp", "prov")
LOCALES: Final = ("C", "C.UTF-8", "POSIX", "en_US.UTF-8", "tr_TR.UTF-8", "de_DE.ISO-8859-1")
ZONES: Final = ("UTC", "Asia/Kathmandu", "America/St_Johns", "Pacific/Kiritimati", "Etc/GMT+12")
_ROOT: Final = Path(__file__).parents[2]
_CODE: Final = """
import hashlib, json, sys
from whosays.building import build
from whosays.graph import KnowledgeGraph
from whosays.graph.view import draw, gather
from whosays.exporting import export
from pathlib import Path
kg, workers, batch, formats, *paths = sys.argv[1:]
paths, batch = list(map(Path, paths)), int(batch)
for begin in range(0, len(paths), batch):
    build(paths[begin:begin + batch], kg, workers=int(workers))
told = {}
with KnowledgeGraph.open(kg, read_only=True) as graph:
    for form in formats.split(","):
        out = Path(kg + "." + form)
        export(graph, form, out)
        told[form] = hashlib.sha256(out.read_bytes()).hexdigest()
    page = draw(gather(graph.dataset)).generate_html()
    told["page"] = hashlib.sha256(page.encode("utf-8", "replace")).hexdigest()
print(json.dumps(told))
"""


def compared(
    runs: int,
    pythons: Sequence[str] = (sys.executable,),
    *,
    sample: int = 0,
    state: Path | None = None,
    tell: Callable[[str], object] = str,
) -> dict[str, Any]:
    """Build so many times, each time otherwise, and return the exports that were not those of the first.

    A Python is drawn for each build; ``sample`` of the sample's articles are added to the made-up ones.  ``tell`` hears
    after each build how far it is.  The builds that ``state`` holds were done before, and are compared with.
    """
    done = noted(state)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        articles = sorted(collection.write(folder / "articles").iterdir())
        articles += [Path(shutil.copy(path, folder / "articles")) for path in _sample(sample)]
        for number in range(len(done), runs):
            way = _way(number, len(articles), pythons)
            done.append({**way, "told": _told(folder, articles, way)})
            note(state, done[-1])
            tell(json.dumps({"runs": number + 1, "other": _others(done)}))
    versions = {python: _version(python) for python in pythons}
    return {
        "runs": runs,
        "articles": len(articles),
        "pythons": versions,
        "first": done[0]["told"],
        "other": _others(done),
    }


def _others(done: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the builds and the exports whose bytes are not those of the first one."""
    return [
        {**each, "told": form} for each in done for form, told in each["told"].items() if told != done[0]["told"][form]
    ]


def _sample(most: int) -> list[Path]:
    return sorted(Path(str(files("whosays.demo") / "articles")).iterdir())[:most]


def _version(python: str) -> str:
    asked = [python, "-c", "import platform; print(platform.python_version())"]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603 - a Python


def _way(number: int, count: int, pythons: Sequence[str]) -> dict[str, Any]:
    chance = Random(f"identity {number}")
    return {
        "seed": str(number),
        "locale": LOCALES[number % len(LOCALES)],
        "zone": ZONES[number % len(ZONES)],
        "order": chance.sample(range(count), count) if number else list(range(count)),
        "batch": chance.choice((1, 2, 3, count)) if number else count,
        "workers": number % 2 + 1,
        "python": chance.choice(pythons) if number else pythons[0],
    }


def _told(folder: Path, articles: list[Path], way: dict[str, Any]) -> dict[str, str]:
    shutil.rmtree(folder / "kg", ignore_errors=True)
    ordered = [str(articles[at].relative_to(folder)) for at in way["order"]]
    path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    environment = {
        **os.environ, "PYTHONHASHSEED": way["seed"], "LC_ALL": way["locale"], "TZ": way["zone"], "PYTHONPATH": path,
    }  # fmt: skip
    spent = subprocess.run(  # noqa: S603 - a Python
        [way["python"], "-c", _CODE, "kg", str(way["workers"]), str(way["batch"]), ",".join(FORMATS), *ordered],
        env=environment, cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if spent.returncode:
        raise AssertionError(f"{way}: ended with {spent.returncode}: {spent.stderr[-800:]}")
    told: dict[str, str] = json.loads(spent.stdout.splitlines()[-1])
    return told
