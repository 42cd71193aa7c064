"""One article's page: where its marks lie, how they are numbered, and whom its pronouns were read as."""

from __future__ import annotations

import re
from typing import Any

from whosays.queries import Table, catalogue
from whosays.serve.web.reader import article_page

TEXT = "Quay shut\n\nLorna Vasik chairs the council. The quay leaks, she said, but denied any fault. Nine boats sank."
BASE = "https://w3id.org/whosays/id/article/x#"


def _rows(iri: str, chain: str, stance: str, around: str | None, **parts: str) -> list[tuple[Any, ...]]:
    content = parts.get("content")
    return [
        (BASE + iri, chain, stance, content, part, TEXT.index(words), TEXT.index(words) + len(words), around)
        for part, words in parts.items()
    ]


def _table(rows: list[tuple[Any, ...]], *names: str) -> Table:
    return Table(names, tuple(rows))


def _page(**about: str) -> str:
    marks = [
        *_rows("attr=b", "Post > Lorna Vasik", "denies", BASE, source="she", cue="denied", content="any fault"),
        *_rows("attr=a", "Post > Lorna Vasik", "asserts", BASE, source="she", cue="said", content="The quay leaks"),
        *_rows("attr=c", "Post", "asserts", None, content="Nine boats sank"),
    ]
    marks.sort(key=lambda row: (row[5], row[6], row[0]))
    naming = [
        (BASE + iri, "Lorna Vasik", "true", TEXT.index(words), TEXT.index(words) + len(words))
        for iri in ("attr=a", "attr=b")
        for words in ("Lorna Vasik", "she")
    ]
    row = {column.name: None for column in catalogue()["articles"].columns} | {
        "id": BASE,
        "article": "quay.txt",
        "outlet": "Post",
        **about,
    }
    columns = ("id", "chain", "stance", "words", "part", "start", "end", "around")
    return article_page(
        TEXT,
        list(row.values()),
        _table(marks, *columns),
        _table(naming, "id", "name", "named", "start", "end"),
    ).decode()


def test_numbers_run_with_the_text() -> None:
    """Whatever the order of the marks: what begins first is the first, in the text and in the list."""
    html = _page(title="Quay shut")
    assert re.findall(r'<a id="(attr=\w)" class="no" [^>]*data-n="(\d)"', html) == [
        ("attr=a", "1"),
        ("attr=b", "2"),
        ("attr=c", "3"),
    ]
    assert re.findall(r'<li value="\d"[^>]*>.*?href="#(attr=\w)"', html) == ["attr=a", "attr=b", "attr=c"]


def test_a_mark_tells_its_stance_and_the_outlets_own_words_are_marked_otherwise() -> None:
    """Neighbours differ, as those of even numbers are shaded otherwise."""
    html = _page(title="Quay shut")
    found = {words: classes for classes, words in re.findall(r'<mark class="(content[^"]*)"[^>]*>([^<]+)<', html)}
    assert found["The quay leaks"].split() == ["content", "asserts"]
    assert found["any fault"].split() == ["content", "denies", "even"]
    assert found["Nine boats sank"].split() == ["content", "asserts", "own"]


def test_a_pronoun_tells_whom_it_was_read_as() -> None:
    """In the text, and beside it with the sentence that names her."""
    html = _page(title="Quay shut")
    assert re.search(r'<mark class="source [^>]* data-named="Lorna Vasik">she</mark>', html)
    assert "“she” was read as <b>Lorna Vasik</b>, named in: <q><mark class=" in html
    assert "</mark> chairs the council.</q>" in html


def test_the_headline_is_that_of_the_text_where_it_has_one() -> None:
    """Another one stands above it."""
    assert re.search(r'<div class="text"><h1>Quay shut\s*</h1>', _page(title="Quay shut"))
    other = _page(title="Harbour in trouble")
    assert "<h1>Harbour in trouble</h1>" in other
    assert other.partition("</nav>")[2].count("<h1>") == 1
    assert re.search(r'<div class="text">Quay shut', _page(title="Quay"))


def test_only_a_web_address_is_a_link_to_where_it_was_published() -> None:
    """Any other is told as text, among what is known of the file."""
    assert 'href="https://post.example/quay"' in _page(title="Quay shut", url="https://post.example/quay")
    hostile = _page(title="Quay shut", url="javascript:alert(1)")
    assert 'href="javascript' not in hostile
    assert "<dd>javascript:alert(1)</dd>" in hostile
