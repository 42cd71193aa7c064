"""What a claim lost or gained on its way from one article to the next, and who says the opposite later."""

from whosays.graph.changes.account import Account
from whosays.graph.changes.alignment import Alignment
from whosays.graph.changes.change import Change, Difference, Kind, Way
from whosays.graph.changes.copied import copied, same_words
from whosays.graph.changes.corrections import corrections
from whosays.graph.changes.headline import firmer
from whosays.graph.changes.left_out import left_out
from whosays.graph.changes.opposites import Held, instead, opposite, taken_back
from whosays.graph.changes.restated import bound, restated
from whosays.graph.changes.signs import sentence
from whosays.graph.changes.writer import change_triples

__all__ = [
    "Account",
    "Alignment",
    "Change",
    "Difference",
    "Held",
    "Kind",
    "Way",
    "bound",
    "change_triples",
    "copied",
    "corrections",
    "firmer",
    "instead",
    "left_out",
    "opposite",
    "restated",
    "same_words",
    "sentence",
    "taken_back",
]
