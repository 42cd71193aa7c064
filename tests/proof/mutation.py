"""Inputs changed by chance, the same for the same seed: bytes of a file, and words and characters of a text."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Final

CHANGES: Final = ("set", "cut", "double", "end", "flip")
SMALLEST_CUT: Final = 200  # bytes of an input that may lose its end
PIECES: Final[tuple[str, ...]] = (
    *"\"“”‘’'«»„.,:;()—–-?!…%$€*|\n\t<>&",
    *("\n\n", "\r\n", "\r", "\u200b", "\u00a0", "\u3000", "\x00", "\x1b[31m", "\ud800", "\udc00", "\ufeff", "\u2028"),
    *(
        "\u202e",
        "\u200d",
        "e\u0301",
        "🌧",
        "𝕙",
        "١٢",
        "½",
        "ﬁ",
        "İ",
        "ß",
        "שלום",
        "中文",
        "\x85",
        "\x0c",
        "’s",
        "5",
        "1,000",
    ),
    *("said", "told", "according to", "citing", "cited by", "reportedly", "declined to comment", "says", "he", "who"),
    *("could not verify", "is said to", "that", "denied", "added", "it", "Mara", "Vask", "the army", "a report by"),
    *("at least 40", "killed", "up to 1.5 million", "one in five", "between 3 and 5", "on Tuesday", "last May", "2031"),
    *("<br>", "</p>", "<b>", "&quot;", "&#8217;", "--", "....", "said said", "U.S.", "No. 4", "By AFP", "(AP)"),
)


def of_bytes(data: bytes, chance: Random, changes: Sequence[str] = CHANGES) -> bytes:
    """Return bytes with one to eight changes of these sorts."""
    for _ in range(chance.randint(1, 8)):
        at, size = chance.randrange(len(data) + 1), chance.randint(1, 20)
        change = chance.choice(changes)
        if change == "set":
            data = data[:at] + chance.randbytes(size) + data[at + size :]
        elif change == "cut":
            data = data[:at] + data[at + size :]
        elif change == "double":
            data = data[:at] + data[at : at + size] + data[at:]
        elif change == "flip" and at < len(data):
            data = data[:at] + bytes((data[at] ^ 1 << chance.randrange(8),)) + data[at + 1 :]
        elif len(data) > SMALLEST_CUT:
            data = data[: -chance.randint(1, 100)]
    return data


def of_text(text: str, other: str, chance: Random) -> str:
    """Return a text with one to twelve changes, parts of another text among them."""
    for _ in range(chance.randint(1, 12)):
        text = _changed(text, other, chance)
    return text


def _changed(text: str, other: str, chance: Random) -> str:  # noqa: PLR0911 - a line a change
    at, size = chance.randrange(len(text) + 1), chance.randint(1, 12)
    change = chance.choice(("put", "put", "put", "cut", "double", "graft", "swap", "drop", "upper", "join", "flood"))
    if change == "put":
        return text[:at] + chance.choice(("", " ")) + chance.choice(PIECES) + chance.choice(("", " ")) + text[at:]
    if change == "cut":
        return text[:at] + text[at + size :]
    if change == "double":
        return text[: at + 5 * size] + text[at:]
    if change == "graft":
        begin = chance.randrange(len(other) + 1)
        return text[:at] + other[begin : begin + 8 * size] + text[at:]
    if change == "flood":
        return text[:at] + chance.choice(PIECES) * chance.randint(2, 40) + text[at:]
    if change == "upper":
        return text[:at] + text[at : at + 4 * size].upper() + text[at + 4 * size :]
    words = text.split(" ")
    here, there = chance.randrange(len(words)), chance.randrange(len(words))
    if change == "swap":
        words[here], words[there] = words[there], words[here]
    elif change == "drop":
        del words[here : here + size]
    else:
        words[here : here + 2] = ["".join(words[here : here + 2])]
    return " ".join(words)
