"""How well pages are read, against what people said of them: ``python -m benchmarks.pages FOLDER``.

FOLDER is a checkout of trafilatura (``tests/evaldata.json`` names passages that belong to the text of each page and
some that do not, its title and its date) or of readability (``test/test-pages`` holds the text of each page).
Neither comes with whosays; who published the pages of the first, and when, stands in ``page_facts.tsv`` beside this
file.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import lxml.html  # type: ignore[import-untyped]

from whosays.extract import ArticleSkipped, read_article

FACTS: Final = Path(__file__).with_name("page_facts.tsv")
READABLE: Final = ("p", "h1", "h2", "h3", "h4", "li", "blockquote", "pre", "td", "div")


@dataclass(frozen=True, slots=True)
class Page:
    """A page and what is right of it; ``text`` is all of its text, otherwise passages tell."""

    path: Path
    host: str = ""
    title: str | None = None
    days: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    text: str | None = None


@dataclass(slots=True)
class Score:
    """Hits and misses of one field, and the pages that are wrong."""

    right: int = 0
    asked: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, page: Page, expected: str, found: str | None, *, right: bool) -> None:
        """Count one page."""
        self.asked += 1
        self.right += right
        if not right:
            self.wrong.append(f"{page.path.name} ({page.host}): {expected!r}, read {found!r}")


def pages_in(folder: Path) -> Iterator[Page]:
    """Yield the pages of a checkout of one or the other."""
    if (folder / "tests" / "evaldata.json").is_file():
        yield from _by_passages(folder / "tests")
    elif (folder / "test" / "test-pages").is_dir():
        yield from _by_texts(folder / "test" / "test-pages")
    else:
        raise SystemExit(f"{folder}: neither tests/evaldata.json nor test/test-pages in it")


def _by_passages(folder: Path) -> Iterator[Page]:
    facts = dict(_facts())
    for address, told in json.loads((folder / "evaldata.json").read_text("utf-8")).items():
        host = urlsplit(address).hostname or ""
        places = (place / told["file"] for place in (folder / "cache", folder / "eval"))
        path = next((place for place in places if place.exists()), None)
        if path and host in facts and told.get("title") and told.get("date"):
            outlets, days, title = facts[host]
            passages = (tuple(told["with"]), tuple(told["without"]))
            yield Page(path, host, title or told["title"], days or (told["date"],), outlets, *passages)


def _by_texts(folder: Path) -> Iterator[Page]:
    for place in sorted(folder.iterdir()):
        told = json.loads((place / "expected-metadata.json").read_text("utf-8"))
        text = lxml.html.fromstring((place / "expected.html").read_text("utf-8")).text_content()
        days = ((told.get("publishedTime") or "")[:10],) if told.get("publishedTime") else ()
        yield Page(place / "source.html", place.name, None, days, text=text)  # its titles keep the names of sites


def _facts() -> Iterator[tuple[str, tuple[tuple[str, ...], tuple[str, ...], str]]]:
    """Yield hosts with the names of the outlet, the days ("-" where no page says) and the title."""
    for line in FACTS.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            host, names, days, title = (*line.split("\t"), "", "")[:4]
            yield host, (tuple(names.split("|")), tuple(filter(None, days.split("|"))), title)


def measure(pages: list[Page]) -> dict[str, Any]:
    """Return the scores of the fields and of the text, and how fast pages were read."""
    fields = {name: Score() for name in ("outlet", "date", "title")}
    text: Counter[str] = Counter()
    shares: list[float] = []
    failed, begun = [], time.process_time()
    for page in pages:
        try:
            article = read_article(page.path)
        except ArticleSkipped as error:
            failed.append(f"{page.path}: {error}")
            article = None
        outlet = article.outlet.name if article and article.outlet else None
        day = article.published[:10] if article and article.published else None
        if page.outlets:
            right = _plain(outlet) in {_plain(name) for name in page.outlets}
            fields["outlet"].add(page, page.outlets[0], outlet, right=right)
        if page.days and page.days != ("-",):
            fields["date"].add(page, page.days[0], day, right=day in page.days)
        if page.title:
            title = article.title if article else None
            fields["title"].add(page, page.title, title, right=_plain(title) == _plain(page.title))
        body = "\n".join(article.text[start:end] for start, end in article.body) if article else ""
        text += _passages(page, body)
        if page.text is not None:
            shares.append(_f_of_words(page.text, body))
    spent = time.process_time() - begun
    return {
        "pages": len(pages),
        "pages a second": round(len(pages) / max(spent, 1e-9), 1),
        **{name: round(score.right / max(score.asked, 1), 3) for name, score in fields.items()},
        **({"text F": round(_f(text), 3), "passages": dict(text)} if text else {}),
        **({"text F of words": round(sum(shares) / len(shares), 3)} if shares else {}),
        "failed": failed,
        "wrong": {name: score.wrong for name, score in fields.items()},
    }


def alone(pages: list[Page]) -> dict[str, Any]:
    """Return what trafilatura alone makes of the same pages' text, and how fast."""
    from trafilatura import extract  # noqa: PLC0415 - slow to import

    text: Counter[str] = Counter()
    shares: list[float] = []
    begun = time.process_time()
    for page in pages:
        found = extract(page.path.read_bytes(), include_comments=False, include_tables=False) or ""
        text += _passages(page, found)
        if page.text is not None:
            shares.append(_f_of_words(page.text, found))
    spent = time.process_time() - begun
    return {
        "pages a second": round(len(pages) / max(spent, 1e-9), 1),
        **({"text F": round(_f(text), 3)} if text else {}),
        **({"text F of words": round(sum(shares) / len(shares), 3)} if shares else {}),
    }


def _passages(page: Page, text: str) -> Counter[str]:
    """Count passages as trafilatura's evaluation does, white space aside."""
    words = " ".join(text.split())
    held = sum(" ".join(passage.split()) in words for passage in page.within)
    foreign = sum(" ".join(passage.split()) in words for passage in page.without)
    return Counter({"held": held, "lost": len(page.within) - held, "foreign": foreign})


def _f(passages: Counter[str]) -> float:
    return 2 * passages["held"] / max(2 * passages["held"] + passages["lost"] + passages["foreign"], 1)


def _f_of_words(expected: str, found: str) -> float:
    one, other = Counter(re.findall(r"\w+", expected.lower())), Counter(re.findall(r"\w+", found.lower()))
    shared = (one & other).total()
    return 2 * shared / max(one.total() + other.total(), 1)


def _plain(words: str | None) -> str:
    """Return a name or title as it is compared: letters and digits, without case, an article in front or a dot-com."""
    plain = re.sub(r"[^\w]+", " ", (words or "").casefold().replace("’", "").replace("'", ""))
    return re.sub(r"^the ", "", plain.strip())


def main() -> None:
    """Print the scores as JSON."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", type=Path, help="a checkout of trafilatura or of readability")
    parser.add_argument("--most", type=int, help="only so many pages")
    asked = parser.parse_args()
    pages = list(pages_in(asked.folder))[: asked.most]
    print(json.dumps({"whosays": measure(pages), "trafilatura alone": alone(pages)}, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
