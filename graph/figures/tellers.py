"""What stands against a contradiction in who tells the two counts: one voice, one article, two hours not known."""

from __future__ import annotations

from typing import Literal, TypeAlias

from whosays.graph.figures.figure import UNNAMED, Figure
from whosays.graph.wording import SENTENCE, is_tabled, is_toll, of_kind

Left: TypeAlias = Literal["compatible", "notComparable"]
Doubt: TypeAlias = tuple[Left, str]  # the relation that is left, and why


def one_voice(one: Figure, other: Figure) -> Doubt | None:
    """Who tells both in one article does not contradict himself: he counts two things."""
    told_at_once = any(UNNAMED in voice for voice in one.voices & other.voices)
    return ("compatible", "one voice tells both in one article") if told_at_once else None


def one_article(one: Figure, other: Figure) -> Doubt | None:
    """An article that tells of two queues, each at its checkpoint, sets neither count against the other.

    It does so where two who are named give them; people who die are counted together wherever they die.
    """
    articles = _articles(one) | _articles(other)
    if len(articles) != 1 or is_tabled(one.measure) or is_tabled(other.measure) or _of_two_named(one, other):
        return None
    return "notComparable", "one article tells both, and not as two counts of the same"


def counted_again(one: Figure, other: Figure) -> Doubt | None:
    """Who tells both has counted again; two articles of one day that have him give other counts are worth a look."""
    at_once = one.told_on is not None and one.told_on == other.told_on
    again = bool(one.voices & other.voices) and not at_once
    return ("compatible", "one voice tells both, at different times") if again else None


def unknown_order(one: Figure, other: Figure) -> Doubt | None:
    """Two articles of which no day is known may tell a toll at two hours, and it grows.

    Two who are named, and are not the same, have counts of their own, whatever the hour.
    """
    if not (is_toll(one.measure) and is_toll(other.measure)) or not (one.told_on is None or other.told_on is None):
        return None
    articles = _articles(one), _articles(other)
    if not all(articles) or articles[0] & articles[1] or _of_two_named(one, other):
        return None
    return "compatible", "it is not known which was told later, and a toll grows"


def _of_two_named(one: Figure, other: Figure) -> bool:
    """Tell whether both have tellers who are named, and are not the same."""
    return bool(one.named_tellers and other.named_tellers) and not one.named_tellers & other.named_tellers


def _articles(figure: Figure) -> frozenset[str]:
    return frozenset(where.partition("#")[0] for where in of_kind(SENTENCE, figure.marks))
