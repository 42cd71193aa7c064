"""What is mutated: an input of every kind, and texts of every sort of attribution; all of them made up."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from functools import cache
from random import Random
from typing import Final

from tests.extract.articles.inputs.test_formats import PAGE, tarred, warc, zipped
from tests.extract.articles.inputs.test_mutated import INPUTS
from tests.proof.mutation import of_bytes, of_text

TEXTS: Final = (
    "‘We had no warning,’ Mara Quill told the Halden Gull on Tuesday. ‘The soldiers’ boots were wet.’ She added that "
    "at least 40 villagers, half of them children, were missing since 3 May.",
    "According to state radio, a clerk said that the mayor had denied a report by the Oster Gazette that up to 1,200 "
    "soldiers of the 4th Rifle Brigade had been killed. The figure could not be independently verified.",
    "Citing a briefing by the harbour office, the mayor, Oren Vask, said the pier was closed; he declined to comment "
    "on whether “dozens, perhaps hundreds” were hurt.\n\n“The water came at night.\n\n“Then it stopped,” he said.",
    "SARN (MPA) — The ministry of fisheries reportedly plans to cut quotas by 12.5 percent, two officials familiar "
    "with the matter said. “I don't know,” one of them, a woman in her 40s, told reporters. “Ask him.”",
    "By Ada Moreno\n\nPublished 4 March 2031\n\nPresident Ilo Brandt vowed on Friday to rebuild the dam, his "
    "spokeswoman said in a statement, calling the claims “baseless”. Brandt's rival, Senator Pia Noll, disagreed: "
    "“He lies.” Read more at the Lisk Gazette.",
    "Analysts believe that between 3 and 5 million people fled. “It is, in a word, ‘chaos’,” said Dr. T. Lund, who "
    "leads the U.N. mission in Oster. Asked if aid had arrived, he replied: “No.” That, he warned, may change.",
    "Q: How many were there?\nA: About 70, I think.\n\nVASK: We are told there were more.\n\n- The army said so\n"
    "- The police denied it, local media reported\n- Nobody else could be reached for comment",
    "It's the worst flood in 100 years, residents say. Neither Vask nor the company's head, Lena Ott, would confirm "
    "the toll, which a hospital source put at 61 (37 women, 24 men). Ott has said she knew nothing; prosecutors allege "
    "she was told twice, on Jan. 5 and again a week later.",
)  # fmt: skip

MISNAMED: Final = 0.1  # share of the inputs that have the name of another kind
Made = tuple[str, bytes]  # the name of a file and its bytes


@cache
def whole(name: str) -> bytes:
    """Return an input of a kind as it was before anything was changed."""
    return INPUTS[name]()


def made(number: int) -> Made:
    """Return the mutated input of that number: of ten, seven are of a reader's own format, three are of words.

    Of the seven four have bytes changed as they lie on the disk, three beneath what they are packed in, which checksums
    would not let through; one of the three is a plain text, the others are inside of a format.
    """
    chance = Random(f"whosays {number}")
    way = number % 10
    if way < 4:
        name = chance.choice(tuple(INPUTS))
        named = chance.choice(tuple(INPUTS)) if chance.random() < MISNAMED else name
        return named, of_bytes(whole(name), chance)
    if way < 7:
        name = chance.choice(tuple(_BENEATH))
        return name, _BENEATH[name](whole(name), chance)
    if way < 9:
        name = chance.choice(tuple(_AROUND))
        return name, _AROUND[name](_text(chance))
    return "a.txt", _text(chance).encode("utf-8", "surrogatepass")


def is_analysed(number: int) -> bool:
    """Tell whether what the input of that number holds is analysed, too, which takes ten times as long as reading.

    So are plain texts, a third of those inside of a format, and a thirtieth of the others.
    """
    return number % 10 == 9 or number % 30 == 8 or number % 60 in (10, 34)


def _of_members(data: bytes, chance: Random) -> bytes:
    """Return a zip in which the bytes of one file were changed, and seldom its name, before it was packed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        names = old.namelist()
        # of a Word document, the text itself: all else is not looked at
        changed = (
            "word/document.xml" if "word/document.xml" in names and chance.random() < 0.7 else chance.choice(names)
        )
        for name in names:
            inside = of_bytes(old.read(name), chance) if name == changed else old.read(name)
            odd = name == changed and chance.random() < MISNAMED
            named = of_text(name, name, chance).replace("\x00", "")[:200] if odd else name
            new.writestr(zipfile.ZipInfo(_plain(named) or name), inside)
    return file.getvalue()


def _of_stream(data: bytes, chance: Random) -> bytes:
    return gzip.compress(of_bytes(gzip.decompress(data), chance), 1, mtime=0)


_BENEATH: Final[dict[str, Callable[[bytes, Random], bytes]]] = {
    "a.docx": _of_members, "a.zip": _of_members, "a.tgz": _of_stream, "a.warc.gz": _of_stream, "a.json.gz": _of_stream,
}  # fmt: skip


def _text(chance: Random) -> str:
    """Return a few words of a text, or all of them, changed: what is short is as odd, and is read sooner."""
    text, size = chance.choice(TEXTS), chance.choice((12, 20, 30, 100))
    spaces = [at for at, char in enumerate(text) if char == " "]
    first = chance.randrange(max(1, len(spaces) - size))
    begin, end = spaces[first] + 1 if first else 0, (*spaces, len(text))[min(len(spaces), first + size)]
    return of_text(text[begin:end], chance.choice(TEXTS), chance)


def _plain(text: str) -> str:
    """Return a text as UTF-8 can hold it."""
    return text.encode("utf-8", "replace").decode()


def _page(text: str) -> str:
    body = "".join(f"<p>{part}</p>" for part in _plain(text).split("\n\n"))
    return PAGE.partition("<p>")[0] + body + "</article></body></html>"


def _parquet(text: str) -> bytes:
    import pyarrow as pa  # noqa: PLC0415 - an extra
    import pyarrow.parquet as pq  # noqa: PLC0415

    file = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([{"title": "Mill", "text": _plain(text), "date": "2031-03-05"}]), file)
    return file.getvalue()


def _word(text: str) -> bytes:
    from docx import Document  # noqa: PLC0415 - an extra

    file, document = io.BytesIO(), Document()
    for part in _plain(text).split("\n"):
        document.add_paragraph("".join(char if char == "\t" or char.isprintable() else "?" for char in part))
    document.save(file)
    return file.getvalue()


def _quoted(text: str) -> str:
    return '"' + _plain(text).replace('"', '""') + '"'


_AROUND: Final[dict[str, Callable[[str], bytes]]] = {
    "a.html": lambda text: _page(text).encode(),
    "a.json": lambda text: json.dumps({"headline": "Mill", "body": text, "date": "2031-03-05"}).encode(),
    "a.jsonl": lambda text: "\n".join(json.dumps({"id": n, "text": text[n:]}) for n in range(2)).encode(),
    "a.csv": lambda text: f"title,text,date\nMill,{_quoted(text)},2031-03-05\n".encode(),
    "a.md": lambda text: f"---\ntitle: Mill\n---\n# Mill\n\n{_plain(text)}\n".encode(),
    "a.xml": lambda text: (
        f"<rss><channel><item><title>T</title><description>{_plain(text)}</description></item></channel></rss>".encode()
    ),
    "a.eml": lambda text: (
        f"From: Bo Ray <bo@x.example>\nSubject: Mill\nDate: Wed, 05 Mar 2031 09:00:00 +0100\n\n"
        f"{_plain(text)}\n".encode()
    ),
    "a.docx": _word,
    "a.parquet": _parquet,
    "a.zip": lambda text: zipped({"1.txt": text.encode("utf-8", "surrogatepass")}),
    "a.tgz": lambda text: tarred({"1.html": _page(text)}),
    "a.txt.gz": lambda text: gzip.compress(text.encode("utf-8", "surrogatepass")),
    "a.warc.gz": lambda text: warc(("200 OK", "text/html", _page(text).encode(), "https://lisk.example/1")),
}
