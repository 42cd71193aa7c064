"""The scorer of coreference, on chains whose scores can be counted by hand."""

import pytest

from training.coreference import chains_of, scores, without_singletons

A, B, C, D, E = ((at, at) for at in range(5))


def test_the_same_chains_have_full_marks() -> None:
    """What is found just so is right by every measure."""
    chains = [[frozenset((A, B)), frozenset((C, D))]]
    assert scores(chains, chains) == dict.fromkeys(("mentions", "muc", "b3", "ceafe", "conll"), 1.0)


def test_a_chain_cut_in_two_is_scored_as_the_literature_has_it() -> None:
    """Of five mentions in one chain three and two are found together."""
    found = scores([[frozenset((A, B, C, D, E))]], [[frozenset((A, B, C)), frozenset((D, E))]])
    assert found["mentions"] == 1.0
    assert found["muc"] == pytest.approx(2 * 0.75 / 1.75, abs=1e-4)  # three of four links, all that are found
    assert found["b3"] == pytest.approx(2 * 0.52 / 1.52, abs=1e-4)  # (3 * 3/5 + 2 * 2/5) / 5
    assert found["ceafe"] == pytest.approx(0.5, abs=1e-4)  # 6/8 of one chain, 6/8 of two: .75 and .375
    assert found["conll"] == pytest.approx((found["muc"] + found["b3"] + found["ceafe"]) / 3, abs=1e-4)


def test_what_is_not_found_counts_against_recall() -> None:
    """A document without anything found has no score, and documents are counted together."""
    gold = [[frozenset((A, B))], [frozenset((A, B))]]
    assert scores(gold, [[], []])["conll"] == 0.0
    assert scores(gold, [[frozenset((A, B))], []])["muc"] == pytest.approx(2 / 3, abs=1e-4)


def test_singletons_are_left_out() -> None:
    """Who is mentioned once is in no chain."""
    assert without_singletons([frozenset((A,)), frozenset((B, C))]) == [frozenset((B, C))]


def test_chains_are_read_from_links_between_two_mentions() -> None:
    """Mentions have a number or, of one token, none; what is no identity joins nothing."""
    rows = [
        ("1-1", "Old", "person[1]", "coref", "2-1[0_1]"),
        ("1-2", "Orla", "person[1]", "_", "_"),
        ("1-3", "slept", "_", "_", "_"),
        ("2-1", "She", "person", "ana", "3-1[5_0]"),
        ("3-1", "Orla", "person[5]", "pred", "3-3[6_5]"),
        ("3-2", "the", "person[6]", "_", "_"),
        ("3-3", "baker", "person[6]", "_", "_"),
    ]
    lines = ("\t".join((n, "0-1", word, label, "_", "_", "_", "_", kind, to)) for n, word, label, kind, to in rows)
    assert chains_of("\n".join(lines)) == [frozenset(((0, 1), (3, 3), (4, 4)))]
