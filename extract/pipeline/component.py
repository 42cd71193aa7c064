"""The spaCy component of the encoder: one pass over a Doc gives it syntax, names and roles.

It sets tags, parts of speech, morphology, lemmas, dependencies and sentences on the tokens, people, organisations,
places and outlets as ``doc.ents``, sources, cues and contents as ``doc.spans["attribution"]``, and keeps what the
encoder knows of the words as ``doc.user_data["encoded"]`` for the linker and for pronouns.
"""

from __future__ import annotations

import shutil
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS, TAG
from spacy.language import Language
from spacy.parts_of_speech import IDS
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from whosays.extract.pipeline.closing_stops import part_closing_stops
from whosays.extract.pipeline.compounds import bound, joined, verblike
from whosays.extract.pipeline.encoder import Encoded, Encoder, Floats, Numbers
from whosays.extract.pipeline.lemmas import best_lemma
from whosays.extract.pipeline.tree_decoder import best_heads
from whosays.extract.pipeline.viterbi import IMPOSSIBLE, allowed, best_labels, label_shares, spans, with_words

COMPONENT = "whosays_encoder"
ATTRIBUTION_SPANS, ENCODED = "attribution", "encoded"
ROOT, PARAGRAPH = "ROOT", "\n\n"
LONGEST_SENTENCE = 250  # words; a longer one is no prose and is cut, since a tree takes time with its square
AROUND = 60  # words on each side of a stretch; what stands farther off tells nothing of its roles
BELIEVED = -4.0  # log odds above which a full stop and a capital are enough for a new sentence
CLOSING, OPENING = frozenset("”’)"), frozenset("“‘(")
APART = ("Source",)  # two sources side by side are one that was torn
FILES = ("encoder.onnx", "tokenizer.json", "labels.json", "decoder.npz")


@dataclass(frozen=True, slots=True)
class Located:
    """What the encoder says of a text in which a Doc's words begin at a row.

    ``chain`` are the scores of steps from role to role and of beginning with each, with which roles are read.
    """

    encoded: Encoded
    begin: int
    chain: tuple[Floats, Floats] | None = None

    def roles(self, first: int, behind: int) -> Floats | None:
        """Return the probability of each role of the words of a stretch, as the words around them leave it."""
        if self.chain is None:
            return None
        low, high = max(first - AROUND, 0), min(behind + AROUND, len(self.encoded.scores["role"]) - self.begin)
        rows = self.encoded.scores["role"][self.begin + low : self.begin + high]
        return label_shares(rows, *self.chain)[first - low : behind - low]


class Annotator:
    """Writes what the encoder says of a Doc's words into the Doc; holds no state between Docs."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab
        self._folder: Path | None = None
        self._lemmas: dict[tuple[str | int, ...], int] = {}

    def from_disk(self, path: Path, exclude: Iterable[str] = ()) -> Annotator:
        """Load the files of a model folder."""
        del exclude
        self._folder = Path(path)
        self.encoder = Encoder(self._folder)
        strings = self._vocab.strings
        labels = self.encoder.labels
        self._tags = np.array([strings.add(tag) for tag in labels["tag"]], dtype=np.uint64)
        parts = [label.partition("|") for label in labels["morph"]]
        self._parts = [pos for pos, _, _ in parts]
        self._pos = np.array([IDS[pos] for pos, _, _ in parts], dtype=np.uint64)
        self._morphs = np.array([self._vocab.morphology.add(feats) for _, _, feats in parts], dtype=np.uint64)
        self._relations = np.array([strings.add(name) for name in self.encoder.relations], dtype=np.uint64)
        self._root = self.encoder.relations.index(ROOT)
        self._rules = labels["lemma"]
        decoder = np.load(self._folder / "decoder.npz")
        self._relation = decoder["relation_weight"].T, decoder["relation_bias"]
        self._steps = {task: allowed(labels[task], decoder[f"{task}_steps"], APART) for task in ("role", "name")}
        self._first = {
            task: np.array([IMPOSSIBLE if n.startswith("I-") else 0 for n in labels[task]], dtype=np.float32)
            for task in ("role", "name")
        }
        return self

    def to_disk(self, path: Path, exclude: Iterable[str] = ()) -> None:
        """Write the files to another folder."""
        del exclude
        if self._folder is None:
            raise ValueError("the annotator has no model yet")
        Path(path).mkdir(parents=True, exist_ok=True)
        for name in FILES:
            shutil.copy(self._folder / name, Path(path) / name)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a Doc."""
        if not len(doc):
            return doc
        part_closing_stops(doc)
        words = [token.text for token in doc]
        encoded = self.encoder.encode(words)
        self._set_syntax(doc, words, encoded)
        doc.set_ents([Span(doc, s, e, label=kind) for s, e, kind in with_words(self._spans("name", encoded), words)])
        roles = with_words(self._spans("role", encoded), words)
        doc.spans[ATTRIBUTION_SPANS] = [Span(doc, s, e, label=kind) for s, e, kind in roles]
        doc.user_data[ENCODED] = Located(encoded, 0, (self._steps["role"], self._first["role"]))
        return doc

    def tag(self, docs: Sequence[Doc]) -> list[list[Span]]:
        """Return the sources, cues and contents of short texts, read together as the paragraphs of one."""
        words: list[str] = []
        begins = []
        for doc in docs:
            begins.append(len(words))
            words += [*(token.text for token in doc), PARAGRAPH]
        if not words:
            return []
        encoded = self.encoder.encode(words, context=0)  # neighbours have nothing to do with each other
        found: list[list[Span]] = [[] for _ in docs]
        for start, end, role in self._spans("role", encoded):
            number = bisect_right(begins, start) - 1
            begin, doc = begins[number], docs[number]
            if start - begin < len(doc) and not doc[start - begin : end - begin].text.isspace():
                found[number].append(Span(doc, start - begin, min(end - begin, len(doc)), label=role))
        for doc, begin in zip(docs, begins, strict=True):
            doc.user_data[ENCODED] = Located(encoded, begin, (self._steps["role"], self._first["role"]))
        return found

    def _spans(self, task: str, encoded: Encoded) -> Iterator[tuple[int, int, str]]:
        labels = best_labels(encoded.scores[task], self._steps[task], self._first[task])
        yield from spans(labels, self.encoder.labels[task])

    def _set_syntax(self, doc: Doc, words: Sequence[str], encoded: Encoded) -> None:
        blank = np.array([word.isspace() for word in words])
        apart = verblike(words, [self._parts[morph] for morph in encoded.best["morph"].tolist()])
        heads, relations = self._tree(words, blank, encoded, apart)
        columns = np.empty((len(words), 6), dtype=np.uint64)
        columns[:, 0] = (heads - np.arange(len(words))).astype(np.int64).view(np.uint64)
        columns[:, 1] = self._relations[relations]
        columns[:, 2] = self._tags[encoded.best["tag"]]
        columns[:, 3] = self._pos[encoded.best["morph"]]
        columns[:, 4] = self._morphs[encoded.best["morph"]]
        tagged = zip(words, encoded.best["lemma"].tolist(), encoded.best["morph"].tolist(), strict=True)
        columns[:, 5] = [self._lemma(word, rules, self._parts[morph]) for word, rules, morph in tagged]
        strings = self._vocab.strings
        for at in apart:
            noun = ("compound", "NN", "NOUN", "Number=Sing", words[at].lower())
            columns[at, 1:6] = [self._vocab.morphology.add(name) if "=" in name else strings.add(name) for name in noun]
        if blank.any():
            columns[blank, 1:5] = [strings.add("dep"), strings.add("_SP"), IDS["SPACE"], self._vocab.morphology.add("")]
        doc.from_array([HEAD, DEP, TAG, POS, MORPH, LEMMA], columns)  # type: ignore[arg-type]

    def _tree(
        self, words: Sequence[str], blank: np.ndarray, encoded: Encoded, apart: Sequence[int]
    ) -> tuple[Numbers, Numbers]:
        """Return the head and the relation of each word; white space hangs on the word before it."""
        heads = np.maximum(np.arange(len(words)) - 1, 0)
        for sentence in _sentences(words, blank, encoded.scores["start"]):
            places = [sentence.index(at) for at in apart if at in sentence and at + 1 in sentence]
            found = joined(best_heads(bound(encoded.pointing("head", sentence, sentence), places)), places)
            heads[sentence] = [sentence[head] for head in found]
        if blank[0]:
            heads[0] = min(1, len(words) - 1)
        roots = heads == np.arange(len(words))
        scores = _gelu(encoded.below + encoded.above[heads]) @ self._relation[0] + self._relation[1]
        scores[:, self._root] = np.where(roots, -IMPOSSIBLE, IMPOSSIBLE)
        return heads, scores.argmax(1)

    def _lemma(self, word: str, rules: Sequence[int], pos: str) -> int:
        """Return the lemma that the dictionary and the encoder agree on, else the dictionary's, else the encoder's."""
        key: tuple[str | int, ...] = (word, *rules, pos)
        known = self._lemmas.get(key)
        if known is None:
            lemma = best_lemma(word, [self._rules[rule] for rule in rules], pos)
            known = self._lemmas[key] = int(self._vocab.strings.add(lemma))
        return known


def _sentences(words: Sequence[str], blank: np.ndarray, starts: Floats) -> Iterator[list[int]]:
    """Yield the words of each sentence without white space; one starts where the encoder or a paragraph says so."""
    odds = starts[:, 1] - starts[:, 0]
    begins = (odds > 0) | (_behind_stops(words, blank) & (odds > BELIEVED))
    sentence: list[int] = []
    broken = False
    for i, word in enumerate(words):
        if blank[i]:
            broken = broken or PARAGRAPH in word
            continue
        if sentence and (begins[i] or broken or len(sentence) >= LONGEST_SENTENCE):
            yield sentence
            sentence = []
        broken = False
        sentence.append(i)
    if sentence:
        yield sentence


def _behind_stops(words: Sequence[str], blank: np.ndarray) -> np.ndarray:
    """Tell of each word whether it looks like a sentence's first: a capital behind a full stop and closing marks."""
    found = np.zeros(len(words), dtype=bool)
    last = before = ""
    for i, word in enumerate(words):
        if blank[i]:
            continue
        stop = before if last in CLOSING else last
        found[i] = stop == "." and _opens(words[i : i + 2])
        last, before = word, last
    return found


def _opens(words: Sequence[str]) -> bool:
    first = words[1] if words[0] in OPENING and len(words) > 1 else words[0]
    return first[:1].isupper()


def _gelu(x: Floats) -> Floats:
    """Return the Gaussian error linear unit by its usual approximation (Hendrycks and Gimpel 2016)."""
    found: Floats = np.float32(0.044715) * x
    found *= x
    found *= x
    found += x
    found *= np.float32(0.7978845608)
    np.tanh(found, out=found)
    found += 1
    found *= np.float32(0.5) * x
    return found


@Language.factory(
    COMPONENT,
    assigns=[
        "token.tag",
        "token.pos",
        "token.morph",
        "token.lemma",
        "token.dep",
        "token.head",
        "doc.ents",
        "doc.spans",
    ],
)
def make_annotator(nlp: Language, name: str) -> Annotator:
    """Return the component, empty until it is loaded from a folder."""
    del name
    return Annotator(nlp.vocab)
