"""Attributions in GUM's discourse trees: who reports, with what words, which units.

A reporting unit hangs by ``attribution-positive`` or ``-negative`` on the head of what it reports; its signals name
the tokens of source and cue.  What was attached to that head earlier than the reporting unit lies inside the reported
span, what came later does not; of the span we keep what stands in one sentence or in a quotation.

The outcome follows PolNeAR: outermost attributions only, "that" and quotation marks within the content, commas and
final stops outside, auxiliaries within the cue, the whole noun phrase as source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from training import ud
from training.discourse import Tree, Unit, build, read_units
from training.polnear import GoldAttribution

SOURCE_SIGNALS = ("semantic-attribution_source",)
CUE_SIGNALS = ("lexical-indicative", "dm-as", "dm-according to")
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "SYM", "X"))
BEFORE_CUE = frozenset(("aux", "aux:pass", "advmod", "mark"))
OUTSIDE_SOURCE = frozenset(("case", "cc", "mark", "punct", "parataxis"))
WITHIN_NAME = frozenset(("flat", "compound", "det", "amod"))
EDGES = frozenset(",.;:-–—…") | {"--", "..."}
CUE_MARKS = frozenset((":", "-", "–", "—", "―", "--"))
CUE_GAP = 1  # tokens that may lie between the words of one cue ("starting to think")


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution in tokens of the document."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


def read_corpus(corpora: Path, part: str) -> Iterator[tuple[str, list[GoldAttribution]]]:
    """Yield (text, attributions) of GUM's open documents of a part ("train", "dev"), in the treebank's order.

    The treebank gives spaces, sentences and syntax; a document without a discourse tree is left out.
    """
    sentences = ud.read_conllu(corpora / f"UD_English-GUM-open/en_gum_open-ud-{part}.conllu")
    for name, group in groupby(sentences, key=lambda s: s.document):
        path = corpora / "GUM-rst-open" / f"{name}.rsd"
        if path.exists():
            tree = build(read_units(path), list(group))
            yield to_text(tree)


def attributions(tree: Tree) -> list[Found]:
    """Return the outermost attributions of a document, in text order."""
    found = [f for i, unit in enumerate(tree.units) if unit.reports and (f := _found(tree, i)) is not None]
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (-len(f.content), min(f.content))):
        if not any(one.cue <= other.content for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda f: min(f.source | f.cue | f.content))


def _found(tree: Tree, index: int) -> Found | None:
    reporting = _tokens(tree, _below(tree, index))
    cue = _cue(tree, index, reporting)
    content = _content(tree, index) - reporting
    source = _source(tree, tree.units[index], cue, content)
    content -= cue | source
    if not cue or not any(tree.words[t][:1].isalnum() for t in content):
        return None  # a credit line ("Photo: ...") names a source, but nobody speaks
    return Found(frozenset(source), frozenset(cue), frozenset(content))


def _below(tree: Tree, index: int) -> list[int]:
    found = [index]
    for number in found:  # grows while it is read
        found += tree.children.get(number, [])
    return found


def _tokens(tree: Tree, units: Iterable[int]) -> set[int]:
    return {token for number in units for token in tree.units[number].tokens}


def _content(tree: Tree, index: int) -> set[int]:
    """Return the reported tokens beside the reporting unit: of its sentence, or the next one, and of quotations.

    What is reported inside a quotation stays inside it; of a quotation reported from outside nothing is left out.
    """
    unit = tree.units[index]
    here, within = (column[unit.tokens.start] for column in (tree.sentence, tree.quotation))
    reported = _tokens(tree, _reported(tree, index))
    if within >= 0:
        reported = {t for t in reported if tree.quotation[t] == within}
    near = min((tree.sentence[t] for t in reported), key=lambda s: (abs(s - here), s), default=here)
    if abs(near - here) > 1:
        return set()
    found = {t for t in reported if tree.sentence[t] == near}
    quotations = {tree.quotation[t] for t in found} - {-1, within}
    return found | {t for t, number in enumerate(tree.quotation) if number in quotations}


def _reported(tree: Tree, index: int) -> set[int]:
    """Return the units that a reporting unit attributes; through a unit that itself reports, what that one does."""
    unit = tree.units[index]
    head = unit.head
    if head is None:
        return set()
    found = {head}
    for child in tree.children[head]:
        other = tree.units[child]
        if child != index and (other.order < unit.order or other.relation.startswith("same-unit")):
            found |= set(_below(tree, child))
    if tree.units[head].reports:
        found |= _reported(tree, head)
    return found - {index}


def _cue(tree: Tree, index: int, reporting: set[int]) -> set[int]:
    unit = tree.units[index]
    signalled = unit.signalled(CUE_SIGNALS) & reporting
    words = signalled - unit.signalled(SOURCE_SIGNALS) or signalled or _verb(tree, unit) or _mark(tree, unit)
    if not words:
        return set()
    clusters: list[range] = []
    for token in sorted(words):
        if clusters and token - clusters[-1].stop <= CUE_GAP:
            clusters[-1] = range(clusters[-1].start, token + 1)
        else:
            clusters.append(range(token, token + 1))
    # a noun may be named as a cue beside the verb that governs it ("citing rules, they said")
    return _widened(tree, max(clusters, key=lambda c: any(tree.pos[t] == "VERB" for t in c)), reporting)


def _widened(tree: Tree, cue: range, reporting: set[int]) -> set[int]:
    start, end = cue.start, cue.stop
    while start - 1 in reporting and _goes_before(tree, start - 1, range(start, end)):
        start -= 1
    if end in tree.dependents.get(end - 1, []) and tree.deps[end] == "compound:prt":
        end += 1
    return set(range(start, end))


def _verb(tree: Tree, unit: Unit) -> set[int]:
    heads = [t for t in unit.tokens if tree.heads[t] not in unit.tokens or tree.heads[t] == t]
    return {t for t in heads[:1] if tree.pos[t] == "VERB"}


def _mark(tree: Tree, unit: Unit) -> set[int]:
    edges = (unit.tokens.start, unit.tokens.stop - 1)
    return {t for t in edges if tree.words[t] in CUE_MARKS}


def _goes_before(tree: Tree, token: int, cue: range) -> bool:
    word, relation = tree.words[token].lower(), tree.deps[token]
    if word.startswith("wh") or (relation == "mark" and word != "to"):
        return False
    return tree.heads[token] in cue and relation in BEFORE_CUE


def _source(tree: Tree, unit: Unit, cue: set[int], content: set[int]) -> set[int]:
    """Return the source next to the cue, widened to its noun phrase; it stands in the reporting unit's sentence."""
    sentence = tree.sentence[unit.tokens.start]
    words = {t for t in unit.signalled(SOURCE_SIGNALS) if t < len(tree.words) and tree.sentence[t] == sentence}
    runs = _runs(words - cue - content)
    if not runs:
        return set()
    near = min(cue, default=unit.tokens.start)
    run = min(runs, key=lambda r: (min(abs(t - near) for t in r), r.start))
    root = next((t for t in run if tree.heads[t] not in run), run.start)
    while tree.deps[root] in WITHIN_NAME and tree.heads[root] not in cue | content:
        root = tree.heads[root]
    if tree.pos[root] not in NOMINAL:
        return set()
    phrase = (set(run) | set(_phrase(tree, root))) - cue - content
    widened = next(r for r in _runs(phrase) if root in r)
    return set(_trimmed(tree, widened))


def _phrase(tree: Tree, root: int) -> list[int]:
    found = [root, *(d for d in tree.dependents.get(root, []) if tree.deps[d] not in OUTSIDE_SOURCE)]
    for token in found[1:]:
        found += _dependents(tree, token)
    # commas and brackets within the phrase belong to it, those at its ends are trimmed away
    inner = [d for d in tree.dependents.get(root, []) if tree.deps[d] == "punct"]
    return found + [d for d in inner if min(found) < d]


def _dependents(tree: Tree, token: int) -> list[int]:
    found = list(tree.dependents.get(token, []))
    for dependent in found:  # grows while it is read
        found += tree.dependents.get(dependent, [])
    return found


def _runs(tokens: Iterable[int]) -> list[range]:
    ordered = sorted(tokens)
    groups = groupby(enumerate(ordered), key=lambda pair: pair[1] - pair[0])
    runs = [[token for _, token in group] for _, group in groups]
    return [range(run[0], run[-1] + 1) for run in runs]


def _trimmed(tree: Tree, run: range) -> range:
    start, end = run.start, run.stop
    while start < end and tree.words[start] in EDGES:
        start += 1
    while end > start and tree.words[end - 1] in EDGES:
        end -= 1
    return range(start, end)


def to_text(tree: Tree) -> tuple[str, list[GoldAttribution]]:
    """Return the text of a document and its attributions in offsets of characters."""
    starts, text = [], ""
    for word, gap in zip(tree.words, tree.gaps, strict=True):
        starts.append(len(text))
        text += word + gap
    ends = [start + len(word) for start, word in zip(starts, tree.words, strict=True)]

    def offsets(tokens: Iterable[int], *, trim: bool) -> tuple[tuple[int, int], ...]:
        runs = [_trimmed(tree, run) if trim else run for run in _runs(tokens)]
        spoken = [r for r in runs if not trim or any(tree.words[t][:1].isalnum() for t in r)]
        return tuple((starts[run.start], ends[run.stop - 1]) for run in spoken)

    return text, [
        GoldAttribution(offsets(f.source, trim=False), offsets(f.cue, trim=False), offsets(f.content, trim=True))
        for f in attributions(tree)
    ]
