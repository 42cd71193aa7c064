"""A small made-up collection: outlets that copy, contradict and spell names otherwise, so that all is related."""

# ruff: noqa: E501 - texts of others, as they come

from __future__ import annotations

from pathlib import Path
from typing import Final

STORIES: Final = {
    "gull-1.txt": "Halden Gull\n\n4 March 2031\n\nAt least 40 villagers were killed when the Oster dam broke on Monday, "
    "Mayor Oren Vask told reporters. “We had no warning,” Vask said.\n\nThe water authority denied the claim.\n",
    "lisk-1.txt": "Lisk Gazette\n\n4 March 2031\n\nThe Oster dam broke on Monday and at least 60 villagers were killed, "
    "according to Mira Castellan, a spokeswoman for the National Grain Office. Oren Vask could not be reached.\n",
    "lisk-2.txt": "Lisk Gazette\n\n5 March 2031\n\nMayor Oren Vask said on Tuesday that the toll had risen to 61, citing "
    "a report by the water authority. The figure could not be independently verified.\n",
    "oster-1.txt": "Oster Courier\n\n5 March 2031\n\n“We had no warning,” Mayor Oren Vask said, the Halden Gull "
    "reported. Mira Castelan, of the National Grain Office, reportedly resigned.\n",
    "oster-2.txt": "Oster Courier\n\n6 March 2031\n\nThe National Grain Office said Ms Castellan had not resigned. "
    "Between 3 and 5 million tonnes of flour were lost, officials said.\n",
    "sarn-1.txt": "Sarn Herald\n\n6 March 2031\n\nAt least 40 villagers were killed when the Oster dam broke on Monday, "
    "Mayor Oren Vask told reporters. “We had no warning,” Vask said. A new wall is planned, he added.\n",
}


def write(folder: Path, names: tuple[str, ...] = tuple(STORIES)) -> Path:
    """Write the articles into a folder, which is made, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_text(STORIES[name], "utf-8")
    return folder
