"""Excerpts in the documents: exact in words and numbers, renewed where only numbers changed, refused otherwise."""

from __future__ import annotations

import re
import struct
import zlib
from pathlib import Path

import pytest

from documenting import consoles, picture
from documenting.consoles import renewed_page
from documenting.excerpts import MisfitError, renewed
from documenting.sentences import in_words, recounted, unaccounted

PRINTED = """\
Articles    20   new
  Kestrel Post 3, Lantern Daily 1, Global Ledger 3,
    outlet not told 2

1 source with a name
  Ana Brodo  12 times in 4 articles: Kestrel Post, Lantern …
  Lantern Daily (dam-2.txt) repeats Kestrel Post (dam-1.txt)

name        told
----------  ----
Ana Brodo     12
""".splitlines()


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (["Articles    20   new", "…"], None),
        (["…", "Ana Brodo     12"], None),
        (["Articles    20   new", "  Kestrel Post 3, …", "", "1 source with a name", "…"], None),
        (["…", "  Ana Brodo  12 times in 4 articles: Kestrel Post, Lantern …", "…"], None),
        (["Articles 7 new", "…"], ["Articles    20   new", "…"]),
        (["…", "1 source with a na…"], None),
        (["…", "12 sources with a name", "…"], ["…", "1 source with a name", "…"]),
        (
            ["…", "  Ana Brodo  9 times in 1 article: Kestrel …"],
            ["…", "  Ana Brodo  12 times in 4 articles: Kestrel …"],
        ),
        (["…", "name  told", "----  ----", "Ana Brodo  3"], ["…", *PRINTED[-3:]]),
        (["Articles 1,020 new", "  …", "  outlet not told 3", "…"], [PRINTED[0], "  …", PRINTED[2], "…"]),
    ],
)
def test_what_is_shown_gets_the_numbers_and_widths_of_what_is_printed(
    shown: list[str], expected: list[str] | None
) -> None:
    """What the writer left out stays out; a selection that is true already stays as it is."""
    assert renewed(shown, PRINTED) == (expected or shown)


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        (["Articles 20 old", "…"], "no line fits 'Articles 20 old' here; near are 'Articles    20   new'"),
        (["…", "1 source with a na …"], "no line fits '1 source with a na …'"),
        (["…", "Lantern Daily 1", "…"], "no line fits 'Lantern Daily 1'"),
        (["Articles    20   new", "", "1 source with a name", "…"], "no line fits ''"),
        (["…", "1 source with a name", "…", "Articles    20   new", "…"], "no line fits 'Articles"),
        (["…", "  Lantern Daily (dam-7.txt) repeats Kestrel Post (dam-1.txt)", "…"], "no line fits"),
        (["Articles    20   new"], "more is printed than shown: '  Kestrel Post 3, Lantern"),
        ([], "more is printed than shown: 'Articles"),
    ],
)
def test_words_order_and_what_is_left_out_are_exact(shown: list[str], told: str) -> None:
    """Other words, another order, a gap that is not marked or an end that is none: a writer has to look."""
    with pytest.raises(MisfitError, match=re.escape(told)):
        renewed(shown, PRINTED)


def test_of_several_lines_that_fit_the_likest_is_taken() -> None:
    """A number is renewed from another line only where no line has it."""
    printed = ["40 killed", "43 killed", "58 killed"]
    assert renewed(["…", "43 killed", "…"], printed) == ["…", "43 killed", "…"]
    assert renewed(["…", "44 killed", "…"], printed) == ["…", "40 killed", "…"]
    assert renewed(["…", "43 killed", "57 killed"], printed) == ["…", "43 killed", "58 killed"]


def test_silence_is_shown_by_nothing() -> None:
    """A command that prints nothing has nothing below it."""
    assert renewed([], []) == []
    with pytest.raises(MisfitError):
        renewed(["done"], [])


def test_a_page_gets_what_its_commands_and_its_python_print(tmp_path: Path) -> None:
    """All commands run in one folder; text that no Python prints, and Python with no text, are left alone."""
    page = (
        "```console\n$ whosays queries\n…\nattributions\n…\n\n$ whosays query --help\n…\n```\n\n"
        "```python\nprint(40 + 2, 'barns')\n```\n\n```text\n7 barns\n```\n\n"
        "```python\nundefined\n```\n\nand\n\n```text\n1 > 2\n```\n"
    )
    assert renewed_page(page, tmp_path) == (page.replace("7 barns", "42 barns"), [])


def test_commands_that_fail_or_fit_no_more_are_named_and_left(tmp_path: Path) -> None:
    """Whoever runs it learns which lines to write anew, all at once; what stands below is renewed all the same."""
    page = (
        "```console\n$ whosays queries\n…\nwho knows\n…\nnobody\n…\n\n$ whosays check --kg nowhere\n0 checked\n"
        "$ rm -r .\n```\n\n```python\nprint(42)\n```\n\n```text\n7\n```\n"
    )
    text, (queries, check, remove) = renewed_page(page, tmp_path)
    assert text == page.replace("\n7\n", "\n42\n")
    assert re.fullmatch(r"whosays queries:\n  no line fits 'who knows'.*\n  no line fits 'nobody'.*", queries)
    assert re.match(r"whosays check --kg nowhere:\n  whosays: nowhere: there is no such folder", check)
    assert remove == "rm -r .:\n  only whosays is run"


def test_sentences_get_todays_numbers() -> None:
    """In words up to twenty, with the capital that stood there; a sentence that is gone is told."""
    assert (in_words(3), in_words(20, "Five"), in_words(21), in_words(1200)) == ("three", "Twenty", "21", "1,200")
    text = "Nine words carry the whole program; it has two."
    assert recounted("docs/concepts.md", text + " It has one hops.", {"words": 20, "hops": 3}) == (
        "Twenty words carry the whole program; it has two. It has three hops."
    )
    with pytest.raises(ValueError, match=r"docs/concepts\.md: there is no sentence with 'It has"):
        recounted("docs/concepts.md", text, {"words": 20, "hops": 3})


def test_a_number_that_nobody_counts_is_noticed() -> None:
    """In words or digits, in prose and not in code; what is listed as an example passes."""
    prose = "With Python 3.11 or newer.\nIt has five outlets.\n`70` links\nOne of two.\nAbout 1,300 claims.\n"
    assert unaccounted("README.md", prose) == ["It has five outlets.", "About 1,300 claims."]


def test_a_picture_tells_what_it_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is taken anew where the page has other words, and stays the same file where it has not."""
    page, out = tmp_path / "page.html", tmp_path / "page.png"
    page.write_text("", encoding="utf-8")
    words = ["<p>four outlets</p>"]
    monkeypatch.setattr(picture, "_open", lambda _page, _folder, flag: _browser(flag, words[0]))
    picture.draw(page, out)
    first = out.read_bytes()
    assert picture.told(out) == picture.shown(page)
    picture.draw(page, out)
    assert out.read_bytes() == first
    words[0] = "<script>var unseen</script><p>four   outlets</p><style>p {}</style>"
    assert picture.told(out) == picture.shown(page)
    words[0] = "<p>five outlets</p>"
    assert picture.told(out) != picture.shown(page)
    picture.draw(page, out)
    assert picture.told(out) == picture.shown(page)
    assert _chunks(out.read_bytes()) == [b"IHDR", b"tEXt", b"IEND"]


def _browser(flag: str, dom: str) -> str:
    if flag.startswith("--screenshot="):
        size = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
        png = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", size) + _chunk(b"IEND", b"")
        Path(flag.removeprefix("--screenshot=")).write_bytes(png)
    return dom


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _chunks(png: bytes) -> list[bytes]:
    kinds, at = [], 8
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        kinds.append(png[at + 4 : at + 8])
        assert png[at + 8 + length :][:4] == struct.pack(">I", zlib.crc32(png[at + 4 : at + 8 + length]))
        at += 12 + length
    return kinds


def test_picture_needs_the_claim_on_the_page(tmp_path: Path) -> None:
    """A page without the claim is refused, with the place where it is chosen."""
    page = tmp_path / "page.html"
    page.write_text('<script type="application/json">{"nodes": []}</script>', encoding="utf-8")
    with pytest.raises(ValueError, match=r"no claim .*documenting/sentences\.py"):
        picture.address(page)


def test_commands_run_as_this_tree_has_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the reader's terminal and path are, width and program are those of the documents."""
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.delenv("PYTHONPATH", raising=False)
    page = "```python\nimport os, whosays\nprint(os.environ['COLUMNS'], whosays.__file__)\n```\n\n```text\n{}\n```\n"
    shown = page.format(f"40 {consoles.ROOT / 'whosays' / '__init__.py'}")
    assert renewed_page(shown, tmp_path) == (shown.replace("40", consoles.COLUMNS), [])
