"""Names that everybody uses for one body or place, as normal forms; never for people."""

from __future__ import annotations

from typing import Final

# each line: the form that stands for all, then the other forms
_SAME: Final = """
agence france presse | afp | agence france-presse
associated press | ap | the associated press
british broadcasting corporation | bbc | bbc news
cable news network | cnn
daily mail | mailonline | mail online | dailymail.com | daily mail online
deutsche presse agentur | dpa
european union | eu
international atomic energy agency | iaea
international committee of the red cross | icrc
north atlantic treaty organization | nato | north atlantic treaty organisation
new york times | nyt
reuters | thomson reuters
united kingdom | uk | u.k.
united nations | un | u.n.
united states | us | u.s. | usa | u.s.a. | united states of america
wall street journal | wsj
world health organization | who | world health organisation
"""

_TITLES: Final = """
admiral ambassador archbishop baron baroness bishop brigadier capt captain chairman chairwoman chancellor
chief col colonel commander commissioner congressman congresswoman corporal councillor dame deputy dr doctor
first foreign gen general governor gov inspector judge justice king lady lawmaker lieutenant lt lord madam maj
major marshal mayor minister miss mp mr mrs ms officer pope president prime princess prince prof professor
queen rep representative retired rev reverend secretary sen senator sergeant sgt sheikh sheriff sir
spokesman spokesperson spokeswoman state superintendent vice
"""
_OFFICES: Final = """
ambassador commissioner lawmaker leader minister mp secretary spokesman spokesperson spokeswoman
"""
_OF_A_FIRST_NAME: Final = "emperor empress king pope prince princess queen saint sheikh"
TITLES: Final = frozenset(_TITLES.split())
OFFICES: Final = frozenset(_OFFICES.split())
TITLES_OF_A_FIRST_NAME: Final = frozenset(_OF_A_FIRST_NAME.split())


def alias_lines() -> tuple[tuple[str, ...], ...]:
    """Return each set of names, the one that stands for all first."""
    return tuple(tuple(part.strip() for part in line.split("|")) for line in _SAME.strip().splitlines())
