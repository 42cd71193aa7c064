"""What went wrong, in one line for a person.

Whatever stops the run gets here; articles that fail do not, they are reported and the others go on.
"""

from __future__ import annotations


class FrontDoorError(Exception):
    """The command cannot be carried out as asked; the message says what, where and what to do."""


def in_one_line(error: BaseException) -> str:
    """Return what to tell a person about an error: its own words where it was raised on purpose."""
    if isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if error.filename is not None else ""
        return printable(f"{where}{error.strerror}")
    if _on_purpose(error):
        return printable(str(error))
    return printable(f"unexpected {type(error).__name__}: {error}; this is a defect, --debug shows where it arose")


def printable(text: str) -> str:
    """Return the text in one line, without anything that could steer a terminal."""
    kept = (char if char.isprintable() else " " for char in text)
    return " ".join("".join(kept).split())


def _on_purpose(error: BaseException) -> bool:
    """Errors of whosays's own classes are raised on purpose; no room needs loading to tell."""
    return any(kind.__module__.partition(".")[0] == "whosays" for kind in type(error).__mro__)
