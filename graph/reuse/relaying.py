"""Reports of reports: articles that say what another outlet says ("the BBC reports", "according to state media")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from whosays.graph.articles import Hop

_SILENT: Final = frozenset({"unverified", "noComment"})
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


def relays(
    article: str, hops: Iterable[Hop], outlets: Mapping[str, str], descriptions: Mapping[str, str]
) -> tuple[Relay, ...]:
    """Return whose reports an article relays, sorted; an outlet that speaks of itself relays nobody.

    ``outlets`` are the entities of its referents that are outlets, ``descriptions`` the names of the unnamed ones.  The
    outlet's own voice has no parent, and an outlet that could not check something reports nothing.
    """
    sources = {hop.source for hop in hops if hop.parent is not None and hop.stance not in _SILENT}
    own = outlets.get(f"{article}#voice")
    named = {outlets[source] for source in sources if source in outlets and outlets[source] != own}
    media = {source for source in sources - outlets.keys() if _MEDIA.search(descriptions.get(source, ""))}
    return tuple(sorted(Relay(article, outlet) for outlet in named | media))
