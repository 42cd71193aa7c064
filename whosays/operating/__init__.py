"""Running whosays day by day: how it speaks while it works, what it notes of a run, and what ails an installation.

Light: the command line loads it for ``--help``.
"""

from whosays.operating.manifest import Manifest, options_of
from whosays.operating.manner import Manner, manner, say, speaking, with_logs
from whosays.operating.progress import Progress, watched
from whosays.operating.steps import Done, OnStep, Relating, Step

__all__ = [
    "Done",
    "Manifest",
    "Manner",
    "OnStep",
    "Progress",
    "Relating",
    "Step",
    "manner",
    "options_of",
    "say",
    "speaking",
    "watched",
    "with_logs",
]
