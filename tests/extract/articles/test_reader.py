"""Files in, articles out: what is read, what is skipped and why, and that offsets hold."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from whosays.extract.articles.article import Article
from whosays.extract.articles.inputs import list_inputs
from whosays.extract.articles.prose import prose_of
from whosays.extract.articles.reader import read_article
from whosays.extract.batch import Failure, extract
from whosays.extract.errors import ArticleSkipped

STORY = (
    "The harbour authority of Lisk said on Tuesday that at least forty people were hurt when two ferries collided.\n\n"
    "“We heard a bang and then the lights went out,” passenger Ada Moreno told reporters on the quay.\n"
)


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    return path


def read(folder: Path, content: str | bytes, name: str = "story.txt") -> Article:
    return read_article(write(folder, name, content))


def skipped(folder: Path, content: str | bytes, name: str = "story.txt") -> str:
    with pytest.raises(ArticleSkipped) as error:
        read(folder, content, name)
    return str(error.value)


class TestInputs:
    def test_a_folder_gives_its_articles_sorted_without_hidden_ones(self, tmp_path: Path) -> None:
        """Folders are searched to any depth, in one order, and hidden files and folders are left alone."""
        (tmp_path / "b").mkdir()
        (tmp_path / ".git").mkdir()
        for name in ("c.txt", "a.HTML", "b/z.htm", ".hidden.txt", ".git/x.txt", "d.jsonl.gz", "photo.jpg", "notes.gz"):
            write(tmp_path, name, STORY)
        names = [Path(path).relative_to(tmp_path).as_posix() for path in list_inputs([tmp_path])]
        assert names == ["a.HTML", "b/z.htm", "c.txt", "d.jsonl.gz"]

    def test_files_are_kept_as_given_and_once(self, tmp_path: Path) -> None:
        """A file given twice, or given and found in a folder, is read once."""
        path = write(tmp_path, "c.txt", STORY)
        assert list_inputs([path, tmp_path, str(path)]) == [path]

    def test_what_cannot_be_read_stays_in_the_list_to_be_named(self, tmp_path: Path) -> None:
        """A missing path and a folder without articles are not passed over in silence."""
        empty = tmp_path / "empty"
        empty.mkdir()
        missing = tmp_path / "nowhere"
        assert list_inputs([missing, empty]) == [missing, empty]
        with pytest.raises(ArticleSkipped, match="no such file"):
            read_article(missing)
        with pytest.raises(ArticleSkipped, match="folder without articles"):
            read_article(empty)

    @pytest.mark.parametrize("kind", [str, Path, os.fsencode])
    def test_one_path_is_one_path(self, tmp_path: Path, kind: Callable[[Path], str]) -> None:
        """A text is no list of letters; alone and in a list, of any kind, it means the same."""
        (tmp_path / "a.txt").write_text("One.\n")
        expected = [tmp_path / "a.txt"]
        given = kind(tmp_path)
        for paths in (given, [given], (given,), {given}, iter([given]), {given: 1}.keys(), (path for path in [given])):
            assert list_inputs(paths) == expected
        assert list_inputs(kind(tmp_path / "a.txt")) == expected

    def test_home_is_found(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """~ is the home folder, as in a shell."""
        (tmp_path / "a.txt").write_text("One.\n")
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.setenv("USERPROFILE", str(tmp_path))
        assert list_inputs("~") == list_inputs("~/a.txt") == [tmp_path / "a.txt"]

    @pytest.mark.parametrize(
        "address", ["https://press.example/a//b.html", "HTTP://press.example", "ftp://x.example/a.txt"]
    )
    def test_a_web_address_is_told_as_it_is(self, address: str) -> None:
        """It is no path: it keeps its slashes, and the reason says what to do, also where a Path was made of it."""
        (failure,) = extract(address)
        assert isinstance(failure, Failure)
        assert failure.path == address
        assert "save the page first" in failure.why
        with pytest.raises(ArticleSkipped, match="web address"):
            read_article(address)
        (from_path,) = list_inputs(Path(address))
        assert "://" in str(from_path)

    @pytest.mark.parametrize("path", ["", "a\0b.txt", f"{'a' * 300}.txt", "a.txt/b.txt"])
    def test_no_path_stops_the_others(self, tmp_path: Path, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """An empty path is not the current folder; what the system refuses is one failure with a reason."""
        monkeypatch.chdir(tmp_path)
        (tmp_path / "a.txt").write_bytes(b"")
        failures = list(extract([path, "a.txt"]))
        assert [isinstance(failure, Failure) and failure.trace is None for failure in failures] == [True, True]
        assert failures[0].path == (path or "''")


class TestRefused:
    @pytest.mark.parametrize("content", [b"", b"\n \t\r\n", b"\xef\xbb\xbf", "\u200b\u200b\n".encode()])
    def test_an_empty_file_is_skipped(self, tmp_path: Path, content: bytes) -> None:
        """Nothing, white space, a byte order mark and invisible characters are all empty."""
        assert "empty" in skipped(tmp_path, content)

    @pytest.mark.parametrize(
        "content", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"%PDF-1.7\n", bytes(range(256)) * 20, b"\0" * 500]
    )
    def test_a_binary_file_is_skipped(self, tmp_path: Path, content: bytes) -> None:
        """Known file heads and many control bytes make a binary file, whatever it is called."""
        assert "binary" in skipped(tmp_path, content)

    @pytest.mark.parametrize("name", ["story.mp3", "story.xyz"])
    def test_a_file_of_another_type_is_refused_with_the_types_that_are_read(self, tmp_path: Path, name: str) -> None:
        """The reason names what would have been read."""
        assert ".html, .htm" in skipped(tmp_path, STORY, name)

    @pytest.mark.parametrize(("name", "kind"), [("story.doc", ".docx"), ("story.rtf", ".")])
    def test_a_file_that_can_be_saved_otherwise_is_refused_with_how(self, tmp_path: Path, name: str, kind: str) -> None:
        """Who has a text of an older kind is told what to make of it."""
        assert f"save it as {kind}" in skipped(tmp_path, STORY, name)

    def test_html_without_text_is_skipped(self, tmp_path: Path) -> None:
        """A page with nothing to read is no empty article."""
        page = "<html><head><title>Nothing</title></head><body><script>x()</script></body></html>"
        assert "no text found in the HTML" in skipped(tmp_path, page, "p.html")


class TestDecoding:
    def test_plain_text_keeps_every_character(self, tmp_path: Path) -> None:
        """CRLF, NUL, right-to-left, zero-width, astral and unpaired surrogate code points keep their offsets."""
        text = "Odd\r\nlines\0here \u202eabc\u202c z\u200bw \U0001f6a2 \ud83d end, she said to the crowd.\r\n"
        article = read(tmp_path, text)
        assert article.text == text
        assert article.sha256 == hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

    def test_a_utf8_mark_counts_in_offsets_but_is_no_prose(self, tmp_path: Path) -> None:
        """The mark is the first code point of the text, as bytes.decode has it."""
        article = read(tmp_path, b"\xef\xbb\xbf" + STORY.encode())
        assert article.text == "\ufeff" + STORY
        assert prose_of(article).text.startswith("The harbour")
        assert prose_of(article).span(0, 3) == (1, 4)

    @pytest.mark.parametrize(
        ("encoding", "note"),
        [("utf-16", "utf-16"), ("utf-16-le", "utf-16-le"), ("utf-16-be", "utf-16-be"), ("utf-32", "utf-32")],
    )
    def test_utf16_and_utf32_are_recognised_with_a_mark_and_without(
        self, tmp_path: Path, encoding: str, note: str
    ) -> None:
        """Wide encodings are decoded, noted, and their mark is no part of the text."""
        article = read(tmp_path, STORY.encode(encoding))
        assert article.text == STORY
        assert article.notes == (f"decoded as {note}",)

    def test_western_bytes_are_cp1252_and_noted(self, tmp_path: Path) -> None:
        """Curly quotation marks and accents of the Western code page come out right."""
        story = STORY + "The café’s owner, Señor Peña, said: “No – never.”\n"
        article = read(tmp_path, story.encode("cp1252"))
        assert article.text == story
        assert article.notes == ("decoded as cp1252",)

    def test_russian_bytes_are_detected(self, tmp_path: Path) -> None:
        """A Cyrillic code page is detected, and the language with it."""
        russian = "Представитель министерства заявил во вторник, что в порту никто не пострадал. " * 8
        article = read(tmp_path, russian.encode("cp1251"))
        assert article.text == russian
        assert article.language == "ru"
        assert article.notes[0].startswith("decoded as ")

    def test_one_broken_byte_does_not_turn_utf8_into_mojibake(self, tmp_path: Path) -> None:
        """A text cut in the middle of a character stays UTF-8, and the note says that a byte was lost."""
        data = (STORY * 3).encode() + "“".encode()[:2]
        article = read(tmp_path, data)
        assert article.text == STORY * 3 + "\ufffd"
        assert "replaced" in article.notes[0]


class TestLanguage:
    def test_a_page_of_marks_has_no_language(self, tmp_path: Path) -> None:
        """Quotation marks and digits with a few words between them are no text in any language."""
        assert read(tmp_path, '"' * 5_000 + " " + STORY[:200]).language is None
        assert read(tmp_path, STORY + '"' * 50).language == "en"

    def test_english_is_told(self, tmp_path: Path) -> None:
        """Plain news is English."""
        assert read(tmp_path, STORY).language == "en"

    def test_too_little_text_has_no_language(self, tmp_path: Path) -> None:
        """A few words of names are no evidence of a language."""
        assert read(tmp_path, "Lisk, Oster\n").language is None


class TestHostileSizes:
    @pytest.mark.parametrize(
        "text",
        [
            '"' * 1_000_000,
            'a "b ' * 200_000,
            "a" + " " * 1_000_000 + "b",
            "<a " * 300_000,
            "(" * 1_000_000,
            "© " * 300_000,
        ],
        ids=["quotes", "quoted words", "spaces", "open tags", "brackets", "copyright"],
    )
    def test_a_line_of_a_million_characters_takes_linear_time(self, tmp_path: Path, text: str) -> None:
        """Repeats that make backtracking patterns explode are read in a few seconds."""
        begun = time.process_time()
        prose = prose_of(read(tmp_path, text + "\n\n" + STORY))
        assert time.process_time() - begun < 10
        assert prose.text.endswith("on the quay.")

    def test_an_odd_number_of_quotation_marks_loses_nothing(self, tmp_path: Path) -> None:
        """An unclosed quotation is text like any other."""
        story = "He said: “We stay. And then he left.\n\nNobody answered the paper's “questions”.\n"
        assert prose_of(read(tmp_path, story)).text == story.strip()


PAGE = """<!DOCTYPE html><html lang="en"><head>
<title>Two ferries &lt;/script&gt; collide <script>alert(1)</script></title>
<meta property="og:site_name" content="Harbour &lt;b&gt;Gazette&lt;/b&gt;">
<meta property="article:published_time" content="2026-01-02">
<link rel="canonical" href="https://www.harbourgazette.example/2026/01/ferries">
<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"],
 "headline": "Two ferries collide off Lisk", "datePublished": "2026-01-02T23:30:00-08:00",
 "author": [{"@type": "Person", "name": "Jane Doe"}, {"@type": "Organization", "name": "Agence France-Presse"}],
 "publisher": {"@type": "Organization", "name": "The Harbour Gazette"}}]}</script>
</head><body><nav><a href="/">Home</a></nav><article><h1>Two ferries collide off Lisk</h1>
<p>The harbour authority of Lisk said on Tuesday that at least forty people were hurt when two ferries collided.</p>
<p>“We heard a bang and then the lights went out,” passenger Ada Moreno told reporters on the quay.</p>
<p>Share this article</p>
<p>The owner of both ships, the Oster Line, declined to comment on what it called an ongoing investigation.</p>
</article><footer>© 2026</footer></body></html>"""


class TestWebPages:
    def test_metadata_are_read_as_they_stand(self, tmp_path: Path) -> None:
        """The date keeps its zone, an organisation among the authors is the wire, the publisher is the outlet."""
        article = read(tmp_path, PAGE, "p.html")
        assert article.title == "Two ferries collide off Lisk"
        assert article.published == "2026-01-02T23:30:00-08:00"
        assert (article.author, article.wire) == ("Jane Doe", "AFP")
        assert article.outlet is not None
        assert (article.outlet.name, article.outlet.span) == ("The Harbour Gazette", None)
        assert article.url == "https://www.harbourgazette.example/2026/01/ferries"

    def test_the_main_text_is_prose_without_furniture(self, tmp_path: Path) -> None:
        """Paragraphs of the story come out, sharing marks and navigation do not."""
        prose = prose_of(read(tmp_path, PAGE, "p.html")).text
        assert "“We heard a bang and then the lights went out,” passenger Ada Moreno" in prose
        assert "Oster Line, declined to comment" in prose
        assert "Share this" not in prose
        assert "Home" not in prose

    def test_markup_in_metadata_is_text(self, tmp_path: Path) -> None:
        """Without JSON-LD the site's name and the title are read from tags, their mark-up dropped or kept as text."""
        bare = PAGE.replace("application/ld+json", "text/plain")
        article = read(tmp_path, bare, "p.html")
        assert article.outlet is not None
        assert article.outlet.name == "Harbour Gazette"
        assert article.title is not None
        assert "<script>" not in article.title
        assert article.published == "2026-01-02"

    def test_broken_json_ld_is_no_metadata(self, tmp_path: Path) -> None:
        """A hundred thousand open brackets cost the metadata, not the article."""
        hostile = PAGE.replace('{"@graph"', "[" * 100_000 + '{"@graph"')
        article = read(tmp_path, hostile, "p.html")
        assert "forty people" in article.text
        assert article.published == "2026-01-02"

    def test_an_unreadable_date_is_noted_and_not_guessed(self, tmp_path: Path) -> None:
        """A date that could be two days is none."""
        page = PAGE.replace("2026-01-02T23:30:00-08:00", "03/04/2026").replace('content="2026-01-02"', 'content=""')
        article = read(tmp_path, page, "p.html")
        assert article.published is None
        assert "publishing date not understood: 03/04/2026" in article.notes

    def test_deep_nesting_is_read_or_refused_with_a_reason(self, tmp_path: Path) -> None:
        """Three hundred levels are read; two hundred thousand are refused, not returned as an empty article."""
        story = "".join(f"<p>{line}</p>" for line in STORY.strip().splitlines() if line)
        deep = "<html><body>{}<div>" + story + "</div></body></html>"
        assert "two ferries" in read(tmp_path, deep.format("<div>" * 300), "p.html").text
        assert "no text found" in skipped(tmp_path, deep.format("<div>" * 200_000), "p.html")

    def test_a_declared_encoding_is_believed_where_utf8_fails(self, tmp_path: Path) -> None:
        """A page in a Cyrillic code page says so itself."""
        page = '<html><head><meta charset="koi8-r"></head><body><p>{}</p><p>{}</p></body></html>'
        words = (
            "Министр заявил, что порт закрыт и что паромы больше не ходят. " * 3,
            "Его слова передали газеты. " * 4,
        )
        assert words[0].strip() in read(tmp_path, page.format(*words).encode("koi8-r"), "p.html").text

    def test_a_page_of_a_few_megabytes_is_read_whole(self, tmp_path: Path) -> None:
        """Above the limit of the article finder every paragraph is taken, and that is noted."""
        filler = "The inquiry into the collision off Lisk went on, its chairman said, on day"
        body = "".join(
            f"<p>{filler} {day} of the hearings in the old customs house by the quay.</p>" for day in range(25_000)
        )
        article = read(tmp_path, f"<html><body><nav>Menu</nav><article>{body}</article></body></html>", "p.html")
        assert "on day 24999 of" in article.text
        assert "Menu" not in article.text
        assert "all its paragraphs were read" in article.notes[0]


def test_halves_of_a_character_side_by_side_are_that_character(tmp_path: Path) -> None:
    """What JSON would join is joined when it is read; a half that stands alone stays."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"Roe said \xed\xa0\x80\xed\xb0\x80 rose, Lund \xed\xa0\x80 fell.\n")
    assert read_article(path).text == "Roe said \U00010000 rose, Lund \ud800 fell.\n"
