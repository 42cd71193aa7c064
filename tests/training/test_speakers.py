"""The choice of who is meant, learned from made-up choices."""

from __future__ import annotations

from training.speakers import Example, fit


def choice(*right: bool) -> Example:
    """Return a choice between somebody near and somebody far."""
    return Example([{"near": 1.0}, {"far": 1.0}][: len(right)], right, 1.0)


def test_what_is_right_gets_the_weight() -> None:
    """Who is right again and again weighs more than nobody, who is wrong weighs less."""
    weights = fit([choice(True, False)] * 20, 0.1, {})
    assert weights["near"] > 0.0 > weights["far"]


def test_where_nobody_is_right_all_weigh_less_than_nobody() -> None:
    """Choices without a right option push every option below the zero of nobody."""
    weights = fit([choice(False, False)] * 20, 0.1, {})
    assert max(weights.values()) < 0.0


def test_little_that_is_learned_leaves_the_prior() -> None:
    """Under a strong penalty the weights stay what the rules say."""
    weights = fit([choice(False, True)] * 3, 1e6, {"near": 2.0})
    assert weights == {"near": 2.0}
