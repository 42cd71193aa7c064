"""Each kind of input: what is read out of it, under which address, and what is said where it is bad."""

from __future__ import annotations

import gzip
import io
import json
import lzma
import sys
import tarfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from whosays.extract.articles.article import Article
from whosays.extract.articles.inputs import Reading, Unread, is_readable
from whosays.extract.articles.reader import read_article, read_articles

STORY = (
    "The harbour authority of Lisk said on Tuesday that at least forty people were hurt when two ferries collided.\n\n"
    "“We heard a bang and then the lights went out,” passenger Ada Moreno told reporters on the quay."
)
OTHER = (
    "The mill at Oster burned down on Friday, fire chief Jon Brack said. Nobody was hurt, he told the Oster Gazette."
)
PAGE = (
    "<!DOCTYPE html><html><head><title>Two ferries collide</title></head><body><article><h1>Two ferries collide</h1>"
    + "".join(f"<p>{line}</p>" for line in STORY.split("\n\n"))
    + "</article></body></html>"
)


def read(folder: Path, name: str, content: str | bytes, reading: Reading | None = None) -> list[Article | Unread]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read_articles(path, reading or Reading()))


def articles(found: Iterable[Article | Unread]) -> list[Article]:
    read = list(found)
    assert not [item for item in read if isinstance(item, Unread)]
    return [item for item in read if isinstance(item, Article)]


def reasons(found: Iterable[Article | Unread]) -> list[tuple[str, str]]:
    return [(Path(item.address).name, item.why) for item in found if isinstance(item, Unread)]


def names(found: Iterable[Article | Unread]) -> list[str]:
    return [Path(item.path).name for item in found if isinstance(item, Article)]


ROWS = (
    {"headline": "Two ferries collide", "body": STORY, "source": "Lisk Gazette", "date": "2031-03-04", "link": "https://lisk.example/1"},
    {"headline": "Mill burns", "body": OTHER, "source": "Oster Gazette", "date": "2031-03-05", "link": "https://oster.example/2"},
)  # fmt: skip


class TestJson:
    def test_titles_and_names_are_repaired(self, tmp_path: Path) -> None:
        """What was decoded twice is repaired outside the text as well, before its white space goes."""
        row = {**ROWS[0], "headline": "CafÃ© Ã\xa0 la carte", "author": ["RenÃ©e Lee", "Bo Ray"]}
        (found,) = articles(read(tmp_path, "a.jsonl", json.dumps(row)))
        assert (found.title, found.author) == ("Café à la carte", "Renée Lee; Bo Ray")

    def test_each_line_is_an_article_with_its_address(self, tmp_path: Path) -> None:
        """The file's path and the line's number name an article; usual names of keys are understood, and said so."""
        heard: list[str] = []
        content = "\n".join(json.dumps(row) for row in ROWS)
        found = articles(read(tmp_path, "a.jsonl", content, Reading(tell=heard.append)))
        assert names(found) == ["a.jsonl#1", "a.jsonl#2"]
        assert [article.text for article in found] == [STORY, OTHER]
        assert [article.title for article in found] == ["Two ferries collide", "Mill burns"]
        assert [article.outlet and article.outlet.name for article in found] == ["Lisk Gazette", "Oster Gazette"]
        assert [article.published for article in found] == ["2031-03-04", "2031-03-05"]
        assert [article.url for article in found] == ["https://lisk.example/1", "https://oster.example/2"]
        assert len(heard) == 1
        assert "text=body" in heard[0]
        assert "outlet=source" in heard[0]

    def test_a_bad_line_costs_itself_alone(self, tmp_path: Path) -> None:
        """A broken line, one that is no object and one without a text are named, the others are read."""
        lines = [json.dumps(ROWS[0]), "{broken", "[1, 2]", json.dumps({"body": " "}), "", json.dumps(ROWS[1])]
        found = read(tmp_path, "a.jsonl", "\n".join(lines))
        assert names(found) == ["a.jsonl#1", "a.jsonl#6"]
        assert [address for address, _ in reasons(found)] == ["a.jsonl#2", "a.jsonl#3", "a.jsonl#4"]
        assert [why.split(":")[0] for _, why in reasons(found)] == [
            "not JSON",
            "not a JSON object",
            "the record has no text",
        ]

    def test_a_records_own_id_names_it(self, tmp_path: Path) -> None:
        """An id stays the same when records are added above."""
        first, second = ({**row, "id": key} for row, key in zip(ROWS, ("n7", 12), strict=True))
        assert names(read(tmp_path, "a.jsonl", f"{json.dumps(first)}\n{json.dumps(second)}")) == [
            "a.jsonl#n7",
            "a.jsonl#12",
        ]

    @pytest.mark.parametrize(
        "around", ["{}", '{{"status": "ok", "articles": {}}}', '{{"response": 1, "data": {{"items": {}}}}}']
    )
    def test_a_list_is_found_where_it_is_usual(self, tmp_path: Path, around: str) -> None:
        """A list of articles stands alone, or under a key such as programs use."""
        assert names(read(tmp_path, "a.json", around.format(json.dumps(ROWS)))) == ["a.json#1", "a.json#2"]

    def test_one_object_is_one_article_of_that_path(self, tmp_path: Path) -> None:
        """A file with one article needs no number; what schema.org calls its fields is understood."""
        article = {
            "@type": "NewsArticle",
            "headline": "Mill burns",
            "articleBody": OTHER,
            "datePublished": "2031-03-05T10:00:00Z",
            "publisher": {"@type": "Organization", "name": "Oster Gazette"},
            "author": [{"name": "Ann Lee"}, {"name": "Bo Ray"}],
        }
        (found,) = articles(read(tmp_path, "a.json", json.dumps(article)))
        assert (Path(found.path).name, found.title, found.text) == ("a.json", "Mill burns", OTHER)
        assert (found.outlet and found.outlet.name, found.author) == ("Oster Gazette", "Ann Lee; Bo Ray")
        assert found.published == "2031-03-05T10:00:00+00:00"

    def test_the_users_columns_win_and_reach_into_objects(self, tmp_path: Path) -> None:
        """A mapping is taken at its word; a key that is in no record is told with those that are."""
        row = {"text": "Not this one.", "deep": {"words": OTHER}, "paper": {"title": "Oster Gazette"}}
        mapping = {"text": "deep.words", "outlet": "paper.title"}
        (found,) = articles(read(tmp_path, "a.json", json.dumps(row), Reading(mapping)))
        assert found.text == OTHER
        assert found.outlet is not None
        assert found.outlet.name == "Oster Gazette"
        ((_, why),) = reasons(read(tmp_path, "a.json", json.dumps(row), Reading({"text": "bodyy"})))
        assert why == "no column 'bodyy'; there are: text, deep, paper"

    def test_mark_up_in_a_record_is_read_as_a_page(self, tmp_path: Path) -> None:
        """A body in HTML loses its tags, a whole page tells its title, and a plain text keeps a lonely mark."""
        rows = [
            {"body": "<p>One fell.</p><p>Two <b>rose</b>.</p>"},
            {"html": PAGE},
            {"body": "If a < b, he said, so be it."},
        ]
        found = articles(read(tmp_path, "a.json", json.dumps(rows)))
        assert found[0].text == "One fell.\n\nTwo rose."
        assert found[1].title == "Two ferries collide"
        assert "two ferries collided" in found[1].text
        assert found[2].text == "If a < b, he said, so be it."

    def test_how_a_page_in_a_record_was_read_is_told(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """As it is of a page in a file of its own, here of one too long for the article finder."""
        monkeypatch.setattr("whosays.extract.articles.web.page.MAIN_TEXT_LIMIT", 10)
        page = "<html><body><p>Two ferries collided off Lisk.</p></body></html>"
        (alone,) = articles(read(tmp_path, "a.html", page))
        (found,) = articles(read(tmp_path, "a.json", json.dumps({"html": page})))
        assert alone.notes
        assert found.notes == alone.notes

    def test_json_that_is_none_is_told(self, tmp_path: Path) -> None:
        """Cut off, nested without end, a list without articles, an object without a text: one line each."""
        bad = {
            "{": "not JSON",
            "[" * 100_000: "not JSON",
            "[]": "without articles",
            '{"a": 1}': "no column holds the text",
        }
        for content, why in bad.items():
            ((_, told),) = reasons(read(tmp_path, "a.json", content))
            assert why in told

    def test_seconds_since_1970_are_a_date(self, tmp_path: Path) -> None:
        """Programs write moments as numbers, in seconds or thousandths."""
        rows = [{"text": OTHER, "timestamp": 1_930_000_000}, {"text": STORY, "timestamp": 1_930_000_000_000}]
        found = articles(read(tmp_path, "a.json", json.dumps(rows)))
        assert {article.published for article in found} == {"2031-02-27T23:06:40+00:00"}


class TestTables:
    @pytest.mark.parametrize(("name", "mark"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t")])
    def test_rows_are_articles(self, tmp_path: Path, name: str, mark: str) -> None:
        """A line of names, a row an article, cells over several lines between quotation marks."""
        lines = [mark.join(ROWS[0]), *(mark.join(f'"{cell}"' for cell in row.values()) for row in ROWS)]
        found = articles(read(tmp_path, name, "\ufeff" + "\n".join(lines) + "\n\n"))
        assert names(found) == [f"{name}#1", f"{name}#2"]
        assert [article.text for article in found] == [STORY, OTHER]
        assert [article.published for article in found] == ["2031-03-04", "2031-03-05"]

    def test_a_table_in_the_western_code_page_is_read(self, tmp_path: Path) -> None:
        """The encoding is detected and noted."""
        story = "The café’s owner said: “No – never.” He told the paper so on Friday."
        (found,) = articles(read(tmp_path, "a.csv", f'title,text\nCafé,"{story}"\n'.encode("cp1252")))
        assert found.text == story
        assert "decoded as cp1252" in found.notes

    def test_a_table_without_text_or_rows_is_told(self, tmp_path: Path) -> None:
        """The columns that there are stand in the message, with what to do."""
        assert "--map text=COLUMN (there are: a, b)" in reasons(read(tmp_path, "a.csv", "a,b\n1,2\n"))[0][1]
        assert "without rows" in reasons(read(tmp_path, "a.csv", "title,text\n"))[0][1]
        assert "empty" in reasons(read(tmp_path, "a.csv", ""))[0][1]

    def test_parquet_gives_what_csv_gives(self, tmp_path: Path) -> None:
        """Columns are read in batches of rows; dates may be dates; what is no Parquet file is told."""
        import pyarrow as pa  # noqa: PLC0415
        import pyarrow.parquet as pq  # noqa: PLC0415

        pq.write_table(pa.Table.from_pylist([*ROWS, {"body": None}]), tmp_path / "a.parquet", row_group_size=1)
        found = list(read_articles(tmp_path / "a.parquet"))
        assert names(found) == ["a.parquet#1", "a.parquet#2"]
        assert [article.text for article in found if isinstance(article, Article)] == [STORY, OTHER]
        assert reasons(found) == [("a.parquet#3", "the record has no text")]
        assert "not a Parquet file" in reasons(read(tmp_path, "b.parquet", b"PAR1nonsense"))[0][1]


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Lisk Gazette</title><language>en-gb</language>
<item><title>Two ferries &amp; a quay</title><link>https://lisk.example/1</link><guid isPermaLink="false">n1</guid>
<pubDate>Tue, 04 Mar 2031 10:00:00 GMT</pubDate><dc:creator>Ann Lee</dc:creator><description>In short.</description>
<content:encoded><![CDATA[<p>{STORY.splitlines()[0]}</p><p>Second &amp; last.</p>]]></content:encoded></item>
<item><title>Mill burns</title><link>https://lisk.example/2</link>
<description>&lt;p&gt;{OTHER}&lt;/p&gt;</description></item>
<item><title>Nothing</title><guid>n3</guid></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Oster Gazette</title><entry><id>tag:1</id>
<title>Mill burns</title><link rel="alternate" href="https://oster.example/2"/>
<published>2031-03-05T09:00:00Z</published><updated>2031-03-06T09:00:00Z</updated>
<author><name>Bo Ray</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>{OTHER}</p><p>He said so.</p></div></content></entry></feed>"""
NITF = f"""<nitf><head><title>Mill</title><pubdata name="Oster Gazette" date.publication="20310305T090000Z"/></head>
<body><body.head><hedline><hl1>Mill burns</hl1></hedline><byline>By <person>Bo Ray</person></byline></body.head>
<body.content><p>{OTHER}</p><p>He said so.</p></body.content></body></nitf>"""
NEWSML = f"""<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="tag:n:1"><itemMeta>
<provider literal="MPA"/><versionCreated>2031-03-06T09:00:00Z</versionCreated>
<firstCreated>2031-03-05T09:00:00Z</firstCreated></itemMeta><contentMeta><headline>Mill burns</headline>
<by>By Bo Ray</by></contentMeta><contentSet><inlineXML>
<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{OTHER}</p></body></html></inlineXML></contentSet></newsItem>
<newsItem guid="tag:n:2"><contentSet><remoteContent href="x.jpg"/></contentSet></newsItem></itemSet></newsMessage>"""


class TestXml:
    def test_titles_and_names_of_entries_are_repaired(self, tmp_path: Path) -> None:
        """What was decoded twice is repaired outside the text as well, before its white space goes."""
        feed = RSS.replace("Two ferries", "CafÃ© Ã\xa0 la carte").replace("Ann Lee", "Ren\u00c3\u00a9e Lee")
        first = next(item for item in read(tmp_path, "a.xml", feed) if isinstance(item, Article))
        assert (first.title, first.author) == ("Café à la carte & a quay", "Renée Lee")

    def test_rss_gives_its_entries(self, tmp_path: Path) -> None:
        """Whole texts before summaries, which are noted; the feed is the outlet; an entry without text is told."""
        found = read(tmp_path, "a.xml", RSS)
        first, second = (item for item in found if isinstance(item, Article))
        assert (first.title, first.url, first.author) == ("Two ferries & a quay", "https://lisk.example/1", "Ann Lee")
        assert first.text.endswith("collided.\n\nSecond & last.")
        assert first.published == "2031-03-04T10:00:00+00:00"
        assert (first.outlet and first.outlet.name, Path(first.path).name) == ("Lisk Gazette", "a.xml#n1")
        assert second.text == OTHER
        assert "the feed has only a summary of the article" in second.notes
        assert reasons(found) == [("a.xml#n3", "the entry has no text")]

    def test_atom_gives_its_entries(self, tmp_path: Path) -> None:
        """XHTML in an entry is its text; its times and its link are its own."""
        (found,) = articles(read(tmp_path, "a.atom", ATOM))
        assert found.text == f"{OTHER}\n\nHe said so."
        assert (found.published, found.url) == ("2031-03-05T09:00:00+00:00", "https://oster.example/2")
        assert (found.outlet and found.outlet.name, found.author) == ("Oster Gazette", "Bo Ray")

    def test_nitf_and_newsml_are_agencies_copy(self, tmp_path: Path) -> None:
        """Headline, byline, provider and time are where the standards put them."""
        (nitf,) = articles(read(tmp_path, "a.xml", NITF))
        assert (nitf.title, nitf.author, nitf.published) == ("Mill burns", "Bo Ray", "2031-03-05T09:00:00+00:00")
        assert nitf.text == f"{OTHER}\n\nHe said so."
        found = read(tmp_path, "b.xml", NEWSML)
        (newsml,) = (item for item in found if isinstance(item, Article))
        assert (newsml.title, newsml.author, newsml.published) == ("Mill burns", "Bo Ray", "2031-03-05T09:00:00+00:00")
        assert newsml.text == OTHER
        assert [why for _, why in reasons(found)] == ["a news item without text"]

    def test_other_xml_is_told_and_bombs_stay_small(self, tmp_path: Path) -> None:
        """An unknown root is named; entities are not expanded and no file is read through one."""
        assert "<urlset>" in reasons(read(tmp_path, "a.xml", "<urlset><url/></urlset>"))[0][1]
        secret = tmp_path / "secret.txt"
        secret.write_text("a secret of many words")
        entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(12))
        entry = f"<item><title>T</title><description>&x;&e11; {OTHER}</description></item>"
        bomb = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">{entities}]><rss><channel>{entry}</channel></rss>'
        found = read(tmp_path, "b.xml", bomb)
        assert all(
            "secret of" not in item.text and len(item.text) < 10_000 for item in found if isinstance(item, Article)
        )


def zipped(members: dict[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def tarred(members: dict[str, str | bytes], mode: str = "w:gz") -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in members.items():
            data = content if isinstance(content, bytes) else content.encode()
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return file.getvalue()


LINES = "\n".join(json.dumps(row) for row in ROWS)


class TestPacked:
    @pytest.mark.parametrize("packed", [gzip.compress, lzma.compress])
    def test_one_packed_file_keeps_its_address(self, tmp_path: Path, packed: object) -> None:
        """Gzip around any kind is the kind inside, whether its name says so or not."""
        assert callable(packed)
        suffix = "gz" if packed is gzip.compress else "xz"
        assert names(read(tmp_path, f"a.jsonl.{suffix}", packed(LINES.encode()))) == [
            f"a.jsonl.{suffix}#1",
            f"a.jsonl.{suffix}#2",
        ]
        assert articles(read(tmp_path, "a.txt", packed(OTHER.encode())))[0].text == OTHER

    @pytest.mark.parametrize(("name", "pack"), [("a.zip", zipped), ("a.tar.gz", tarred), ("a.tgz", tarred)])
    def test_an_archive_gives_what_its_folder_would(self, tmp_path: Path, name: str, pack: object) -> None:
        """Each file by its own reader, records of files in it too; hidden files and pictures are left alone."""
        assert callable(pack)
        members = {
            "a/1.txt": OTHER,
            "b.jsonl": LINES,
            "photo.jpg": b"\xff\xd8\xff",
            "__MACOSX/x.txt": "no",
            "c/.d.txt": "no",
        }
        found = articles(read(tmp_path, name, pack(members)))
        assert [item.path.partition("#")[2] for item in found] == ["a/1.txt", "b.jsonl/1", "b.jsonl/2"]
        assert [item.text for item in found] == [OTHER, STORY, OTHER]

    def test_what_is_cut_off_is_told_after_what_could_be_read(self, tmp_path: Path) -> None:
        """The end of a file that was not wholly copied is missing, and nothing else."""
        many = "\n".join(json.dumps({"text": f"{OTHER} Day {n * 7919 % 10_007}.", "n": n}) for n in range(2_000))
        found = read(tmp_path, "a.jsonl.gz", gzip.compress(many.encode())[:-2_000])
        assert len(names(found)) > 500
        assert "damaged, or cut off" in reasons(found)[-1][1]
        assert "damaged, or cut off" in reasons(read(tmp_path, "b.zip", zipped({"1.txt": OTHER})[:-40]))[0][1]

    def test_an_archive_without_articles_or_of_archives_without_end_is_told(self, tmp_path: Path) -> None:
        """Nothing to read, and too much packing around it, are reasons."""
        assert "an archive without articles" in reasons(read(tmp_path, "a.zip", zipped({"x.jpg": b"\xff"})))[0][1]
        deep = OTHER.encode()
        for _ in range(8):
            deep = gzip.compress(deep)
        assert "packed too often" in reasons(read(tmp_path, "a.txt.gz", deep))[0][1]

    def test_a_bomb_is_refused_as_it_unpacks(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A document that unpacks to more than one has is told, and no more of it is unpacked."""
        monkeypatch.setattr("whosays.extract.articles.inputs.source.Source.data.__defaults__", (1_000_000,))
        bomb = gzip.compress(b"a" * 20_000_000)
        assert "in one document" in reasons(read(tmp_path, "a.txt.gz", bomb))[0][1]
        found = read(tmp_path, "a.zip", zipped({"1.txt": b"a" * 20_000_000, "2.txt": OTHER}))
        assert [why for _, why in reasons(found)] == ["more than 0 MB in one document"]
        assert len(names(found)) == 1


def warc(*records: tuple[str, str, bytes, str]) -> bytes:
    """Return a packed WARC file of responses: status, content type, body, address."""
    file = b""
    for number, (status, kind, body, address) in enumerate(records):
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2031-03-05T09:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{number}>\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n"
        )
        file += gzip.compress(head.encode() + answer + b"\r\n\r\n")
    return file


class TestWarc:
    def test_pages_that_were_answered_are_articles(self, tmp_path: Path) -> None:
        """A page has the address that it was found at; images, errors and redirects are no articles and no failures."""
        data = warc(
            ("200 OK", "text/html; charset=utf-8", PAGE.encode(), "https://lisk.example/1"),
            ("200 OK", "image/png", b"\x89PNG", "https://lisk.example/x.png"),
            ("404 Not Found", "text/html", b"<html>gone</html>", "https://lisk.example/2"),
            ("200 OK", "text/plain", OTHER.encode(), "https://lisk.example/3.txt"),
        )
        found = articles(read(tmp_path, "a.warc.gz", data))
        assert [(item.path.partition("#")[2], item.url) for item in found] == [
            ("1", "https://lisk.example/1"),
            ("4", "https://lisk.example/3.txt"),
        ]
        assert found[0].title == "Two ferries collide"

    def test_a_warc_that_is_cut_off_is_told(self, tmp_path: Path) -> None:
        """The records before the cut are read, packed or not; the one that is cut is not taken for a short page."""
        page = PAGE.replace(
            "</article>", "".join(f"<p>Line {n * 7919 % 997} of it.</p>" for n in range(3_000)) + "</article>"
        )
        whole = warc(*[("200 OK", "text/html", page.encode(), f"https://lisk.example/{n}") for n in range(3)])
        for name, data in (("a.warc.gz", whole[:-500]), ("a.warc", gzip.decompress(whole)[:-500])):
            found = read(tmp_path, name, data)
            assert len(names(found)) == 2
            assert "cut off" in reasons(found)[-1][1]
        assert "no WARC record" in reasons(read(tmp_path, "b.warc", b""))[0][1]

    def test_a_bad_record_costs_itself_alone(self, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
        """One without an address, one longer than it says: the next one is read, and nothing is printed."""
        answers = [("200 OK", "text/html", PAGE.encode(), f"https://lisk.example/{n}") for n in range(3)]
        first, second, third = (gzip.decompress(warc(answer)) for answer in answers)
        nowhere = second.replace(b"WARC-Target-URI", b"WARC-Target-URL")
        assert names(read(tmp_path, "a.warc", first + nowhere + third)) == ["a.warc#1", "a.warc#3"]
        found = read(tmp_path, "b.warc", first + second[:-4] + b"more\r\n\r\n" + third)
        assert names(found) == ["b.warc#1", "b.warc#2", "b.warc#3"]
        assert [(name, "not as long as it says" in why) for name, why in reasons(found)] == [("b.warc#2", True)]
        assert capfd.readouterr() == ("", "")


class TestDocuments:
    def test_an_e_mail_gives_its_text_and_its_attachments(self, tmp_path: Path) -> None:
        """Subject, sender and date are title, author and date."""
        from email.message import EmailMessage  # noqa: PLC0415

        message = EmailMessage()
        message["Subject"], message["From"] = "Fwd: Mill burns", "Bo Ray <bo@oster.example>"
        message["Date"] = "Wed, 05 Mar 2031 09:00:00 +0100"
        message.set_content(OTHER)
        message.add_alternative(f"<p>{OTHER}</p>", subtype="html")
        message.add_attachment(PAGE.encode(), maintype="text", subtype="html", filename="page.html")
        message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="x.png")
        first, second = articles(read(tmp_path, "a.eml", message.as_bytes()))
        assert (first.title, first.author, first.published) == ("Mill burns", "Bo Ray", "2031-03-05T09:00:00+01:00")
        assert first.text.strip() == OTHER
        assert (Path(second.path).name, second.title) == ("a.eml#page.html", "Two ferries collide")

    def test_a_page_saved_by_a_browser_is_a_page(self, tmp_path: Path) -> None:
        """MHTML holds the page and where it was."""
        from email.mime.multipart import MIMEMultipart  # noqa: PLC0415
        from email.mime.text import MIMEText  # noqa: PLC0415

        saved, page = MIMEMultipart("related"), MIMEText(PAGE, "html", "utf-8")
        page["Content-Location"] = "https://lisk.example/1"
        saved.attach(page)
        for name in ("a.mhtml", "a"):
            (found,) = articles(read(tmp_path, name, saved.as_bytes()))
            assert (found.title, found.url) == ("Two ferries collide", "https://lisk.example/1")

    def test_markdown_loses_its_marks(self, tmp_path: Path) -> None:
        """Front matter tells about the article; links and emphasis are their words, lists keep their marks."""
        front = "---\ntitle: Mill burns\ndate: 2031-03-05\nauthor: [Bo Ray, Ann Lee]\nsource: 'Oster Gazette'\n---\n"
        body = "# Mill burns\n\nThe **mill** at [Oster](https://x.example)\nburned, he said.\n\n- One\n- Two\n"
        (found,) = articles(read(tmp_path, "a.md", front + body))
        assert found.text == "Mill burns\n\nThe mill at Oster burned, he said.\n\n- One\n\n- Two"
        assert (found.title, found.published, found.author) == ("Mill burns", "2031-03-05", "Bo Ray; Ann Lee")
        assert found.outlet is not None
        assert found.outlet.name == "Oster Gazette"

    def test_a_word_document_gives_its_paragraphs(self, tmp_path: Path) -> None:
        """Paragraphs and cells in order, the title by its style; what is no such document is told."""
        from docx import Document  # noqa: PLC0415

        document = Document()
        document.add_heading("Mill burns", 0)
        document.add_paragraph(OTHER)
        document.save(str(tmp_path / "a.docx"))
        found = read_article(tmp_path / "a.docx")
        assert (found.title, found.text) == ("Mill burns", f"Mill burns\n\n{OTHER}")
        assert "not a Word document" in reasons(read(tmp_path, "b.docx", OTHER))[0][1]

    def test_what_needs_a_library_that_is_not_there_names_it(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The message says what to install."""
        monkeypatch.setitem(sys.modules, "docx", None)
        monkeypatch.setitem(sys.modules, "pypdfium2", None)
        for name in ("a.docx", "a.pdf"):
            ((_, why),) = reasons(read(tmp_path, name, zipped({"word/document.xml": "<a/>"})))
            assert "pip install 'whosays[documents]'" in why


def pdf(*pages: list[str]) -> bytes:
    """Return a PDF of pages of lines."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    for lines in pages:
        shown = "".join(f"({line.replace('(', '').replace(')', '')}) Tj T* " for line in lines)
        content = f"BT /F1 11 Tf 14 TL 50 780 Td {shown}ET".encode()
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
    kids = b" ".join(b"%d 0 R" % (number + 1) for number in range(4, len(objects), 2))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages))
    file, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(file))
    return file + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + trailer


class TestPdf:
    def test_pages_are_paragraphs_again(self, tmp_path: Path) -> None:
        """Wrapped lines are joined, words broken at a line's end too, over pages; what runs along all pages goes."""
        first = [
            "The Lisk Gazette - page 1",
            "Mill burns down",
            "The mill at Oster burned down on Friday morning, fire chief Jon Brack said in a state-",
            "ment. Nobody was hurt.",
            "He told the paper that the cause of it was not known and that two of his peo-",
        ]
        second = [
            "The Lisk Gazette - page 2",
            "ple were still there, where what is left of the wheel stands over the water",
            "until the end of the week.",
        ]
        third = [
            "The Lisk Gazette - page 3",
            "It will be built again, said the council, which paid for it once before in the year of the flood.",
            "3",
        ]
        (found,) = articles(read(tmp_path, "a.pdf", pdf(first, second, third)))
        assert found.text.split("\n\n") == [
            "Mill burns down",
            "The mill at Oster burned down on Friday morning, fire chief Jon Brack said in a statement. "
            "Nobody was hurt.",
            "He told the paper that the cause of it was not known and that two of his people were still there, where "
            "what is left of the wheel stands over the water until the end of the week.",
            "It will be built again, said the council, which paid for it once before in the year of the flood.",
        ]

    def test_bad_pdfs_are_told(self, tmp_path: Path) -> None:
        """No PDF, and one of pictures alone, are reasons."""
        assert "not a PDF" in reasons(read(tmp_path, "a.pdf", b"%PDF-1.7\nnonsense"))[0][1]
        assert "a PDF without text" in reasons(read(tmp_path, "a.pdf", pdf([])))[0][1]


class TestChoice:
    def test_a_file_is_known_by_its_name_or_its_beginning(self, tmp_path: Path) -> None:
        """Without a suffix the first bytes tell; an unknown suffix is only overruled by what is certain."""
        assert articles(read(tmp_path, "lines", LINES))[1].text == OTHER
        assert articles(read(tmp_path, "page.php", PAGE))[0].title == "Two ferries collide"
        assert articles(read(tmp_path, "plain", OTHER))[0].text == OTHER
        assert "are not read" in reasons(read(tmp_path, "plain.xyz", OTHER))[0][1]

    def test_names_in_folders(self) -> None:
        """In folders and archives names decide, of packed files those inside."""
        readable = ["a.txt", "A.HTML", "a.jsonl.gz", "a.tar.xz", "a.warc.gz", "a.zip", "a.md"]
        assert [name for name in (*readable, "a.jpg", "a.gz", "a.css.gz", "a") if is_readable(name)] == readable

    def test_standard_input_is_a_file_without_a_name(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """``-`` reads what comes through a pipe, whatever it is, archives included."""

        class Piped:
            def __init__(self, data: bytes) -> None:
                self.buffer = io.BufferedReader(Pipe(data))

        for data, texts in (
            (LINES.encode(), [STORY, OTHER]),
            (OTHER.encode(), [OTHER]),
            (zipped({"1.txt": OTHER}), [OTHER]),
        ):
            monkeypatch.setattr(sys, "stdin", Piped(data))
            found = articles(read_articles("-"))
            assert [article.text for article in found] == texts
            assert found[0].path.startswith("-")


class Pipe(io.RawIOBase):
    """Bytes that come a few at a time and never again."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._data = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        part = self._data.read(min(1_000, len(buffer)))  # type: ignore[arg-type]
        buffer[: len(part)] = part  # type: ignore[index]
        return len(part)


def test_a_word_document_with_damaged_styles_keeps_its_text(tmp_path: Path) -> None:
    """What it says of itself is lost, and nothing of what it tells."""
    docx = pytest.importorskip("docx")
    whole, damaged = tmp_path / "whole.docx", tmp_path / "damaged.docx"
    document = docx.Document()
    document.add_paragraph("Dana Roe said that the dam was safe.")
    document.save(str(whole))
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(damaged, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<a/>" if name in ("word/styles.xml", "docProps/core.xml") else old.read(name))
    assert "Dana Roe said that the dam was safe." in read_article(damaged).text


@pytest.mark.parametrize(
    ("author", "read_as"),
    [
        ("python-docx", None),
        ("Microsoft Office User", None),
        ("Apache  POI", None),
        ("Ann Lee", "Ann Lee"),
        ("Ann Word", "Ann Word"),
        ("Home Office", "Home Office"),
        ("Apache", "Apache"),
    ],
)
def test_a_program_is_no_author(tmp_path: Path, author: str, read_as: str | None) -> None:
    """What Word or a library puts where nobody is named is left out; a person with such a word in the name stays."""
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph(OTHER)
    document.core_properties.author = author
    document.save(str(tmp_path / "a.docx"))
    assert read_article(tmp_path / "a.docx").author == read_as


@pytest.mark.parametrize(
    ("cell", "author"),
    [
        ("['Ann Lee', 'Bo Ray']", "Ann Lee; Bo Ray"),
        ('["Ann O\'Lee", "Bo Ray"]', "Ann O'Lee; Bo Ray"),
        ("['Ann Lee, Oster', 'Bo Ray']", "Ann Lee, Oster; Bo Ray"),
        ("['Ann Lee']", "Ann Lee"),
        ("Ann Lee, Bo Ray", "Ann Lee, Bo Ray"),
        ("Ann 'Sunny' Lee", "Ann 'Sunny' Lee"),
        ("[Ann Lee]", "[Ann Lee]"),
    ],
)
def test_a_list_of_authors_in_a_cell_is_several(tmp_path: Path, cell: str, author: str) -> None:
    """As programs write a list into a table; other brackets and quotation marks stay."""
    (found,) = articles(read(tmp_path, "a.jsonl", json.dumps({"text": OTHER, "author": cell})))
    assert found.author == author


@pytest.mark.parametrize(
    ("told", "url", "published", "note"),
    [
        ({"url": "/a"}, None, None, "address not understood: /a"),
        ({"url": "oster.example/2"}, "oster.example/2", None, None),
        ({"url": "https://oster.example/2031/03/05/mill"}, "https://oster.example/2031/03/05/mill", "2031-03-05", None),
        ({"url": "https://oster.example/2031/03/05/mill", "date": "2031-03-06"}, None, "2031-03-06", None),
        ({"url": "https://oster.example/2031/99/05/mill"}, None, None, None),
        ({"date": "2031-03-05", "updated": "2031-03-01"}, None, "2031-03-05", "before it was published"),
        ({"date": "2031-03-05", "updated": "2031-03-05T01:00:00Z"}, None, "2031-03-05", None),
    ],
)
def test_what_a_record_tells_is_looked_at(
    tmp_path: Path, told: dict[str, str], url: str | None, published: str | None, note: str | None
) -> None:
    """An address leads somewhere and may tell the day; what was brought up to date before it was published is noted."""
    (found,) = articles(read(tmp_path, "a.jsonl", json.dumps({"text": OTHER, **told})))
    assert url is None or found.url == url
    assert found.published == published
    assert (note in "".join(found.notes)) if note else not found.notes


def test_an_address_in_a_cache_is_of_the_paper(tmp_path: Path) -> None:
    """The host that tells the outlet is that of the page, not of the cache that it was found in."""
    cached = "https://www-ostergazette-example.cdn.ampproject.org/c/s/www.ostergazette.example/amp/mill"
    (found,) = articles(read(tmp_path, "a.jsonl", json.dumps({"text": "The mill at Lund burned down.", "url": cached})))
    assert (found.url, found.outlet and found.outlet.name) == ("https://www.ostergazette.example/mill", "Oster Gazette")


@pytest.mark.parametrize(
    ("publication", "outlet", "wire"),
    [
        ('<pubdata name="Oster Gazette"/>', "Oster Gazette", "Reuters"),
        ("", "Reuters", None),
        ("<pubdata/>", "Reuters", None),
    ],
)
def test_who_distributes_agencies_copy_is_read(tmp_path: Path, publication: str, outlet: str, wire: str | None) -> None:
    """Beside a paper's name it is the agency, alone the outlet."""
    head = f"<nitf><head>{publication}</head><body><body.head><distributor><org>Reuters</org></distributor></body.head>"
    text = f"{head}<body.content><p>{OTHER}</p></body.content></body></nitf>"
    (found,) = articles(read(tmp_path, "a.xml", text))
    assert (found.outlet and found.outlet.name, found.wire) == (outlet, wire)
