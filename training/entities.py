"""Entity corpora mapped onto Person, Organization, Place and Outlet.

A corpus says nothing about classes that it does not annotate.  Only ``grobid-ner`` marks media as such: elsewhere an
organisation whose name is that of a known outlet, or reads like one ("... Times", "... Herald"), becomes an Outlet.
Nationalities are no entities here (an attribute, not somebody), nor are events, works and products.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from spacy.language import Language
from spacy.tokens import Doc, Span

from whosays.extract.lexicon import country_named, country_of

PERSON, ORGANIZATION, PLACE, OUTLET = "Person", "Organization", "Place", "Outlet"
LABELS = {
    **dict.fromkeys(("PER", "PERSON", "person", "politician", "scientist", "researcher", "writer"), PERSON),
    "musicalartist": PERSON,
    **dict.fromkeys(("ORG", "organisation", "politicalparty", "university", "band"), ORGANIZATION),
    **dict.fromkeys(("INSTITUTION", "ORGANISATION", "BUSINESS"), ORGANIZATION),
    **dict.fromkeys(("LOC", "LOCATION", "location", "country", "INSTALLATION"), PLACE),
    **dict.fromkeys(("MEDIA", "magazine"), OUTLET),
}
OUTLETS = frozenset(
    """abc news|afp|agence france-presse|al jazeera|al-jazeera|ap|associated press|axios|bbc|bbc news|bild|bloomberg
    |bloomberg news|breitbart|buzzfeed|cbc|cbs|cbs news|channel 4|chicago tribune|cnbc|cnn|daily express|daily mail
    |daily mirror|der spiegel|deutsche welle|el país|euronews|financial times|forbes|fox news|guardian|haaretz
    |huffington post|interfax|itar-tass|itv|kyodo|le monde|los angeles times|msnbc|nbc|nbc news|new york times
    |newsweek|npr|pbs|politico|pravda|press association|radio free europe|reuters|ria novosti|rt|russia today
    |sky news|tass|telegraph|the associated press|the atlantic|the bbc|the economist|the guardian|the hill
    |the independent|the new york times|the observer|the spectator|the sun|the telegraph|the times
    |the wall street journal|the washington post|time magazine|usa today|voice of america|wall street journal
    |washington post|wikinews|xinhua|yonhap""".replace("\n", "")
    .replace("    ", "")
    .split("|")
)
OUTLET_ENDINGS = re.compile(
    r"(?:^|\s)(?:Times|Post|Herald|Tribune|Gazette|Chronicle|Telegraph|Examiner|Observer|Daily|News|Newspaper|Inquirer)$"
)


@dataclass(frozen=True, slots=True)
class Tagged:
    """Words of one or more sentences with entity spans (first word, end word, class of ours)."""

    words: tuple[str, ...]
    entities: tuple[tuple[int, int, str], ...]


def from_bio(path: Path, word: int, tag: int, separator: str | None) -> Iterator[Tagged]:
    """Yield the sentences of a BIO or IO file; ``word`` and ``tag`` are column numbers."""
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        fields = line.split(separator) if line.strip() and not line.startswith("# ") else []
        if len(fields) > max(word, tag):
            words.append(fields[word])
            tags.append("O" if fields[tag] == "B-O" else fields[tag])
        elif not line.strip() and words:
            yield Tagged(tuple(words), tuple(_spans(words, tags)))
            words, tags = [], []


def _spans(words: list[str], tags: list[str]) -> Iterator[tuple[int, int, str]]:
    start = 0
    for end in range(1, len(tags) + 1):
        ends = end == len(tags) or tags[end].startswith("B-") or tags[end][2:] != tags[start][2:]
        if ends:
            label = label_of(tags[start][2:], " ".join(words[start:end]))
            if label:
                yield start, end, label
            start = end


def label_of(kind: str, text: str) -> str | None:
    """Return our class of a corpus's class; an outlet where the text is known as one; ``None`` for other classes."""
    label = LABELS.get(kind)
    if label == PLACE and country_of(text) and not country_named(text):
        return None  # "Canadian": Re-DocRED has peoples among its places
    media = text.lower() in OUTLETS or OUTLET_ENDINGS.search(text)
    return OUTLET if label == ORGANIZATION and media else label


def from_grobid(folder: Path, nlp: Language) -> Iterator[Doc]:
    """Yield the sentences of grobid-ner's XML files as Docs."""
    for path in sorted(folder.glob("*.xml")):
        for sentence in ET.parse(path).iter("sentence"):  # noqa: S314 - see the import
            text, spans = sentence.text or "", []
            for element in sentence:
                inner = element.text or ""
                spans.append((len(text), len(text) + len(inner), LABELS.get(element.get("type", ""))))
                text += inner + (element.tail or "")
            doc = nlp.make_doc(text)
            doc.ents = _filter(
                span
                for start, end, label in spans
                if label and (span := doc.char_span(start, end, label=label, alignment_mode="expand"))
            )
            yield doc


def to_docs(nlp: Language, items: Iterable[Tagged], size: int = 8) -> Iterator[Doc]:
    """Join up to ``size`` following sentences into one Doc with ``ents``."""
    batch: list[Tagged] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield _join(nlp, batch)
            batch = []
    if batch:
        yield _join(nlp, batch)


def _join(nlp: Language, batch: list[Tagged]) -> Doc:
    doc = Doc(nlp.vocab, words=[word for item in batch for word in item.words])
    spans, offset = [], 0
    for item in batch:
        spans += [Span(doc, offset + first, offset + end, label=label) for first, end, label in item.entities]
        offset += len(item.words)
    doc.ents = _filter(spans)
    return doc


def _filter(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def development_docs(corpora: Path, nlp: Language, together: int = 8) -> Iterator[Doc]:
    """Yield the development documents: UNER's part of EWT, so many sentences run together."""
    return to_docs(nlp, from_bio(corpora / "UNER_English-EWT/en_ewt-ud-dev.iob2", 1, 2, "\t"), together)
