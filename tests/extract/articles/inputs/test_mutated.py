"""Inputs with a few bytes changed: each gives articles or reasons, and never a defect of the program."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import random
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.extract.articles.inputs.test_formats import (
    ATOM,
    LINES,
    NEWSML,
    NITF,
    PAGE,
    ROWS,
    RSS,
    pdf,
    tarred,
    warc,
    zipped,
)
from tests.proof.mutation import of_bytes
from whosays.extract.articles.article import Article
from whosays.extract.articles.reader import read_articles

ROUNDS = 25


def mail() -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"], message["Date"] = (
        "Mill",
        "Bo Ray <bo@x.example>",
        "Wed, 05 Mar 2031 09:00:00 +0100",
    )
    message.set_content("The mill burned, he said.")
    message.add_attachment(PAGE.encode(), maintype="text", subtype="html", filename="page.html")
    return message.as_bytes()


def parquet() -> bytes:
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    file = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(list(ROWS)), file)
    return file.getvalue()


def word() -> bytes:
    from docx import Document  # noqa: PLC0415

    file, document = io.BytesIO(), Document()
    document.add_paragraph("The mill burned, he said.")
    document.save(file)
    return file.getvalue()


def saved() -> bytes:
    message = EmailMessage()
    message["From"], message["Snapshot-Content-Location"] = "<Saved by Blink>", "https://lisk.example/1"
    message["Date"] = "Wed, 05 Mar 2031 09:00:00 +0100"
    message.set_content(PAGE, subtype="html")
    message.make_related()
    return message.as_bytes()


SORTS = ("set", "cut", "double", "end")
INPUTS: dict[str, Callable[[], bytes]] = {
    "a.html": PAGE.encode, "a.jsonl": LINES.encode, "a.json": lambda: json.dumps(ROWS).encode(), "a.xml": RSS.encode,
    "b.xml": ATOM.encode, "c.xml": NITF.encode, "d.xml": NEWSML.encode, "a.eml": mail, "a.docx": word,
    "a.parquet": parquet, "a.pdf": lambda: pdf(["The mill burned down, he said.", "So it was."]),
    "a.zip": lambda: zipped({"1.txt": "The mill burned.", "b.jsonl": LINES}), "a.tgz": lambda: tarred({"1.html": PAGE}),
    "a.warc.gz": lambda: warc(("200 OK", "text/html", PAGE.encode(), "https://lisk.example/1")),
    "a.warc": lambda: gzip.decompress(warc(("200 OK", "text/html", PAGE.encode(), "https://lisk.example/1"))),
    "a.mhtml": saved, "a.tar": lambda: tarred({"1.txt": "The mill burned.", "2.md": "# Mill\n\nIt burned."}, "w"),
    "a.tsv": lambda: b"title\ttext\tdate\nMill\tThe mill burned down\t2031-03-05\nPier\tIt is shut.\t2031-03-06\n",
    "a.json.gz": lambda: gzip.compress(json.dumps(ROWS).encode(), mtime=0), "b.txt": "The “mill” burned.".encode,
    "a.txt.bz2": lambda: bz2.compress(b"The mill burned."), "a.txt.xz": lambda: lzma.compress(b"The mill burned."),
    "a.csv": lambda: b"title,text,date\nMill,The mill burned down,2031-03-05\n",
    "a.md": lambda: b"---\ntitle: Mill\n---\n# Mill\n\nThe **mill** burned.\n",
}  # fmt: skip


@pytest.mark.parametrize("name", INPUTS)
def test_changed_bytes_are_no_defect(name: str, tmp_path: Path) -> None:
    """Bytes are changed, cut out, doubled and cut off at places that a seed tells."""
    whole = INPUTS[name]()
    for seed in range(ROUNDS):
        path = tmp_path / f"{seed}{name}"
        path.write_bytes(of_bytes(whole, random.Random(f"{name} {seed}"), SORTS))
        for found in read_articles(path):
            assert isinstance(found, Article) or found.trace is None, found
            if isinstance(found, Article):
                assert all(0 <= start < end <= len(found.text) for start, end in found.body)
