"""The kinds of faults that real pages showed: dates, outlets, main text; of each what holds, and three more.

The pages are in ``tests/data/press_kinds_pages.toml``; ``{story}`` and ``{story2}`` stand for paragraphs of news.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from whosays.extract.articles.web import read_page

PATH = Path(__file__).parents[3] / "data" / "press_kinds_pages.toml"
TABLE = tomllib.loads(PATH.read_text(encoding="utf-8"))
STORY = (
    "<p>The ferry Aurora sank off Tarn on Sunday, the harbour office said in a statement to the press that evening.</p>"
    "<p>Rescuers went out at four in the morning and came back with forty people, who were taken to the school.</p>"
)
STORY2 = (
    "<p>The owners of the ferry have not said why its doors were open when it left the harbour in the storm.</p>"
    "<p>Divers will go down on Tuesday if the wind allows it, and the inquiry is to begin before the month is out.</p>"
)


@pytest.mark.parametrize("case", TABLE["case"], ids=[f"{case['kind']}" for case in TABLE["case"]])
def test_a_page_is_read_for_what_it_tells(case: dict[str, Any]) -> None:
    """When it appeared and was changed, in which outlet, by whom, and its text with the structure of its lists."""
    body = case["body"].replace("{story}", STORY).replace("{story2}", STORY2)
    page = read_page(
        f"<html><head><title>Ferry sinks</title>{case['head']}</head><body><article>{body}</article></body></html>"
    )
    told = page.metadata
    assert (told.published or "")[:10] == case.get("published", (told.published or "")[:10])
    assert (told.updated or "")[:10] == case.get("updated", (told.updated or "")[:10])
    assert told.outlet == case.get("outlet", told.outlet)
    assert list(told.authors) == case.get("authors", list(told.authors))
    assert [words for words in case.get("text", ()) if words not in page.text] == [], page.text


def test_every_kind_has_four_pages() -> None:
    """Each kind of fault of pages is there with its neighbours."""
    numbers = [case["kind"] for case in TABLE["case"]]
    assert {kind: numbers.count(kind) for kind in numbers} == dict.fromkeys(range(43, 46), 4)
