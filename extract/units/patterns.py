"""Patterns of unit names that are found as they stand: services, branches, task forces, regiments of the crown."""

from __future__ import annotations

import re

from whosays.extract.lexicon import country_names, peoples, phrases
from whosays.resources import read_lines


def _national() -> str:
    words = {word for word in peoples() if not word.endswith(("ns", "is", "ts"))}
    words |= {"U.S.", "US", "U.K.", "UK", "British", "Bosnian Serb", "Kurdish", "Houthi", "Chechen", "Royal", "Soviet"}
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))})"


def _countries() -> str:
    return "|".join(re.escape(name) for name in sorted(country_names(), key=lambda n: (-len(n), n)))


NATIONAL = _national()
ORDINAL = r"(?:\d{1,4}(?:st|nd|rd|th|d))"
_SERVICE = f"(?:{'|'.join(read_lines('extract', 'services.txt'))})"
_OF = r"(?: of (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}(?: of [A-Z]\w+)?)?"
_ALWAYS = r"(?:Special Operations|Air Assault|Airborne|Unmanned Systems|Territorial Defen[cs]e|Ground|Aerospace|Rocket)"
_REALM = r"(?:[A-Z]\w+ )?(?:Republic|Federation|Emirates|Kingdom|Armed Forces)"
SERVICES = re.compile(
    rf"\b(?:(?:{NATIONAL}|{_countries()}) {_SERVICE}|{_ALWAYS} Forces"
    rf"|{_SERVICE}(?= of (?:the )?(?:{_countries()}|{_REALM})\b))\b{_OF}"
)
_SAID = phrases("units", "patterns", ORDINAL=ORDINAL)
FORMATIONS = re.compile(_SAID["FORMATIONS"])
SHORT = re.compile(_SAID["SHORT"])
