"""The outlet register out of open lists: ``python -m training.outlets LOCAL_NEWS_DATASET FUNDUS``.

Both are checkouts: https://github.com/yinleon/LocalNewsDataset (MIT, Leon Yin 2018: newspapers, magazines and
stations of the United States with domain and owner) and https://github.com/flairNLP/fundus (MIT, Max Dallabetta and
others 2023: publishers of some thirty countries).  Only names, domains, countries, kinds and owners are taken.  What
both lack or misname stands in ``wide_press.tsv`` and ``world_press.tsv`` beside
this module, which go before them.  A list without a licence
(rss-news-list) and one under the GPL (news-homepages) were looked at and left out.
"""

from __future__ import annotations

import argparse
import csv
import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

OUT: Final = Path(__file__).parents[1] / "whosays" / "gazetteer" / "data" / "outlet_register.tsv"
BY_HAND: Final = Path(__file__).with_name("wide_press.tsv")
OWNERS: Final = Path(__file__).with_name("owner_names.tsv")
OF_THE_WORLD: Final = Path(__file__).with_name("world_press.tsv")
HEADER: Final = """\
# Outlets by domain: name; other names; domains; country (ISO 3166); owner or publisher family; what it is; source.
# local: LocalNewsDataset (MIT, Leon Yin 2018, github.com/yinleon/LocalNewsDataset).
# fundus: publishers of fundus (MIT, Max Dallabetta and others 2023, github.com/flairNLP/fundus).
# hand: training/wide_press.tsv, names by hand, for domains of newscatcher's list (MIT, newscatcherapi.com 2020,
# github.com/kotartemiy/newscatcher).
# own: training/world_press.tsv, by hand, own work.
# Made by training/outlets.py; what is known better stands in outlets.tsv, which goes before.
name	other_names	domains	country	owner	kind	source
"""
KINDS: Final = {
    "Newspapers": "newspaper",
    "TV station": "station",
    "College Newspapers": "newspaper",
    "Magazines": "magazine",
}
AGENCIES: Final = re.compile(r"\b(?:Associated Press|Reuters|Agence|News Agency|Press Agency|AFP|ANSA|dpa)\b")
# call signs of stations that the list has for the market they are seen in
MEXICAN: Final = re.compile(r"X[EH][A-Z]{1,4}")
ISO: Final = {"uk": "GB", "ind": "IN", "isl": "IL", "gl": "GL"}
SHARED: Final = frozenset(
    "facebook.com twitter.com wordpress.com blogspot.com tumblr.com google.com youtube.com weebly.com wixsite.com "
    "squarespace.com issuu.com linkedin.com".split()
)
_PUBLISHER: Final = re.compile(r"name=\"(?P<name>[^\"]+)\",\s*(?:#[^\n]*\n\s*)?domain=\"(?P<domain>[^\"]+)\"")


@dataclass(slots=True)
class Entry:
    """One outlet, as several rows of a list may tell of it."""

    names: list[str] = field(default_factory=list)
    country: str = ""
    owner: str = ""
    kind: str = ""
    source: str = ""


def by_hand() -> Iterator[tuple[str, Entry]]:
    """Yield the outlets of ``wide_press.tsv``."""
    lines = (line for line in BY_HAND.read_text("utf-8").splitlines() if not line.startswith("#"))
    for row in csv.DictReader(lines, delimiter="\t"):
        yield row["domain"], Entry([row["name"]], row["country"], "", row["kind"] or "", "hand")


def of_the_world() -> Iterator[tuple[str, Entry]]:
    """Yield the outlets of ``world_press.tsv``."""
    lines = (line for line in OF_THE_WORLD.read_text("utf-8").splitlines() if not line.startswith("#"))
    for row in csv.DictReader(lines, delimiter="\t"):
        names = [row["name"], *filter(None, row["other_names"].split(","))]
        yield row["domain"], Entry(names, row["country"], row["owner"] or "", row["kind"] or "", "own")


def local_news(folder: Path) -> Iterator[tuple[str, Entry]]:
    """Yield the outlets of LocalNewsDataset that have a domain."""
    with (folder / "data" / "local_news_dataset_2018.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name, domain = plain(row["name"]), host(row["domain"])
            if name and domain:
                country = "MX" if MEXICAN.fullmatch(name) else "US"
                yield domain, Entry([name], country, owner_named(row["owner"]), KINDS.get(row["medium"], ""), "local")


def owner_named(written: str) -> str:
    """Return an owner as the register has it: "Gray Televisoin" is Gray Television."""
    name = plain(written)
    return _owner_names().get(name, name)


@functools.cache
def _owner_names() -> dict[str, str]:
    lines = (line for line in OWNERS.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {row["written"]: row["meant"] for row in csv.DictReader(lines, delimiter="\t")}


def fundus(folder: Path) -> Iterator[tuple[str, Entry]]:
    """Yield the publishers of fundus."""
    for path in sorted((folder / "src" / "fundus" / "publishers").glob("*/__init__.py")):
        country = ISO.get(path.parent.name, path.parent.name.upper())
        for found in _PUBLISHER.finditer(path.read_text("utf-8")):
            if domain := host(found["domain"]):
                yield domain, Entry([plain(found["name"])], country, "", "", "fundus")


def register(entries: Iterable[tuple[str, Entry]]) -> list[tuple[str, ...]]:
    """Return the rows of the register: one a domain.

    A domain that several outlets share belongs to the one whose name it spells; where it spells none it tells nobody's
    name, and stands for none of them.
    """
    by_domain: defaultdict[str, list[Entry]] = defaultdict(list)
    for domain, entry in entries:
        by_domain[domain].append(entry)
    rows = []
    for domain, told in by_domain.items():
        chosen = _owner_of(domain, told)
        if chosen is None or domain in SHARED or domain.endswith((".edu", ".gov", ".mil")):
            continue
        kind = "agency" if AGENCIES.search(chosen.names[0]) else chosen.kind
        owner = next((entry.owner for entry in told if entry.owner and entry.names == chosen.names), "")
        rows.append((chosen.names[0], ",".join(chosen.names[1:]), domain, chosen.country, owner, kind, chosen.source))
    return sorted(rows, key=lambda row: (row[2], row[0]))


def _owner_of(domain: str, told: list[Entry]) -> Entry | None:
    surest = (entry for source in ("hand", "own", "fundus") for entry in told if entry.source == source)
    first = next(surest, None)
    names = list(dict.fromkeys(entry.names[0] for entry in told))
    if first or len(names) == 1:
        return first or told[0]
    label = re.sub(r"[^a-z0-9]", "", domain.rsplit(".", 1)[0].removeprefix("the"))
    for entry in told:
        squeezed = re.sub(r"[^a-z0-9]", "", entry.names[0].casefold()).removeprefix("the")
        if squeezed and (squeezed == label or (len(squeezed) > 4 and squeezed in label)):
            return Entry([entry.names[0]], entry.country, entry.owner, entry.kind, entry.source)
    if all(entry.kind == "station" for entry in told):  # the several call signs of one station
        return Entry(names[:1] + names[1:4], told[0].country, told[0].owner, "station", told[0].source)
    return None


def plain(name: str) -> str:
    """Return a name as one cell of the table."""
    return " ".join(re.sub(r"[\t,]", " ", name or "").split())


def host(address: str) -> str:
    """Return the host of an address in lower case and without ``www.``; nothing where there is none."""
    found = (urlsplit(address if "//" in address else f"//{address}").hostname or "").lower().removeprefix("www.")
    return found if re.fullmatch(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", found) else ""


def main() -> None:
    """Write the register."""
    parser = argparse.ArgumentParser(prog="python -m training.outlets", description=__doc__.split("\n", 1)[0])
    parser.add_argument("local_news", type=Path)
    parser.add_argument("fundus", type=Path)
    asked = parser.parse_args()
    rows = register([*by_hand(), *of_the_world(), *local_news(asked.local_news), *fundus(asked.fundus)])
    OUT.write_text(HEADER + "".join("\t".join(row) + "\n" for row in rows), "utf-8", newline="\n")
    print(f"{OUT}: {len(rows)} outlets")


if __name__ == "__main__":
    main()
