"""Reports of reports: articles that say what another outlet says ("the BBC reports", "according to state media")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from whosays.graph.articles import Reading
from whosays.ontology import WS

_SILENT: Final = frozenset({str(WS.unverified), str(WS.noComment)})
# what unnamed outlets are called; the noun ends the description ("Okhari state media"), or "of", "in" follows
_MEDIA: Final = re.compile(
    r"\b(?:media|radio|television|TV|newspapers?|broadcasters?|dail(?:y|ies)|tabloids?|news\s+(?:agenc(?:y|ies)|sites?|"
    r"outlets?|channels?|websites?)|(?:media|news)?\s*reports|outlets?|press)(?=\s*$|\s+(?:in|of|from|close)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, order=True)
class Relay:
    """An article passes on what an outlet reports; ``outlet`` is its entity, or the referent where it has no name."""

    article: str
    outlet: str


def relays(reading: Reading, outlets: Mapping[str, str], stances: Mapping[str, str]) -> tuple[Relay, ...]:
    """Return who relays whose reports, sorted; an outlet that speaks of itself relays nobody.

    ``outlets`` are the entities of the referents that are outlets; ``stances`` are those of the attributions: an outlet
    that could not check something reports nothing.
    """
    silent = {hop for hop, stance in stances.items() if stance in _SILENT}
    return tuple(sorted(set(_relays(reading, outlets, silent))))


def _relays(reading: Reading, outlets: Mapping[str, str], silent: set[str]) -> Iterator[Relay]:
    for hop, source in reading.sources.items():
        article = hop.partition("#")[0]
        if hop not in reading.parents or hop in silent:
            continue  # the outlet's own voice has no parent
        if source in outlets and outlets[source] != outlets.get(reading.outlets.get(article, "")):
            yield Relay(article, outlets[source])
        elif _MEDIA.search(reading.descriptions.get(source, "")):
            yield Relay(article, source)
