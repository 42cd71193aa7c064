"""Annotated pages of the press: who says what, of which kind and stance; labels with offsets here, texts elsewhere.

A file of labels has one JSON line an article: ``file``, ``sha256`` of its text, and ``attributions`` with the offsets
of source, cue and content, ``inside``, ``kind``, ``stance``, ``certainty``, ``optional`` and the number of the entity
that speaks.  Invented passages carry their ``text`` with them.  Texts of real pages lie in the folder of the events
that they are about; the text of an HTML page is its title and its paragraphs.  For some of PolNeAR's articles kind and
stance of its attributions are told in order; what attributes nothing by the guideline is an act.
"""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import lxml.html
import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from training import polnear
from training.polnear import GoldAttribution
from training.samples import KINDS, MASKED, NAMES, STANCES, Text, bio
from training.texts import DETERMINERS, PRONOUNS, attribution_text, paragraph_ends
from whosays.extract import read_article
from whosays.extract.articles import Article
from whosays.extract.pipeline import find_quotations, uniform_marks
from whosays.extract.records import Span as Offsets

LABELS = Path(__file__).parent / "labels"
BEHIND_A_NOUN = frozenset("of in at for from with on by to who which that whose including close near and or".split())
NO_NAMES = DETERMINERS | {"a", "an"}  # whatever their first letter is, in a headline or where a sentence begins
MARKS = frozenset(("'s", "’s", "'", "’"))
NAME_AT_MOST = 5  # words of a mention that is a name with what stands before it
BLANKS = re.compile(r"[ \t\r\n]+")
Row = Mapping[str, Any]


def read_labels(name: str, part: str | None = None) -> list[Row]:
    """Return the rows of a file of labels ("press", "pages", "names", "claim_pairs" ...), all or of one part."""
    lines = (LABELS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if part is None or row["part"] == part]


def page_text(path: Path) -> str:
    """Return the text that the offsets of a page point into: a text file as it is, of HTML title and paragraphs."""
    if path.suffix != ".html":
        return path.read_text(encoding="utf-8")
    tree = lxml.html.fromstring(path.read_bytes())
    paragraphs = (BLANKS.sub(" ", str(e.text_content()).strip()) for e in tree.iter("h1", "p"))
    return "\n\n".join(filter(None, paragraphs)) + "\n"


def collected(corpora: Path, part: str) -> Iterator[tuple[Row, str]]:
    """Yield the annotated pages of the test data of page readers, as this program reads them.

    ``file`` is ``owner/name:path``; the repositories lie under ``pages`` beside the corpora.  A text of an archive,
    ``archive#member``, lies there under that name, in UTF-8, its paragraphs parted by empty lines.  A page that is not
    there, or that is read otherwise than when it was annotated, is left out.
    """
    for row in read_labels("pages", part):
        repository, _, path = row["file"].partition(":")
        page = corpora.parent / "pages" / repository / path
        if page.exists():
            text = read_article(page).text
            if hashlib.sha256(text.encode("utf-8")).hexdigest() == row["sha256"]:
                yield row, text


def kept(texts: Path, part: str) -> Iterator[tuple[Row, str]]:
    """Yield the same pages by the texts that they were annotated in, which lie in a folder under any names."""
    found = by_hash(texts)
    for row in read_labels("pages", part):
        if row["sha256"] in found:
            yield row, found[row["sha256"]].read_bytes().decode("utf-8")


def world_pages(corpora: Path, part: str, texts: Path | None = None) -> Iterator[tuple[Row, str]]:
    """Yield the annotated pages of the world press: as they are read, or by a folder of the texts that they have."""
    return collected(corpora, part) if texts is None else kept(texts, part)


def by_hash(folder: Path) -> dict[str, Path]:
    """Return the files of a folder by the SHA-256 of their bytes."""
    return {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in folder.iterdir() if path.is_file()}


def annotated(rows: list[Row], corpora: Path) -> Iterator[tuple[Row, str]]:
    """Yield each row with its text; pages of the press lie beside the corpora, and without them they are left out.

    Raises ``ValueError`` where the text of a page is not the one that was annotated.
    """
    events = corpora.parent / "press" / "events"
    for row in rows:
        if "text" not in row and not (events / row["file"]).exists():
            continue
        text = row["text"] if "text" in row else page_text(events / row["file"])
        if hashlib.sha256(text.encode("utf-8")).hexdigest() != row["sha256"]:
            raise ValueError(f"{row['file']}: not the text that was annotated")
        yield row, text


def article_of(text: str) -> Article:
    """Return a page of annotated text as the extractor reads a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.txt"
        path.write_text(text, encoding="utf-8", newline="")
        return read_article(path)


def press_texts(pages: Iterable[tuple[Row, str]], nlp: Language) -> Iterator[Text]:
    """Yield each page with its outermost attributions, and every content that reports others as a text of its own.

    A pronoun that speaks points at the names of who it is; of some pages all names are annotated.
    """
    names = {row["sha256"]: row["names"] for row in read_labels("names")}
    for row, printed in pages:
        text = uniform_marks(printed, find_quotations(printed))
        found = {a["id"]: a for a in row["attributions"]}
        outermost = [gold(a) for a in found.values() if a["inside"] is None]
        page = attribution_text(nlp, text, outermost)
        doc = nlp.make_doc(text)
        page.labels |= _judged(doc, row["attributions"])
        page.antecedents.update(_antecedents(doc, row))
        if row["sha256"] in names:
            page.labels["name"] = _named(doc, names[row["sha256"]])
        yield page
        for number, outer in found.items():
            inner = [gold(a) for a in found.values() if a["inside"] == number]
            content = [(start, end) for start, end in outer["content"]]
            if inner and content:
                yield from _content_text(nlp, text, content, inner)


def named_texts(texts: Path | None, nlp: Language) -> Iterator[Text]:
    """Yield the pages of which only the names are annotated, from a folder of their texts."""
    known = {row["sha256"] for part in ("pages", "press") for row in read_labels(part)}
    found = {} if texts is None else by_hash(texts)
    for row in read_labels("names"):
        if row["sha256"] in found and row["sha256"] not in known:
            text = found[row["sha256"]].read_bytes().decode("utf-8")
            doc = nlp.make_doc(uniform_marks(text, find_quotations(text)))
            yield Text([t.text for t in doc], paragraph_ends(doc), {"name": _named(doc, row["names"])})


def gold(row: Row) -> GoldAttribution:
    """Return one attribution of a row by its spans."""
    source = ((row["source"][0], row["source"][1]),) if row["source"] else ()
    cue, content = (tuple((s, e) for s, e in sorted(row[part])) for part in ("cue", "content"))
    return GoldAttribution(source, cue, content)


def _antecedents(doc: Doc, row: Row) -> Iterator[tuple[int, list[int]]]:
    """Yield each pronoun that speaks, and the noun of each description that does, with the words that they take up.

    Those are the mentions with a name of who has one; of who has none earlier ones, the noun itself for somebody new.
    """
    spoken = defaultdict(list)
    for told in row["attributions"]:
        source = doc.char_span(*told["source"], alignment_mode="expand") if told["source"] else None
        if told["entity"] is not None and source:
            spoken[told["entity"]].append(source)
    for number, sources in spoken.items():
        entity = row["entities"][number]
        spans = (doc.char_span(*mention, alignment_mode="expand") for mention in entity["mentions"])
        places = [s for s in spans if s is not None and len(s) <= NAME_AT_MOST]
        nouns = {s: _noun(s) for s in (*places, *sources)}
        called = [s for s in places if nouns[s] is None] if entity["named"] else []
        names = {t.i for s in called for t in s if t.text[:1].isupper() and t.lower_ not in NO_NAMES}
        for span, noun in nouns.items():
            is_pronoun = len(span) == 1 and span.text.lower() in PRONOUNS
            if is_pronoun and entity["named"] and (meant := sorted(names - {span.start})):
                yield span.start, meant
            elif noun is not None and not names & set(range(span.start, span.end)):
                before = {n for n in nouns.values() if n is not None and n < noun}
                yield noun, sorted(names or before or {noun})


def _noun(source: Span) -> int | None:
    """Return the noun of a description, its last word before what follows the noun."""
    last = None
    for token in source:
        if token.lower_ in BEHIND_A_NOUN or (not token.is_alpha and "-" not in token.text and token.text not in MARKS):
            break
        if token.is_alpha or "-" in token.text:
            last = token
    if last is None or not last.text[:1].islower() or last.lower_ in PRONOUNS | DETERMINERS:
        return None
    return last.i


def _named(doc: Doc, names: list[tuple[int, int, str]]) -> np.ndarray:
    """Return the annotated names as labels of words."""
    spans = ((doc.char_span(start, end, alignment_mode="expand"), name) for start, end, name in names)
    words = [(span.start, span.end, name) for span, name in spans if span is not None]
    return bio(len(doc), words, NAMES)


def _judged(doc: Doc, rows: list[Row]) -> dict[str, np.ndarray]:
    """Return kind and stance of each word: those of its cue; no kind outside of one, unknown where optional."""
    kind, stance = np.zeros(len(doc), dtype=np.int16), np.full(len(doc), MASKED, dtype=np.int16)
    for row in sorted(rows, key=lambda r: not r["optional"]):
        for start, end in row["cue"]:
            span = doc.char_span(start, end, alignment_mode="expand")
            if span is not None:
                at = slice(span.start, span.end)
                kind[at] = MASKED if row["optional"] else _number(KINDS, row["kind"])
                stance[at] = _number(STANCES, row["stance"])
    return {"kind": kind, "stance": stance}


def _number(names: tuple[str, ...], name: str) -> int:
    return names.index({"reports": "asserts", "act": "none"}.get(name, name))


def polnear_texts(corpora: Path, nlp: Language) -> Iterator[Text]:
    """Yield PolNeAR's training articles, with the kinds and stances of those that were judged."""
    judged = {row["file"]: row for row in read_labels("polnear")}
    for name, printed, found in polnear.read_folder(corpora / "PolNeAR" / "train"):
        text = uniform_marks(printed, find_quotations(printed))
        page = attribution_text(nlp, text, found, "polnear")
        if name in judged:
            row = judged[name]
            told = zip(found, row["kinds"], row["stances"], row["optional"], strict=True)
            rows = [{"cue": a.cue, "kind": k, "stance": s, "optional": o} for a, k, s, o in told]
            page.labels |= _judged(nlp.make_doc(text), rows)
        yield page


def _content_text(nlp: Language, text: str, content: list[Offsets], inner: list[GoldAttribution]) -> Iterator[Text]:
    """Yield the words of a content with what it reports of others; what sticks out of it is left out."""
    pieces, begins, at = [], [], 0
    for start, end in content:
        pieces.append(text[start:end])
        begins.append((start, end, at - start))
        at += end - start + 1

    def moved(spans: tuple[Offsets, ...]) -> tuple[Offsets, ...]:
        return tuple((s + by, e + by) for s, e in spans for start, end, by in begins if start <= s and e <= end)

    kept = [GoldAttribution(moved(a.source), moved(a.cue), moved(a.content)) for a in inner]
    kept = [a for a in kept if a.cue and a.content]
    if kept:
        yield attribution_text(nlp, " ".join(pieces), kept)
