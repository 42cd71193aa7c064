"""Universal Dependencies as spaCy documents: tags, morphology, lemmas, dependencies, sentence ends.

EWT (CC BY-SA 4.0) and the open genres of GUM (CC BY 4.0).  Sentences are joined into the documents that they come
from; where the treebank has a new paragraph, the white-space token that spaCy makes of one stands between them and
hangs on the word before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

FILES = {
    "EWT": "UD_English-EWT/en_ewt-ud-{part}.conllu",
    "GUM": "UD_English-GUM-open/en_gum_open-ud-{part}.conllu",
}


@dataclass(slots=True)
class Sentence:
    """The columns of one sentence; ``heads`` are indices into the sentence, a root is its own head."""

    document: str
    opens: bool = False  # a paragraph
    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    morphs: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    misc: list[dict[str, str]] = field(default_factory=list)


def corpus(corpora: Path, part: str, names: Iterable[str] = FILES) -> Iterator[Sentence]:
    """Yield the sentences of a part ("train" or "dev") of the named treebanks, one after the other."""
    for name in names:
        yield from read_conllu(corpora / FILES[name].format(part=part))


def read_conllu(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file; a multiword token ("don't") is kept as its words without a space."""
    with path.open(encoding="utf-8") as lines:
        yield from _sentences(lines)


def _sentences(lines: Iterable[str]) -> Iterator[Sentence]:
    document, sentence = "", Sentence("")
    joined_until, space_after_joined = 0, True
    for line in lines:
        if line.startswith("# newdoc id"):
            document = line.split("=", 1)[1].strip()
        elif line.split(maxsplit=2)[:2] == ["#", "newpar"]:
            sentence.opens = True
        elif not line.strip():
            if sentence.words:
                yield sentence
            sentence, joined_until = Sentence(document), 0
        elif not line.startswith("#"):
            fields = line.rstrip("\n").split("\t")
            if "-" in fields[0]:
                joined_until = int(fields[0].split("-")[1])
                space_after_joined = "SpaceAfter=No" not in fields[9]
            elif "." not in fields[0]:
                sentence.document = document
                number = int(fields[0])
                space = "SpaceAfter=No" not in fields[9] if number > joined_until else False
                _add(sentence, fields, space_after_joined if number == joined_until else space)
    if sentence.words:
        yield sentence


def _add(sentence: Sentence, fields: list[str], space: bool) -> None:
    index, head = len(sentence.words), int(fields[6])
    sentence.words.append(fields[1])
    sentence.spaces.append(space)
    sentence.lemmas.append(fields[2])
    sentence.pos.append(fields[3])
    sentence.tags.append(fields[4])
    sentence.morphs.append("" if fields[5] == "_" else fields[5])
    sentence.heads.append(index if head == 0 else head - 1)
    sentence.deps.append("ROOT" if fields[7] == "root" else fields[7])
    sentence.misc.append(dict(item.split("=", 1) for item in fields[9].split("|") if "=" in item))


def to_docs(vocab: Vocab, sentences: Iterable[Sentence]) -> Iterator[Doc]:
    """Join the sentences of each source document into one Doc."""
    for _, group in groupby(sentences, key=lambda s: s.document):
        yield _doc(vocab, list(group))


def _doc(vocab: Vocab, sentences: list[Sentence]) -> Doc:
    for sentence, following in pairwise(sentences):
        if following.opens:
            _end_paragraph(sentence)
    heads: list[int] = []
    for sentence in sentences:
        offset = len(heads)
        heads.extend(offset + head for head in sentence.heads)
    return Doc(
        vocab,
        words=[w for s in sentences for w in s.words],
        spaces=[x for s in sentences for x in s.spaces],
        lemmas=[x for s in sentences for x in s.lemmas],
        pos=[x for s in sentences for x in s.pos],
        tags=[x for s in sentences for x in s.tags],
        morphs=[x for s in sentences for x in s.morphs],
        heads=heads,
        deps=[x for s in sentences for x in s.deps],
        sent_starts=[i == 0 for s in sentences for i in range(len(s.words))],
    )


def _end_paragraph(sentence: Sentence) -> None:
    last = len(sentence.words) - 1
    sentence.spaces[last] = False
    _add(
        sentence,
        [str(last + 2), "\n\n", "\n\n", "SPACE", "_SP", "_", str(last + 1), "dep", "_", "_"],
        space=False,
    )
