"""What a shard's task has in hand, on disk: who begins it again after a death knows what it died of.

Who dies of an article dies of it again; who was killed by somebody does not.  So an article, or an input, that was in
hand at two deaths is passed over the third time, as with the processes of one machine.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import Final

TRIES: Final = 2
ENDED: Final = "the process that read it ended"
_START: Final = "start"


class Journal:
    """The file of one shard; a context manager, which removes it when the shard is done."""

    def __init__(self, file: Path) -> None:
        self._file = file
        before = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        died_at = Counter(line for line, after in pairwise([*before, _START]) if after == _START)
        self._fatal = {what for what, times in died_at.items() if times >= TRIES}
        self._out = file.open("a", encoding="utf-8")
        self._note(_START)

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._out.close()
        if kind is None:
            self._file.unlink(missing_ok=True)

    def is_fatal(self, what: str) -> bool:
        """Tell whether two have died of this; if not, it is in hand from now on."""
        if what in self._fatal:
            return True
        self._note(what)
        return False

    def _note(self, line: str) -> None:
        self._out.write(f"{line}\n")
        self._out.flush()
