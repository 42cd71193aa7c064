"""The corpora as texts to learn from: each gives the layers that it annotates and is silent about the others."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from pathlib import Path
from random import Random

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from training import entities, polnear, rst, silver, ud
from training.polnear import GoldAttribution
from training.samples import CONVENTIONS, KINDS, LABELS, MASKED, NAMES, ROLES, STANCES, Text, bio
from whosays.extract.pipeline import find_quotations, rule_of, uniform_marks

PRONOUNS = frozenset("he she him her his hers himself herself they them their theirs it its".split())
SPEAKING = frozenset(("person", "organization"))  # kinds of GUM's
DETERMINERS = frozenset("the this that these those both".split())  # of a description that may take somebody up


# ---------------------------------------------------------------- treebanks


def treebanks(corpora: Path, part: str, inventory: Inventory) -> Iterator[Text]:
    """Yield the documents of EWT and GUM with syntax, EWT's with names (UNER), GUM's with pronouns."""
    named = _uner(corpora, part)
    for name in ud.FILES:
        sentences = ud.corpus(corpora, part, [name])
        for _, group in groupby(sentences, key=lambda s: s.document):
            yield _treebank_text(list(group), named if name == "EWT" else {}, inventory, coreference=name == "GUM")


def _uner(corpora: Path, part: str) -> dict[tuple[str, ...], list[tuple[int, int, str]]]:
    file = {"train": "en_ewt-ud-train.2022-12-02.iob2", "dev": "en_ewt-ud-dev.iob2"}[part]
    found = entities.from_bio(corpora / "UNER_English-EWT" / file, 1, 2, "\t")
    return {item.words: list(item.entities) for item in found}


def _treebank_text(
    sentences: list[ud.Sentence],
    named: dict[tuple[str, ...], list[tuple[int, int, str]]],
    inventory: Inventory,
    *,
    coreference: bool,
) -> Text:
    words: list[str] = []
    ends: list[int] = []
    columns: dict[str, list[int]] = {task: [] for task in ("tag", "morph", "lemma", "start", "relation", "name")}
    heads: list[int] = []
    mentions: dict[str, list[list[int]]] = {}
    described: dict[str, list[int]] = {}
    for s, following in zip_longest(sentences, sentences[1:]):
        offset, n = len(words), len(s.words)
        words += s.words
        heads += [offset + h for h in s.heads]
        columns["tag"] += [inventory.number("tag", t) for t in s.tags]
        columns["morph"] += [inventory.number("morph", f"{p}|{m}") for p, m in zip(s.pos, s.morphs, strict=True)]
        columns["lemma"] += [
            MASKED if lemma == "_" else inventory.number("lemma", rule_of(w, lemma))
            for w, lemma in zip(s.words, s.lemmas, strict=True)
        ]
        columns["start"] += [1] + [0] * (n - 1)
        columns["relation"] += [inventory.number("relation", d) for d in s.deps]
        spans = named.get(tuple(s.words))
        columns["name"] += [MASKED] * n if spans is None else bio(n, spans, NAMES).tolist()
        if coreference:
            for entity, kind, span in _gum_mentions(s):
                mentions.setdefault(entity, []).append([offset + i for i in _telling(s, span)])
                noun = _root(s, span)
                if kind in SPEAKING and s.words[span[0]].lower() in DETERMINERS and s.words[noun].islower():
                    described.setdefault(entity, []).append(offset + noun)
        if following is not None and following.opens:
            words.append("\n\n")
            heads.append(MASKED)
            for column in columns.values():
                column.append(MASKED)
        ends.append(len(words))
    labels = {task: np.array(column, dtype=np.int16) for task, column in columns.items()}
    text = Text(words, ends, labels, {"head": np.array(heads, dtype=np.int32)})
    text.antecedents.update(_antecedents(words, mentions.values()))
    for entity, nouns in described.items():
        known = sorted({i for mention in mentions[entity] if not _is_pronoun(words, mention) for i in mention})
        text.antecedents.update((noun, [i for i in known if i < noun] or [noun]) for noun in nouns)
    return text


def _antecedents(words: Sequence[str], clusters: Iterable[list[list[int]]]) -> Iterator[tuple[int, list[int]]]:
    """Yield each pronoun with the words of the mentions that say who it is."""
    for cluster in clusters:
        full = sorted({i for mention in cluster if not _is_pronoun(words, mention) for i in mention})
        yield from ((mention[0], list(full)) for mention in cluster if _is_pronoun(words, mention))


def _is_pronoun(words: Sequence[str], mention: Sequence[int]) -> bool:
    return len(mention) == 1 and words[mention[0]].lower() in PRONOUNS


def _gum_mentions(sentence: ud.Sentence) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Yield (entity, its kind, span of words) of a sentence, read from the brackets of MISC's Entity column."""
    opened: dict[str, list[tuple[int, str]]] = {}
    for i, misc in enumerate(sentence.misc):
        for opening, name, closing in re.findall(r"(\()?([^()]+)(\))?", misc.get("Entity", "")):
            entity, _, rest = name.partition("-")
            if opening:
                opened.setdefault(entity, []).append((i, rest.partition("-")[0]))
            if closing and opened.get(entity):
                start, kind = opened[entity].pop()
                yield entity, kind, (start, i + 1)


def _telling(sentence: ud.Sentence, span: tuple[int, int]) -> list[int]:
    """Return the words that stand for a mention: the whole of a short one, the head of a long one."""
    start, end = span
    nominal = [i for i in range(start, end) if sentence.pos[i] in ("NOUN", "PROPN", "PRON")]
    if end - start <= 3 and nominal:
        return nominal
    return [_root(sentence, span)]


def _root(sentence: ud.Sentence, span: tuple[int, int]) -> int:
    """Return the word that heads a span."""
    start, end = span
    outside = (i for i in range(start, end) if not start <= sentence.heads[i] < end or sentence.heads[i] == i)
    return next(outside, start)


# ---------------------------------------------------------------- attributions


def polnear_texts(corpora: Path, part: str, nlp: Language) -> Iterator[Text]:
    """Yield PolNeAR's articles with roles and what belongs to what."""
    for _, text, found in polnear.read_folder(corpora / "PolNeAR" / part):
        yield attribution_text(nlp, uniform_marks(text, find_quotations(text)), found, "polnear")


def spoken_texts(corpora: Path, nlp: Language) -> Iterator[Text]:
    """Yield PolNeAR's articles with pronouns in the place of some names."""
    random = Random(0)
    for text in polnear_texts(corpora, "train", nlp):
        yield silver.with_pronouns(text, silver.named_people(text.words), random)


def discourse_texts(corpora: Path, nlp: Language) -> Iterator[Text]:
    """Yield GUM's documents with the attributions of their discourse trees."""
    for text, found in rst.read_corpus(corpora, "train"):
        yield attribution_text(nlp, uniform_marks(text, find_quotations(text)), found, "discourse")


def attribution_text(nlp: Language, text: str, found: list[GoldAttribution], convention: str = "press") -> Text:
    """Return a text with roles, and for each word of a content or source the first word of its cue."""
    doc = polnear.to_doc(nlp, text, found)
    words = [token.text for token in doc]
    cue = np.full(len(doc), MASKED, dtype=np.int32)
    source = cue.copy()
    roles = {i: ent.label_ for ent in doc.ents for i in range(ent.start, ent.end)}
    for one in found:
        at = {role: _words(doc, getattr(one, role.lower()), roles, role) for role in polnear.ROLES}
        if not at["Cue"]:
            continue
        first = at["Cue"][0]
        for i in (*at["Content"], *at["Source"]):
            if cue[i] == MASKED or (roles[i] == "Source" and abs(first - i) < abs(cue[i] - i)):
                cue[i] = first
        for i in at["Cue"]:
            source[i] = at["Source"][0] if at["Source"] else i
    spans = [(ent.start, ent.end, ent.label_) for ent in doc.ents]
    labels = {"role": bio(len(doc), spans, ROLES)}
    heads = {"cue": cue, "source": source}
    return Text(words, paragraph_ends(doc), labels, heads, convention=CONVENTIONS.index(convention))


def paragraph_ends(doc: Doc) -> list[int]:
    """Return where the paragraphs of a text end, as words."""
    return [t.i + 1 for t in doc if t.is_space and "\n" in t.text and t.i + 1 < len(doc)] + [len(doc)]


def _words(doc: Doc, spans: Iterable[tuple[int, int]], roles: dict[int, str], role: str) -> list[int]:
    found = []
    for start, end in spans:
        span = doc.char_span(start, end, alignment_mode="expand")
        found += [] if span is None else [i for i in range(span.start, span.end) if roles.get(i) == role]
    return found


# ---------------------------------------------------------------- names


def entity_texts(corpora: Path, nlp: Language) -> Iterator[Text]:
    """Yield the documents of the entity corpora that are not part of a treebank."""
    wikigold = corpora / "wikigold/CONLL-format/data"
    for path in sorted(p for p in wikigold.iterdir() if p.is_file()):
        yield from _tagged(entities.from_bio(path, 0, 1, None), 8, "wikigold")
    for part in ("dev", "test"):
        yield from silver.pronoun_texts(corpora / f"Re-DocRED/data/{part}_revised.json")
    for domain in ("politics", "literature", "music", "science", "ai"):
        for path in sorted((corpora / "CrossNER/ner_data" / domain).glob("*.txt")):
            yield from _tagged(entities.from_bio(path, 0, 1, "\t"), 1, "crossner")
    sentences = entities.from_grobid(corpora / "grobid-ner/resources/dataset/ner/corpus/xml/final", nlp)
    spans = ((doc, tuple((e.start, e.end, e.label_) for e in doc.ents)) for doc in sentences)
    yield from _tagged((entities.Tagged(tuple(t.text for t in doc), found) for doc, found in spans), 4, "grobid")


def _tagged(items: Iterable[entities.Tagged], together: int, convention: str) -> Iterator[Text]:
    group: list[entities.Tagged] = []
    for item in items:
        group.append(item)
        if len(group) == together:
            yield _joined(group, convention)
            group = []
    if group:
        yield _joined(group, convention)


def _joined(group: list[entities.Tagged], convention: str) -> Text:
    words: list[str] = []
    ends: list[int] = []
    labels: list[int] = []
    for item in group:
        words += item.words
        last, kept = 0, []
        for start, end, name in sorted(item.entities, key=lambda e: (e[0], -e[1])):
            if start >= last:
                kept.append((start, end, name))
                last = end
        labels += bio(len(item.words), kept, NAMES).tolist()
        ends.append(len(words))
    return Text(words, ends, {"name": np.array(labels, dtype=np.int16)}, convention=CONVENTIONS.index(convention))


# ---------------------------------------------------------------- pronouns


def gap_texts(corpora: Path, nlp: Language) -> Iterator[Text]:
    """Yield GAP's snippets: one pronoun each, and the words of the name that it means, if it means one of the two."""
    with (corpora / "GAP/gap-validation.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            doc = nlp.make_doc(row["Text"])
            spot = _at(doc, row["Pronoun"], row["Pronoun-offset"])
            text = Text([t.text for t in doc], [len(doc)])
            names = (
                _at(doc, row[letter], row[f"{letter}-offset"]) for letter in "AB" if row[f"{letter}-coref"] == "TRUE"
            )
            meant = [word for name in names for word in name]
            if spot and meant:
                text.antecedents[spot[0]] = meant
            yield text


def _at(doc: Doc, words: str, offset: str) -> list[int]:
    span = doc.char_span(int(offset), int(offset) + len(words), alignment_mode="expand")
    return list(range(span.start, span.end)) if span is not None else []


# ---------------------------------------------------------------- inventories


class Inventory:
    """The labels of each task in order; those too rare to learn are left out."""

    def __init__(self, sentences: Iterable[ud.Sentence], fewest: int = 2) -> None:
        counts: dict[str, Counter[str]] = {task: Counter() for task in ("tag", "morph", "lemma", "relation")}
        for s in sentences:
            counts["tag"].update(s.tags)
            counts["morph"].update(f"{p}|{m}" for p, m in zip(s.pos, s.morphs, strict=True))
            counts["lemma"].update(
                rule_of(w, lemma) for w, lemma in zip(s.words, s.lemmas, strict=True) if lemma != "_"
            )
            counts["relation"].update(s.deps)
        self.labels = {
            **{task: sorted(label for label, n in found.items() if n >= fewest) for task, found in counts.items()},
            "start": ["no", "yes"],
            "role": list(ROLES),
            "name": list(NAMES),
            "kind": list(KINDS),
            "stance": list(STANCES),
        }
        self._numbers = {task: {label: i for i, label in enumerate(found)} for task, found in self.labels.items()}

    @property
    def sizes(self) -> dict[str, int]:
        """The number of labels by task."""
        return {task: len(self.labels[task]) for task in LABELS}

    def number(self, task: str, label: str) -> int:
        """Return a label's number, masked where it was too rare to learn."""
        return self._numbers[task].get(label, MASKED)
