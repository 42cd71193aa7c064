"""What stands around the encoder: windows, traits, the best label sequences and trees, lemmas.  No model is needed."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whosays.extract.pipeline.encoder import Encoded
from whosays.extract.pipeline.lemmas import best_lemma, lemma_by, rule_of
from whosays.extract.pipeline.tree_decoder import best_heads
from whosays.extract.pipeline.viterbi import allowed, best_labels, label_shares, spans, with_words
from whosays.extract.pipeline.wordpieces import (
    CAPITAL,
    INSIDE,
    LOWER,
    MARK,
    MIXED,
    OTHER,
    OUTSIDE,
    UPPER,
    traits,
    windows,
    with_points,
)

LABELS = ("O", "B-Cue", "I-Cue", "B-Source", "I-Source")
FIRST = np.array([0, 0, -1e4, 0, -1e4], dtype=np.float32)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("The WHO said so .", "The W.H.O. said so ."),
        ("WHO experts warned", "W.H.O. experts warned"),
        ("an IT company", "an I.T. company"),
        ("who said IT was late", "who said I.T. was late"),
        ("WHO SAID SO", "WHO SAID SO"),
        ("do it NOW , DO IT NOW", "do it NOW , DO IT NOW"),
        ("the US said", "the US said"),
        ("WHO", "WHO"),
    ],
)
def test_acronyms_that_spell_another_word_have_points(text: str, seen: str) -> None:
    """The encoder sees small letters alone, in which the WHO would be a pronoun; in a shout it may be one."""
    assert with_points(text.split()) == seen.split()


class TestWindows:
    """Cutting a text for the encoder."""

    @given(st.lists(st.integers(1, 9), min_size=1, max_size=120), st.data())
    def test_every_word_is_answered_for_once(self, lengths: list[int], data: st.DataObject) -> None:
        """The cores of the windows follow each other without a gap, and no window is larger than it may be."""
        ends = sorted(data.draw(st.sets(st.integers(1, len(lengths)))) | {len(lengths)})
        found = windows(lengths, ends, core=20, context=5)
        assert [i for w in found for i in range(w.start, w.end)] == list(range(len(lengths)))
        for w in found:
            assert sum(lengths[w.start : w.end]) <= 20
            assert sum(lengths[w.first : w.start]) <= 5
            assert sum(lengths[w.end : w.last]) <= 5

    def test_a_window_ends_with_a_paragraph_where_it_can(self) -> None:
        """Whole paragraphs stay together; only one that alone is too long is cut."""
        found = windows([1] * 12, [4, 8, 12], core=9, context=2)
        assert [(w.first, w.start, w.end, w.last) for w in found] == [(0, 0, 8, 10), (6, 8, 12, 12)]
        assert [(w.start, w.end) for w in windows([1] * 12, [12], core=5, context=0)] == [(0, 5), (5, 10), (10, 12)]


def test_traits_tell_case_and_quotation() -> None:
    """How a word is written, and whether double marks enclose it; a paragraph break closes what was left open."""
    words = ["He", "said", ":", "“", "NATO", "iPhone", "”", "\n\n", "“", "open", "\n\n", "x", '"', "y", '"', "z"]
    found = [divmod(trait, 3) for trait in traits(words)]
    assert [case for case, _ in found[:6]] == [CAPITAL, LOWER, OTHER, OTHER, UPPER, MIXED]
    quoted = [quotation for _, quotation in found]
    assert quoted[:7] == [OUTSIDE, OUTSIDE, OUTSIDE, MARK, INSIDE, INSIDE, MARK]
    assert quoted[8:] == [MARK, INSIDE, OUTSIDE, OUTSIDE, MARK, INSIDE, MARK, OUTSIDE]


class TestSequences:
    """The best label of each word."""

    @settings(max_examples=40)
    @given(st.integers(1, 5), st.integers(0, 10_000))
    def test_the_best_sequence_is_found(self, length: int, seed: int) -> None:
        """No sequence of labels that is allowed has a higher score."""
        random = np.random.default_rng(seed)
        scores = random.normal(0, 3, (length, len(LABELS))).astype(np.float32)
        steps = allowed(LABELS, random.normal(0, 1, (len(LABELS), len(LABELS))).astype(np.float32))

        def total(labels: tuple[int, ...]) -> float:
            moves = sum(float(steps[a, b]) for a, b in pairwise(labels))
            return float(FIRST[labels[0]]) + moves + sum(float(scores[i, label]) for i, label in enumerate(labels))

        found = tuple(best_labels(scores, steps, FIRST).tolist())
        best = max(product(range(len(LABELS)), repeat=length), key=total)
        assert total(found) == pytest.approx(total(best), abs=1e-3)

    def test_stretches_side_by_side_read_like_one(self) -> None:
        """Where "O" is beyond doubt a text may be cut; what lies between is read as before."""
        scores = np.zeros((40, 5), dtype=np.float32)
        scores[:, 0] = 20
        for at, label in ((5, 1), (6, 2), (20, 3), (21, 4), (22, 4), (39, 1)):
            scores[at, label] = 30
        steps = allowed(LABELS, np.zeros((5, 5), dtype=np.float32))
        assert list(spans(best_labels(scores, steps, FIRST), LABELS)) == [
            (5, 7, "Cue"),
            (20, 23, "Source"),
            (39, 40, "Cue"),
        ]

    @settings(max_examples=30)
    @given(st.integers(1, 4), st.integers(0, 10_000))
    def test_the_share_of_a_label_is_that_of_the_sequences_with_it(self, length: int, seed: int) -> None:
        """Every sequence counts by its score; what no sequence of labels allows has no share."""
        random = np.random.default_rng(seed)
        scores = random.normal(0, 2, (length, 5)).astype(np.float32)
        steps = allowed(LABELS, random.normal(0, 1, (5, 5)).astype(np.float32))
        weights = np.zeros((length, 5))
        for labels in product(range(len(LABELS)), repeat=length):
            total = (
                FIRST[labels[0]] + sum(steps[a, b] for a, b in pairwise(labels)) + scores[range(length), labels].sum()
            )
            weights[range(length), labels] += np.exp(np.float64(total))
        expected = weights / weights.sum(1, keepdims=True)
        assert label_shares(scores, steps, FIRST) == pytest.approx(expected, abs=1e-4)

    def test_classes_that_are_kept_apart_do_not_touch(self) -> None:
        """A torn source is one source."""
        scores = np.zeros((3, 5), dtype=np.float32)
        scores[0, 3], scores[1, 3], scores[1, 4], scores[2, 4] = 9, 5, 4, 9
        steps = np.zeros((5, 5), dtype=np.float32)
        torn = best_labels(scores, allowed(LABELS, steps), FIRST)
        whole = best_labels(scores, allowed(LABELS, steps, apart=("Source",)), FIRST)
        assert list(spans(torn, LABELS)) == [(0, 1, "Source"), (1, 3, "Source")]
        assert list(spans(whole, LABELS)) == [(0, 3, "Source")]

    def test_a_run_ends_where_the_next_begins(self) -> None:
        """Two B- labels side by side are two spans."""
        assert list(spans(np.array([1, 1, 2, 0, 3]), LABELS)) == [(0, 1, "Cue"), (1, 3, "Cue"), (4, 5, "Source")]

    def test_the_end_of_a_line_alone_is_no_span(self) -> None:
        """What holds no word is nobody's cue; a blank between words stays."""
        found = [(0, 1, "Cue"), (1, 4, "Content")]
        assert list(with_words(found, ["\n\n", "It", "\n", "fell"])) == [(1, 4, "Content")]


class TestTrees:
    """Heads that make a tree."""

    @settings(max_examples=60)
    @given(st.integers(1, 5), st.integers(0, 10_000))
    def test_the_best_tree_below_the_likeliest_root_is_found(self, size: int, seed: int) -> None:
        """There is one root, no circle, and no tree below that root has a higher score."""
        scores = np.random.default_rng(seed).normal(0, 2, (size, size)).astype(np.float32)
        found = best_heads(scores)
        roots = [i for i, head in enumerate(found) if head == i]
        assert len(roots) == 1
        assert is_tree(found)
        trees = (t for t in product(range(size), repeat=size) if t[roots[0]] == roots[0] and one_root(t) and is_tree(t))
        assert total(scores, found) == pytest.approx(max(total(scores, tree) for tree in trees), abs=1e-3)

    def test_a_long_sentence_of_circles_ends(self) -> None:
        """Two hundred words that each point at a neighbour still give a tree."""
        scores = np.zeros((200, 200), dtype=np.float32)
        for i in range(200):
            scores[i, i ^ 1] = 5
        assert is_tree(best_heads(scores))


def one_root(heads: tuple[int, ...]) -> bool:
    return sum(head == i for i, head in enumerate(heads)) == 1


def is_tree(heads: list[int] | tuple[int, ...]) -> bool:
    for word in range(len(heads)):
        at, steps = word, 0
        while heads[at] != at and steps <= len(heads):
            at, steps = heads[at], steps + 1
        if steps > len(heads):
            return False
    return True


def total(scores: np.ndarray, heads: list[int] | tuple[int, ...]) -> float:
    return float(sum(scores[i, head] for i, head in enumerate(heads) if head != i))


@pytest.mark.parametrize(
    ("word", "lemma", "rule"),
    [("said", "say", "^2|y"), ("Said", "say", "^2|y"), ("Obama", "Obama", "0|"), ("n’t", "not", "^2|ot")],
)
def test_a_rule_makes_the_lemma_of_a_word(word: str, lemma: str, rule: str) -> None:
    """What is cut and what is put there; case goes only where the lemma has none."""
    assert rule_of(word, lemma) == rule
    assert lemma_by(rule, word) == lemma


def test_a_rule_too_long_for_a_word_makes_nothing() -> None:
    """Three letters cannot be cut from two."""
    assert lemma_by("^3|y", "id") is None


@pytest.mark.parametrize(
    ("word", "rules", "pos", "lemma"),
    [
        ("verified", ("^1|", "^3|y"), "VERB", "verify"),
        ("left", ("^0|", "^3|ave"), "VERB", "leave"),
        ("confirmed", ("^0|",), "VERB", "confirm"),
        ("Lowmark", ("0|", "^0|"), "PROPN", "Lowmark"),
        ("’s", ("^2|be",), "AUX", "be"),
        ("zorbled", ("^2|", "^1|"), "NOUN", "zorbled"),
        ("\n", (), "SPACE", "\n"),
    ],
)
def test_dictionary_and_encoder_agree_on_a_lemma(word: str, rules: tuple[str, ...], pos: str, lemma: str) -> None:
    """The likeliest rule that the dictionary allows wins; what one of the two does not know, the other tells."""
    assert best_lemma(word, rules, pos) == lemma


def test_a_role_is_certain_by_its_beginnings_and_its_goings_on() -> None:
    """The shares of all labels of a word are 1; words that point are asked group by group as one by one."""
    odds = np.log(np.array([[2, 1, 3, 2, 2], [6, 1, 1, 1, 1]], dtype=np.float32))
    points = np.arange(6, dtype=np.float32).reshape(2, 3)
    encoded = Encoded({}, {"role": odds}, {"cue": (points, points + 1, points[:, 0])}, odds, odds)
    assert encoded.certain == pytest.approx(np.array([[0.4, 0.2], [0.4, 0.2]]))
    each = list(encoded.each_pointing("cue", [[0], slice(0, 2)], [1]))
    assert [found.tolist() for found in each] == [encoded.pointing("cue", rows, [1]).tolist() for rows in ([0], [0, 1])]
    assert each[0] == pytest.approx(np.array([[17 / 3**0.5 + 3]]))
