"""On the sample's gold, who says what through whom is found as often as it has been."""

from __future__ import annotations

import json

import pytest

from corpus import sample_articles, sample_gold_file
from training.chains import chain_scores
from whosays.extract import Extractor, read_article

FLOORS = {"f": 0.91, "chains exact, of all": 0.86, "chains exact, of found": 0.94}


@pytest.mark.model
def test_chains_of_the_sample() -> None:
    """Hops are found, and chains come out whole, with the voices that a careful reader names."""
    extractor = Extractor()
    records = [extractor.record(read_article(path)) for path in sample_articles()]
    gold = [json.loads(line) for line in sample_gold_file().read_text(encoding="utf-8").splitlines()]
    scores = chain_scores(records, gold)
    assert {name: scores[name] for name, floor in FLOORS.items() if scores[name] < floor} == {}
