"""How well an article's entities agree with OntoGUM's chains on its dev part: mentions, MUC, B3, CEAFe, CoNLL F.

OntoGUM (Zhu et al. 2021) has the chains of GUM in the manner of OntoNotes: exact spans of whole noun phrases, things
and events among them, nobody who is mentioned once only; so singletons are left out of what is found, too.  The
extractor tells who speaks or is named: most chains are out of its reach, and those with a "he" or a "she" are scored
for themselves as well.  The baseline has the same names: one entity for all that end in the same word, a pronoun with
the nearest name before it that agrees.

Sources: Vilain et al. (1995), MUC; Bagga and Baldwin (1998), B3; Luo (2005), CEAFe; Pradhan et al. (2012), their mean.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

import numpy as np
from scipy.optimize import linear_sum_assignment
from spacy.language import Language
from spacy.tokens import Doc

from training import ud
from training.press import article_of
from whosays.extract import Extractor

Mention = tuple[int, int]  # the first and the last token of the treebank
Chain = frozenset[Mention]
IDENTITY = ("ana", "cata", "coref", "disc")
LINK = re.compile(r"(?P<token>[\d-]+)(?:\[(?P<there>\d+)_(?P<here>\d+)\])?")
LABEL = re.compile(r"[^|]*?\[(?P<number>\d+)\]")
PEOPLE, BODIES = frozenset("he him his she her hers".split()), frozenset("it its they them their theirs".split())


def coreference_scores(extractor: Extractor, nlp: Language, corpora: Path) -> Mapping[str, Mapping[str, float]]:
    """Return the scores of what the extractor finds, and of the baseline, over the dev documents."""
    docs, gold = zip(*read(corpora), strict=True)
    all_found = {
        "found": [without_singletons(entities_of(extractor, doc)) for doc in docs],
        "baseline": [without_singletons(baseline(nlp, doc)) for doc in docs],
    }
    told = {name: scores(gold, found) for name, found in all_found.items()}
    people = [of_people(*pair) for pair in zip(docs, gold, strict=True)]
    for name, found in all_found.items():
        told[f"{name}, people"] = scores(people, [of_people(*pair) for pair in zip(docs, found, strict=True)])
    return told


def read(corpora: Path) -> Iterator[tuple[Doc, list[Chain]]]:
    """Yield the dev documents with their chains."""
    nlp = Language()
    sentences = ud.corpus(corpora, "dev", ["GUM"])
    for name, group in groupby(sentences, key=lambda sentence: sentence.document):
        (doc,) = ud.to_docs(nlp.vocab, group)
        words = [token.i for token in doc if not token.is_space]
        chains = chains_of((corpora / "OntoGUM-open" / f"{name}.tsv").read_text(encoding="utf-8"))
        yield doc, [frozenset((words[first], words[last]) for first, last in chain) for chain in chains]


def chains_of(tsv: str) -> list[Chain]:
    """Return the chains of an OntoGUM file, whose mentions are linked two by two."""
    rows = [line.split("\t") for line in tsv.splitlines() if re.match(r"\d+-\d+\t", line)]
    place = {row[0]: number for number, row in enumerate(rows)}
    tokens: dict[tuple[int, int], list[int]] = defaultdict(list)
    links: list[tuple[tuple[int, int], ...]] = []
    for number, row in enumerate(rows):
        for label in LABEL.finditer(row[3]):
            tokens[int(label["number"]), -1].append(number)
        if row[3] != "_" and "[" not in row[3]:
            tokens[0, number].append(number)  # a mention without a number has one token
        if len(row) > 9:
            for kind, link in zip(row[8].split("|"), row[9].split("|"), strict=False):
                match = LINK.match(link)
                if match and kind in IDENTITY:
                    ends = (int(match["here"] or 0), number), (int(match["there"] or 0), place[match["token"]])
                    links.append(tuple((mention, -1) if mention else (0, token) for mention, token in ends))
    joined = _joined(links)
    return [frozenset((min(tokens[m]), max(tokens[m])) for m in group if tokens[m]) for group in joined]


def _joined(links: Iterable[tuple[tuple[int, int], ...]]) -> list[set[tuple[int, int]]]:
    groups: dict[tuple[int, int], set[tuple[int, int]]] = {}
    for ends in links:
        group = {other for end in ends for other in groups.get(end, {end})}
        groups |= dict.fromkeys(group, group)
    return list({id(group): group for group in groups.values()}.values())


def entities_of(extractor: Extractor, doc: Doc) -> list[Chain]:
    """Return the entities that the whole extractor finds in a document."""
    record = extractor.record(article_of(doc.text))
    if record.text != doc.text:
        raise ValueError(f"{record.text[:40]!r}: not the words of the treebank")
    spans = [[doc.char_span(*m, alignment_mode="expand") for m in entity.mentions] for entity in record.entities]
    return [frozenset((span.start, span.end - 1) for span in chain if span) for chain in spans]


def baseline(nlp: Language, doc: Doc) -> list[Chain]:
    """Return names that are the same or end alike, and each pronoun with the nearest name before it that agrees."""
    read_doc = nlp(doc.text)
    chains: dict[str, set[Mention]] = defaultdict(set)
    near: dict[bool, str] = {}  # whether it is a person to the last such name
    names = {name.start: name for name in read_doc.ents}
    for token in read_doc:
        name, word = names.get(token.i), token.lower_
        if name is not None:
            key = name[-1].lower_
            near[name.label_ == "Person"] = key
        elif word in PEOPLE | BODIES and (word in PEOPLE) in near:
            key = near[word in PEOPLE]
        else:
            continue
        first, last = (name.start_char, name.end_char) if name is not None else (token.idx, token.idx + len(token))
        span = doc.char_span(first, last, alignment_mode="expand")
        if span is not None:
            chains[key].add((span.start, span.end - 1))
    return [frozenset(chain) for chain in chains.values()]


def without_singletons(chains: Iterable[Chain]) -> list[Chain]:
    """Return the chains of two mentions and more."""
    return [chain for chain in chains if len(chain) > 1]


def of_people(doc: Doc, chains: Iterable[Chain]) -> list[Chain]:
    """Return the chains with a "he" or a "she"."""
    return [c for c in chains if any(first == last and doc[first].lower_ in PEOPLE for first, last in c)]


def scores(gold: Sequence[Sequence[Chain]], found: Sequence[Sequence[Chain]]) -> Mapping[str, float]:
    """Return the F of mentions and of the three measures over documents, and their mean, as "conll"."""
    parts: dict[str, Callable[[Sequence[Chain], Sequence[Chain]], tuple[float, float]]]
    parts = {"mentions": _mentions, "muc": _muc, "b3": _b3, "ceafe": _ceafe}
    pairs = list(zip(gold, found, strict=True))
    values = {}
    for name, measure in parts.items():
        recalled, precise = ([measure(*pair) for pair in pairs], [measure(f, g) for g, f in pairs])
        values[name] = _f(_share(recalled), _share(precise))
    values["conll"] = sum(values[name] for name in ("muc", "b3", "ceafe")) / 3
    return {name: round(value, 4) for name, value in values.items()}


def _share(parts: Collection[tuple[float, float]]) -> float:
    whole = sum(of for _, of in parts)
    return sum(part for part, _ in parts) / whole if whole else 0.0


def _f(recall: float, precision: float) -> float:
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


# Each measure returns how much of the first chains is in the second, and out of how much: recall one way round,
# precision the other.


def _mentions(chains: Sequence[Chain], others: Sequence[Chain]) -> tuple[float, float]:
    own, other = (frozenset[Mention]().union(*group) for group in (chains, others))
    return len(own & other), len(own)


def _muc(chains: Sequence[Chain], others: Sequence[Chain]) -> tuple[float, float]:
    kept = sum(len(c) - sum(bool(c & o) for o in others) - len(c.difference(*others)) for c in chains)
    return kept, sum(len(c) - 1 for c in chains)


def _b3(chains: Sequence[Chain], others: Sequence[Chain]) -> tuple[float, float]:
    return sum(len(c & o) ** 2 / len(c) for c in chains for o in others), sum(map(len, chains))


def _ceafe(chains: Sequence[Chain], others: Sequence[Chain]) -> tuple[float, float]:
    if not chains or not others:
        return 0.0, len(chains)
    alike = np.array([[2 * len(c & o) / (len(c) + len(o)) for o in others] for c in chains])
    return float(alike[linear_sum_assignment(alike, maximize=True)].sum()), len(chains)
