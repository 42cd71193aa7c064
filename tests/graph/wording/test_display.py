"""How claims are shown: a capital first, and marks only in pairs."""

import pytest

from whosays.graph.wording import as_sentence


@pytest.mark.parametrize(
    ("claim", "shown"),
    [
        ("that the bridge is closed,", "The bridge is closed"),
        ('it "deeply regrets" the delay', 'It "deeply regrets" the delay'),
        ('"the two ferries" collided', '"The two ferries" collided'),
        ("“we did it,”", "“We did it”"),
        ("that “we did it,”", "“We did it”"),
        ('the harbour wants its cranes back"', "The harbour wants its cranes back"),
        ("“The company never paid", "The company never paid"),
        ("“we did it,” … “and it held.”", "“We did it … and it held.”"),
        ("“a” and “b”", "“A” and “b”"),
        ("épées were stolen", "Épées were stolen"),
        ("12 were hurt", "12 were hurt"),
        ('"', ""),
        (",", ""),
        ("", ""),
    ],
)
def test_a_claim_is_shown_as_a_sentence(claim: str, shown: str) -> None:
    assert as_sentence(claim) == shown
