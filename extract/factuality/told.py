"""The stance that the encoder tells, weighed against what the words tell.

The encoder looks at the cue.  It sees neither a verdict in the content ("is untrue, the union said") nor silence there
("we cannot confirm or deny that, Lund said"), takes the silence of somebody else for that of who tells of it, and what
a test or a map shows for a claim that it bears out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from whosays.extract.factuality.stance import OPEN, TELLING, UNTOLD, Reading
from whosays.extract.lexicon import verb_class, word_class
from whosays.extract.records import Stance

_SURE, _SURER = 0.6, 0.9  # shares from which on the encoder is believed against an assertion, against another stance
_SAYING = verb_class("saying")
_WILLING = verb_class("willing")
_APPRAISING = verb_class("appraising")
_DOUBTS = word_class("doubts")
_SHOWING = verb_class("showing") | verb_class("indicating")


def as_told(reading: Reading, told: Mapping[Stance, float]) -> Reading:
    """Return a reading with the stance that the encoder is sure of, where the words tell none or another.

    ``told`` is the share that the encoder gives each stance.  Beside a plain verb of saying it takes a negation in the
    content for a denial ("said no crane was tested"), so there it has to be surer of other stances and is not believed
    of this one.  "Withdrew its claim that" is plain, and claims to the encoder still.
    """
    if not told or reading.by_content:
        return reading
    best = max(told, key=lambda name: told[name])
    mine: Stance = "asserts" if reading.stance == "reports" else reading.stance
    plain = mine == "asserts" and not (reading.cue_lemma in _SAYING and best in TELLING)
    if mine in (best, "asks", "denies", "retracts", "unverified") or told[best] < (_SURE if plain else _SURER):
        return reading
    if _is_mistaken(reading, best):
        return reading
    if best in OPEN:
        return replace(reading, stance=best, certainty="unspecified", hedges=())
    return replace(reading, stance=best, certainty="certain" if mine in OPEN else reading.certainty)


def _is_mistaken(reading: Reading, best: Stance) -> bool:
    """Tell where the encoder is not believed, however sure it is.

    Who wants, expects or promises something asks it of nobody, nor does who declares it; who "expressed scepticism"
    has a doubt, who condemns what was done denies none of it, what shows or
    proves something bears out nobody's word, and who passes on that another is silent is not silent.
    """
    if best == "denies":
        return reading.cue_lemma in _SAYING | _APPRAISING
    if best == "asks":
        return reading.cue_lemma in _WILLING | _APPRAISING
    if best == "asserts":
        return reading.cue_lemma in _DOUBTS
    if best == "confirms":
        return reading.cue_lemma in _SHOWING
    return reading.stance == "reports" and best in UNTOLD
