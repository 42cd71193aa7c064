"""What sets two wordings apart that share what happens: when, where, by whom, whose, from where to where.

"Closed in May" and "closed in June" share all but one word; what decides is that these words answer one question.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from whosays.graph.wording import Token
from whosays.resources import read_classes, word_classes

# whoever or whatever is somebody's is not that person
_SOMEBODYS: Final = word_classes("graph")["somebodys"]
_OPPOSITE: Final = frozenset({frozenset(pair) for pair in (("from", "to"), ("by", "to"), ("by", "against"))})
_SERIES: Final = {
    **read_classes("graph", "series.txt"),
    "months": word_classes("gazetteer")["months"],
    "weekdays": word_classes("gazetteer")["weekdays"],
}
_SERIES_OF: Final = {word: name for name, series in _SERIES.items() for word in series}
_TIED: Final = frozenset({"", "of"})  # no preposition, or one that ties a noun to a noun
FEW: Final = 2  # words: who and what happened


def set_apart(pairs: Iterable[tuple[Token, Token]], left: Iterable[Token], right: Iterable[Token]) -> bool:
    """Tell whether what only the one says and what only the other says answer one question, or "to" is "from"."""
    mine, theirs, both = list(left), list(right), list(pairs)
    return (
        bool(_series(mine) & _series(theirs))
        or any(one.lemma != other.lemma and _series([one]) & _series([other]) for one, other in both)
        or bool(_adjuncts(mine) & _adjuncts(theirs))
        or (_one_verb(both) and any(frozenset((one.led_by, other.led_by)) in _OPPOSITE for one, other in both))
    )


def bare_of_the_rest(shared: int, mine: Iterable[Token], theirs: Iterable[Token]) -> bool:
    """Tell whether only who and what happened is shared, and each adds something else."""
    return shared <= FEW and all(
        any(not token.time and not token.aside for token in tokens) for tokens in (mine, theirs)
    )


def another_owns(one: tuple[Token, ...], other: tuple[Token, ...], pairs: Iterable[tuple[int, int]]) -> bool:
    """Tell whether something is said of somebody in the one and of somebody's deputy, brother or car in the other."""
    held = list(pairs)
    matched = {i for i, _ in held}, {j for _, j in held}
    for i, j in held:
        if one[i].owns != other[j].owns:
            tokens, at, known = (one, i, matched[0]) if one[i].owns else (other, j, matched[1])
            if at + 1 < len(tokens) and at + 1 not in known and tokens[at + 1].lemma in _SOMEBODYS:
                return True
    return False


def _one_verb(pairs: Iterable[tuple[Token, Token]]) -> bool:
    """Tell whether both say it with the same word: who withdraws "from" and who recalls "to" may do the same."""
    return any(one.says and other.says and one.lemma == other.lemma for one, other in pairs)


def _series(tokens: Iterable[Token]) -> set[str]:
    return {_SERIES_OF[token.lemma] for token in tokens if token.lemma in _SERIES_OF}


def _adjuncts(tokens: Iterable[Token]) -> set[str]:
    return {
        token.led_by
        for token in tokens
        if token.led_by not in _TIED and not token.time and not token.aside and not token.says
    }
