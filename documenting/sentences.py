"""Numbers in the documents' sentences, each counted where it comes from."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import whosays
from corpus import sample_articles

ROOT = Path(__file__).parents[1]
NUMERALS = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()
STORY = "injured"  # what the claim that the README's picture shows is found by

# Page, and a part of a sentence in it; the names in braces are those of the counts below.
SENTENCES = (
    ("README.md", "reads {articles} invented articles about {events} invented events"),
    ("README.md", "{outlets} outlets quote {lawmakers} lawmaker in {spellings} spellings,"),
    ("README.md", "who passes on {origins} intelligence office"),
    ("notebooks/explore.ipynb", "is {articles} invented articles about {events} invented events: "),
    ("docs/concepts.md", "It has {hops} hops."),
    ("docs/concepts.md", "{words} words carry the whole program"),
    ("docs/architecture.md", "{rooms} rooms, one import name"),
)

# Where a number of three or more stands in the prose of the pages that tell of the demo and counts nothing.
UNCOUNTED = (
    ("README.md", 'When five papers print "at least 70 soldiers were killed", that may be five sources'),
    ("README.md", "quoted by one politician quoted five times."),
    ("README.md", "With Python 3.11 or newer"),
    ("README.md", "## Five sources, or one source five times?"),
    ("README.md", "is under CC BY-SA 4.0"),
    ("notebooks/explore.ipynb", "Where it has three names or more"),
    ("notebooks/explore.ipynb", "Five outlets with one statement are not five sources."),
    ("notebooks/explore.ipynb", '"at least 70" is 70 and up'),
)
COUNTING = re.compile(rf"\b(?:\d[\d.,]*|{'|'.join(NUMERALS[3:])})\b", re.IGNORECASE)
UNREAD = re.compile(r"^```.*?^```$|`[^`]*`|\]\([^)]*\)", re.MULTILINE | re.DOTALL)


def counts(folder: Path) -> dict[str, int]:
    """Return what the sentences count; ``folder`` is where the README's commands ran.

    Raises ``ValueError`` where the claim that the README tells of is not one claim.
    """
    with whosays.open(folder / "kg") as findings:
        claims = list(findings.query("origins", content=STORY).itertuples())
        if len(claims) != 1:
            raise ValueError(f"{len(claims)} claims hold {STORY!r} instead of one; documenting/sentences.py names it")
        hops = findings.query("chain", content=STORY)
        lawmakers = hops[hops["depth"] == 1]["voice"].unique()
        written = findings.query("spellings", entity=lawmakers[0])
    full = written[written["article"].isin(hops["article"]) & written["text"].str.contains(" ")]
    return {
        **counts_of_pages(),
        "outlets": int(str(claims[0].outlets)),
        "lawmakers": len(lawmakers),
        "spellings": full["text"].nunique(),
        "origins": int(str(claims[0].origins)),
    }


def counts_of_pages() -> dict[str, int]:
    """Return what can be counted without a graph: the sample's articles and their stories, rows of tables."""
    articles = [path.name for path in sample_articles()]
    return {
        "articles": len(articles),
        "events": len({re.sub(r"-\d+\..*", "", name) for name in articles}),
        "words": _rows("docs/concepts.md", r"^\| (?!word \||-)[a-z][^|]* \| [^|]*\|$"),
        "hops": _rows("docs/concepts.md", r"^\| \d \| `"),
        "rooms": _rows("docs/architecture.md", r"^\| `\w+/` \|"),
    }


def _rows(page: str, pattern: str) -> int:
    return len(re.findall(pattern, (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE))


def recounted(page: str, text: str, numbers: Mapping[str, int]) -> str:
    """Return a page's text with today's numbers in its sentences; raises ``ValueError`` where a sentence is gone."""
    for name, sentence in SENTENCES:
        if name == page and set(_names(sentence)) <= set(numbers):
            text, found = re.subn(_pattern(sentence), _filling(sentence, numbers), text)
            if not found:
                raise ValueError(f"{page}: there is no sentence with {sentence!r}; documenting/sentences.py names it")
    return text


def unaccounted(page: str, prose: str) -> list[str]:
    """Return the lines of a page's prose with a number that nothing here counts, nor says that it counts nothing."""
    prose = UNREAD.sub("", prose)
    for name, sentence in SENTENCES:
        prose = re.sub(_pattern(UNREAD.sub("", sentence)), "", prose) if name == page else prose
    for name, sentence in UNCOUNTED:
        prose = prose.replace(sentence, "") if name == page else prose
    return [line for line in prose.splitlines() if COUNTING.search(line)]


def _names(sentence: str) -> list[str]:
    return re.findall(r"{(\w+)}", sentence)


def _pattern(sentence: str) -> str:
    return re.sub(r"\\{(\w+)\\}", r"(?P<\1>[\\w,]+)", re.escape(sentence))


def _filling(sentence: str, numbers: Mapping[str, int]) -> Callable[[re.Match[str]], str]:
    def fill(found: re.Match[str]) -> str:
        return re.sub(r"{(\w+)}", lambda place: in_words(numbers[place[1]], found[place[1]]), sentence)

    return fill


def in_words(number: int, like: str = "") -> str:
    """Return a number in words up to twenty, with a capital where what stood there has one; in digits beyond."""
    if number >= len(NUMERALS):
        return f"{number:,}"
    return NUMERALS[number].capitalize() if like[:1].isupper() else NUMERALS[number]
