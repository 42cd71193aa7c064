"""Odd inputs of usual kinds: answered mails, Word's notes and boxes, Markdown with lists in front, nested JSON."""

from __future__ import annotations

import io
import json
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from whosays.extract import Article, read_article, read_articles

FIRST = "The mill above Lisk burned for two days, said Ann Lee, who keeps the books of the water board of the valley."
SECOND = '"Nobody came to see the wall," she said, "and nobody asked me what stood in the letters of that winter."'
ASKED = '"They knew it," said the mayor of Tarn.'
WROTE = "On Sun, 3 Mar 2031 at 10:00, Eva Roe <eva@oster.example> wrote:"


def mail(folder: Path, body: str, sender: str = "Ann Lee <ann@oster.example>") -> Article:
    message = EmailMessage()
    message["From"], message["Subject"] = sender, "Mill burns"
    message.set_content(body)
    (folder / "a.eml").write_bytes(bytes(message))
    return read_article(folder / "a.eml")


@pytest.mark.parametrize(
    "trail",
    [
        f"{WROTE}\n> Please ask them.\n> {ASKED}\n",
        f"-- \nAnn Lee\nOster Gull\n\n{WROTE}\n> {ASKED}\n>\n> Eva\n",
        f"Am 3. März 2031 um 10:00 schrieb Eva Roe:\n\n> {ASKED}\n",
        "-- \nAnn Lee\nOster Gull\n",
    ],
)
def test_what_a_mail_answers_to_is_not_its_own(tmp_path: Path, trail: str) -> None:
    """Nor is the signature below it."""
    text = mail(tmp_path, f"{FIRST}\n\n{SECOND}\n\n{trail}").text
    assert text.rstrip().endswith('that winter."')
    assert ASKED not in text


@pytest.mark.parametrize(
    "body",
    [
        f"See below.\n\n{WROTE}\n> {FIRST}\n> {ASKED}\n",  # the story is what is handed on
        f"{FIRST}\n\n{SECOND}\n\n{WROTE}\n> {ASKED}\n\nAnd the mayor meant it.\n",  # an answer between the lines
        f"{FIRST}\n\n{SECOND}\n\nThe mayor wrote:\n\n{ASKED}\n",
    ],
)
def test_what_a_mail_is_about_stays(tmp_path: Path, body: str) -> None:
    """What is handed on, answered line by line, or quoted by the story itself."""
    assert "They knew it" in mail(tmp_path, body).text


@pytest.mark.parametrize(
    ("sender", "outlet", "author"),
    [
        ("Lisk Herald <news@mail.liskherald.example>", "Lisk Herald", None),
        ("Ann Lee <ann@annlee.example>", None, "Ann Lee"),
        ("Ann Lee <ann@liskherald.example>", None, "Ann Lee"),
    ],
)
def test_a_letter_to_readers_is_of_its_outlet(
    tmp_path: Path, sender: str, outlet: str | None, author: str | None
) -> None:
    """Where the sender's name is a paper's and spells its host; a person stays an author."""
    read = mail(tmp_path, f"{FIRST}\n\n{SECOND}\n", sender)
    assert (read.outlet.name if read.outlet else None, read.author) == (outlet, author)


def test_word_writes_boxes_twice_and_notes_elsewhere(tmp_path: Path) -> None:
    """A box is read once, a note at the foot of a page in the end, and entries of lists have their mark."""
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph(FIRST)
    document.add_paragraph("One mill is left.", style="List Bullet")
    document.save(str(tmp_path / "whole.docx"))
    words = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    box = "<w:txbxContent><w:p><w:r><w:t>BOX: it stood for a century.</w:t></w:r></w:p></w:txbxContent>"
    either = (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>'
    )
    run = "<w:p><w:r><w:t>So says the board.</w:t></w:r></w:p>"
    note = f"<w:footnotes {words}><w:footnote>{run}</w:footnote></w:footnotes>"
    relation = (
        '<Relationship Id="rId77" Target="footnotes.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"/>'
    )
    kind = (
        '<Override PartName="/word/footnotes.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>'
    )
    changes = {
        "word/document.xml": ("<w:sectPr", f"{either}<w:sectPr"),
        "word/_rels/document.xml.rels": ("</Relationships>", f"{relation}</Relationships>"),
        "[Content_Types].xml": ("</Types>", f"{kind}</Types>"),
    }
    with zipfile.ZipFile(tmp_path / "whole.docx") as whole, zipfile.ZipFile(tmp_path / "a.docx", "w") as changed:
        for name in whole.namelist():
            data = whole.read(name).decode("utf-8", "surrogateescape")
            data = data.replace(*changes[name], 1) if name in changes else data
            changed.writestr(name, data.encode("utf-8", "surrogateescape"))
        changed.writestr("word/footnotes.xml", note)
    text = read_article(tmp_path / "a.docx").text
    assert text.split("\n\n") == [FIRST, "- One mill is left.", "BOX: it stood for a century.", "So says the board."]


def test_markdown_with_lists_in_front_and_marks_within(tmp_path: Path) -> None:
    """Several authors in lines of their own, remarks that no reader sees, and footnotes without their marks."""
    front = "---\ntitle: Mill burns\nauthors:\n  - Ann Lee\n  - name: Eva Roe\ntags: [mill]\ncanonical_url: https://lisk.example/1\n---"
    (tmp_path / "a.md").write_text(
        f"{front}\n\n{FIRST}[^1]\n\n<!-- check this -->\n\n{SECOND}\n\n[^1]: So says the board.\n"
    )
    read = read_article(tmp_path / "a.md")
    assert (read.author, read.url, read.title) == ("Ann Lee; Eva Roe", "https://lisk.example/1", "Mill burns")
    assert read.text.split("\n\n") == [FIRST, SECOND, "So says the board."]


def read_json(folder: Path, value: object) -> Article:
    (folder / "a.json").write_text(json.dumps(value))
    found = next(read_articles(str(folder / "a.json")))
    assert isinstance(found, Article), found
    return found


PARTS = [{"type": "paragraph", "text": FIRST}, {"type": "image", "src": "1.jpg"}, {"type": "quote", "content": SECOND}]


@pytest.mark.parametrize(
    "value",
    [
        {
            "article": {"content": {"body": PARTS, "headline": "Mill burns"}},
            "source": {"id": "x", "name": "Lisk Herald"},
        },
        {"response": {"results": [{"webTitle": "Mill burns", "fields": {"body": f"<p>{FIRST}</p><p>{SECOND}</p>"}}]}},
        {"data": {"title": "Mill burns", "blocks": [1], "text": [FIRST, SECOND]}},
        {"content": None, "text": "", "article": {"title": "Mill burns", "body": f"{FIRST}\n\n{SECOND}"}},
        {"story": {"title": "Another", "url": "x"}, "storyfull": {"title": "Mill burns", "body": [FIRST, SECOND]}},
    ],
)
def test_a_text_within_objects_is_found(tmp_path: Path, value: object) -> None:
    """As programs that manage content write it, in parts; what is of another object, such as an id, is left."""
    read = read_json(tmp_path, value)
    assert (read.text, read.title) == (f"{FIRST}\n\n{SECOND}", "Mill burns")
    assert "#x" not in read.path


def test_what_stands_on_top_goes_before_what_stands_within(tmp_path: Path) -> None:
    """Objects within an object are looked into where it has no text itself."""
    read = read_json(tmp_path, {"text": FIRST, "related": {"text": SECOND, "title": "Another"}})
    assert (read.text, read.title) == (FIRST, None)


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        (f"{FIRST}… [+2345 chars]", ("cut off by where it comes from: 2345 characters are missing",)),
        (f"{FIRST} [+ chars]", ()),
    ],
)
def test_a_text_that_is_cut_off_says_so(tmp_path: Path, text: str, notes: tuple[str, ...]) -> None:
    """The mark is no text, and the article has a note."""
    read = read_json(tmp_path, {"text": text})
    assert read.notes == notes
    assert ("chars]" in read.text) is not bool(notes)


@pytest.mark.parametrize(
    ("title", "outlet", "expected"),
    [
        ("Mill burns at Oster - Quay Journal", "The Quay Journal", "Mill burns at Oster"),
        ("Mill burns at Oster | Quay Journal", "Quay Journal", "Mill burns at Oster"),
        ("Mill burns - Ann Lee asks why", "Quay Journal", "Mill burns - Ann Lee asks why"),
        ("Mill - Quay Journal", "Quay Journal", "Mill - Quay Journal"),
    ],
)
def test_a_title_is_without_its_own_outlet(tmp_path: Path, title: str, outlet: str, expected: str) -> None:
    """As lists of news write both; what follows a dash otherwise is of the title."""
    assert read_json(tmp_path, {"text": FIRST, "title": title, "source": outlet}).title == expected


def test_columns_of_odd_names(tmp_path: Path) -> None:
    """A table for another program: its own marks, a byte order mark, lines within cells."""
    rows = io.StringIO()
    rows.write(
        f'\ufeff"Article Text";"Publication Name";"Day"\r\n"{FIRST}\r\n\r\nSo it was.";"Lisk Herald";"14.03.2031"\r\n'
    )
    (tmp_path / "a.csv").write_bytes(rows.getvalue().encode())
    (read,) = read_articles(str(tmp_path / "a.csv"))
    assert isinstance(read, Article)
    assert (read.outlet and read.outlet.name, read.published) == ("Lisk Herald", "2031-03-14")
    assert read.text.endswith("So it was.")


def test_a_feed_says_where_its_post_appeared_first(tmp_path: Path) -> None:
    """That line, and the one that ends a newsletter, is none of the story."""
    body = f"{FIRST}\n\n{SECOND}\n\nThe post Mill burns appeared first on Lisk Herald.\n\nUnsubscribe"
    read = read_json(tmp_path, {"text": body})
    assert "".join(read.text[start:end] for start, end in read.body).endswith('that winter."')


LETTER = (
    f"From: Eva Roe <eva@oster.example>\nSent: Sunday, March 3, 2031 10:00 AM\nTo: Ann Lee\nSubject: Mill\n\n{ASKED}\n"
)


@pytest.mark.parametrize(
    "trail",
    [
        f"-----Original Message-----\n{LETTER}",
        f"________________________________\n{LETTER}",
        f"Von: Eva Roe\nGesendet: Sonntag, 3. März 2031 10:00\nAn: Ann Lee\nBetreff: Mühle\n\n{ASKED}\n",
        f"{WROTE}\n> {ASKED}\n\n-- \nAnn Lee\nOster Gull\n",
    ],
)
def test_the_letter_that_is_answered_is_left_out_in_full(tmp_path: Path, trail: str) -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "Ann Lee <ann@oster.example>", "Re: Mill burns"
    message.set_content(f"{FIRST}\n\n{SECOND}\n\n{trail}")
    (tmp_path / "a.eml").write_bytes(bytes(message))
    text = read_article(tmp_path / "a.eml").text
    assert text.rstrip().endswith('that winter."')


def test_a_letter_that_is_handed_on_stays(tmp_path: Path) -> None:
    """The subject does not say that one is answered."""
    assert "They knew it" in mail(tmp_path, f"{FIRST}\n\n{SECOND}\n\n-----Original Message-----\n{LETTER}").text


def test_a_mailbox_holds_letters(tmp_path: Path) -> None:
    """A line of a letter that begins with "From" begins no other one."""
    head = "From: Ann Lee <ann@oster.example>\nDate: Tue, 4 Mar 2031 10:00:00 +0000\nSubject: "
    begin = "From ann@oster.example Tue Mar  4 10:00:00 2031\n"
    first = f"{FIRST}\n>From the hill all was seen.\n\nFrom Tarn came help.\n\n"
    box = f"{begin}{head}Mill burns\n\n{first}{begin}{head}Wall\n\n{SECOND}\n"
    (tmp_path / "a.mbox").write_text(box, "utf-8")
    one, other = (item for item in read_articles(tmp_path / "a.mbox") if isinstance(item, Article))
    assert [Path(one.path).name, Path(other.path).name] == ["a.mbox#1", "a.mbox#2"]
    assert (one.title, other.title, one.published) == ("Mill burns", "Wall", "2031-03-04T10:00:00+00:00")
    assert "\nFrom the hill" in one.text
    assert "From Tarn came help." in one.text
    assert SECOND in other.text


def test_a_text_that_begins_with_from_is_no_mailbox(tmp_path: Path) -> None:
    (tmp_path / "a").write_text(f"From Tarn, on Tuesday at 10:00 2031\n\n{FIRST}\n", "utf-8")
    assert FIRST in read_article(tmp_path / "a").text
    (tmp_path / "b.mbox").write_text(f"{FIRST}\n", "utf-8")
    (unread,) = read_articles(tmp_path / "b.mbox")
    assert not isinstance(unread, Article)
    assert unread.why == "a mailbox without letters"


@pytest.mark.parametrize("mark", [";", "|", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_table_may_tell_what_parts_its_columns(tmp_path: Path, mark: str, end: str) -> None:
    rows = (("title", "text", "source"), ("Mill, burnt; out", FIRST.replace(";", ","), "Oster Gull"))
    lines = end.join(mark.join(f'"{cell}"' for cell in row) for row in rows)
    (tmp_path / "a.csv").write_bytes(f"\ufeffsep={mark}{end}{lines}{end}".encode())
    read = read_article(tmp_path / "a.csv")
    assert (read.title, read.outlet and read.outlet.name, read.text) == ("Mill, burnt; out", "Oster Gull", FIRST)


def test_a_column_called_sep_is_a_column(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f'sep,text\n1,"{FIRST}"\n', "utf-8")
    assert read_article(tmp_path / "a.csv").text == FIRST


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("&lt;p&gt;The mill burned.&lt;/p&gt;&lt;p&gt;Nobody came.&lt;/p&gt;", "The mill burned.\n\nNobody came."),
        ("Marl &amp; Co said it &#8220;knew nothing&#8221;.", "Marl & Co said it “knew nothing”."),
        ("The firm AT&T; said R&D was cut, as A&B did.", "The firm AT&T; said R&D was cut, as A&B did."),
    ],
)
def test_a_record_is_read_as_its_readers_see_it(tmp_path: Path, written: str, shown: str) -> None:
    """A name with the sign in it stays."""
    (tmp_path / "a.json").write_text(json.dumps({"title": "Wall &amp; mill", "text": written}), "utf-8")
    read = read_article(tmp_path / "a.json")
    assert (read.title, read.text) == ("Wall & mill", shown)


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ([{"first_name": "Ann", "last_name": "Lee"}, {"name": "Bo Ray"}], "Ann Lee; Bo Ray"),
        ({"givenName": "Ann", "familyName": "Lee", "url": "https://oster.example/lee"}, "Ann Lee"),
        ([{"displayName": "Ann Lee", "id": 4}], "Ann Lee"),
        ({"id": 4}, None),
    ],
)
def test_an_author_may_have_a_name_in_parts(tmp_path: Path, author: object, name: str | None) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"title": "Wall", "text": FIRST, "author": author}), "utf-8")
    assert read_article(tmp_path / "a.json").author == name


@pytest.mark.parametrize(
    ("file", "content", "why"),
    [
        ("a.rtf", b"{\\rtf1\\ansi The mill burned.}", "files of type .rtf are not read (save it as .docx)"),
        ("a.xlsx", b"not much", "files of type .xlsx are not read (save it as .csv)"),
    ],
)
def test_what_is_not_read_is_told_how_to_be_saved(tmp_path: Path, file: str, content: bytes, why: str) -> None:
    (tmp_path / file).write_bytes(content)
    (unread,) = read_articles(tmp_path / file)
    assert not isinstance(unread, Article)
    assert unread.why == why
