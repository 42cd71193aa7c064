"""Reports of reports: articles that say what another outlet says ("the BBC reports", "according to state media")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from whosays.graph.articles import Hop
from whosays.resources import word_classes

_SILENT: Final = frozenset({"unverified", "noComment"})
_MEDIA: Final = word_classes("graph")["media"]
_OF_NEWS: Final = word_classes("graph")["of_news"]  # behind "news"
_WHOSE: Final = frozenset({"in", "of", "from", "close"})


@dataclass(frozen=True, slots=True, order=True)
class Relay:
    """An article passes on what an outlet reports; ``outlet`` is its entity, or the referent where it has no name."""

    article: str
    outlet: str


def relays(
    article: str, hops: Iterable[Hop], outlets: Mapping[str, str], descriptions: Mapping[str, str]
) -> tuple[Relay, ...]:
    """Return whose reports an article relays, what was said to them among these, sorted; itself an outlet never relays.

    ``outlets`` are the entities of its referents that are outlets, ``descriptions`` the names of the unnamed ones.  The
    outlet's own voice has no parent, and an outlet that could not check something reports nothing.
    """
    speaking = [hop for hop in hops if hop.parent is not None and hop.stance not in _SILENT]
    sources = {voice for hop in speaking for voice in (hop.source, *hop.told)}
    own = outlets.get(f"{article}#voice")
    named = {outlets[source] for source in sources if source in outlets and outlets[source] != own}
    media = {source for source in sources - outlets.keys() if _is_media(descriptions.get(source, ""))}
    return tuple(sorted(Relay(article, outlet) for outlet in named | media))


def _is_media(description: str) -> bool:
    """Tell what unnamed outlets are called: the noun ends it ("Okhari state media"), or "of" or "in" follows.

    Social media are no outlet.
    """
    words = ["", *re.findall(r"\w+", description.lower()), "of"]
    return any(
        ((word in _MEDIA and before != "social") or (before == "news" and word in _OF_NEWS)) and behind in _WHOSE
        for before, word, behind in zip(words, words[1:], words[2:], strict=False)
    )
