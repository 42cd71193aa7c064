"""A few of the builds of ``make chaos``: other seeds, locales, zones, orders, batches, processes, the same bytes."""

from __future__ import annotations

import pytest

from tests.proof.identity import compared


@pytest.mark.model
def test_the_same_articles_are_the_same_bytes() -> None:
    """Three builds that share nothing but the articles give the same exports in every format, and the same page."""
    told = compared(3)
    assert (told["runs"], told["articles"], told["other"]) == (3, 6, [])
    assert len(told["first"]) == 11
