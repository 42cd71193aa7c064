"""The parts of the derived facts, in the order in which they follow the articles, and what each depends on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from whosays.graph.articles import Article
from whosays.graph.incremental.cache import FILE, Cache, Table
from whosays.graph.incremental.claims.changes import Changes
from whosays.graph.incremental.claims.conflicts import Conflicts
from whosays.graph.incremental.claims.copies import Copies
from whosays.graph.incremental.claims.issues import Issues
from whosays.graph.incremental.claims.propositions import Propositions
from whosays.graph.incremental.claims.reversals import Reversals
from whosays.graph.incremental.claims.same_claims import SameClaims
from whosays.graph.incremental.claims.versions import Versions
from whosays.graph.incremental.entities.casts import Casts
from whosays.graph.incremental.entities.entities import Entities
from whosays.graph.incremental.entities.groups import Groups
from whosays.graph.incremental.entities.links import Links
from whosays.graph.incremental.entities.names import Names
from whosays.graph.incremental.entities.speakers import Speakers
from whosays.graph.incremental.numbers import Numbers
from whosays.graph.incremental.part import Part, Update
from whosays.graph.incremental.program import program
from whosays.graph.incremental.stories.stories import Stories
from whosays.graph.incremental.stories.told import ToldStories
from whosays.graph.incremental.stories.topics import Topics
from whosays.graph.incremental.triple_ledger import Ledger
from whosays.graph.resolution import Judgements, Pair, Verdict


@dataclass(frozen=True, slots=True)
class Registered:
    """A part by name, what makes it of a cache and the parts that it ``needs``, and these."""

    name: str
    make: Callable[..., Part]
    needs: tuple[str, ...] = ()


PARTS: Final = (
    Registered("numbers", Numbers),
    Registered("casts", Casts),
    Registered("names", Names, ("numbers", "casts")),
    Registered("links", Links, ("names",)),
    Registered("groups", Groups, ("names", "links")),
    Registered("entities", Entities, ("names", "groups")),
    Registered("speakers", Speakers, ("casts", "entities")),
    Registered("copies", Copies, ("numbers",)),
    Registered("topics", Topics, ("numbers",)),
    Registered("stories", Stories, ("numbers", "topics")),
    Registered("told stories", ToldStories, ("topics", "stories")),
    Registered("claims", SameClaims, ("numbers", "stories")),
    Registered("issues", Issues, ("numbers", "stories")),
    Registered("versions", Versions, ("claims",)),
    Registered("propositions", Propositions, ("claims", "issues", "copies", "speakers")),
    Registered("conflicts", Conflicts, ("stories", "claims", "speakers")),
    Registered("changes", Changes, ("claims", "copies", "speakers")),
    Registered("reversals", Reversals, ("numbers", "claims", "copies", "speakers")),
)


def opened(cache: Cache, registered: Iterable[Registered] = PARTS) -> dict[str, Part]:
    """Return the parts by name over a cache, each after those that it needs."""
    parts: dict[str, Part] = {}
    for each in registered:
        parts[each.name] = each.make(cache, *(parts[name] for name in each.needs))
    return parts


def follow(parts: Mapping[str, Part], update: Update, read: Callable[[str], Article]) -> None:
    """Let parts work out anew all that an update touches; ``read`` finds an article that comes."""
    ordered = tuple(parts.values())
    for part in ordered:
        part.begin(update)
    for article in update.gone:
        for part in reversed(ordered):
            part.leave(article)
    for come in map(read, update.come):
        for part in ordered:
            part.enter(come)
    for part in ordered:
        part.change()


class Parts:
    """All parts over one file, with what they were derived from and by which program."""

    def __init__(self, folder: Path | None) -> None:
        self.cache = cache = Cache(None if folder is None else folder / FILE)
        self.units: Table[bytes] = cache.table("units", keep=20_000)
        self.stale: Table[tuple[str, ...]] = cache.table("stale")
        self._known: Table[bool] = cache.table("articles")
        self._judged: Table[dict[Pair, Verdict]] = cache.table("judged")
        self._program: Table[str] = cache.table("program")
        self._parts = opened(cache)

    @property
    def made_by(self) -> str | None:
        """The program that derived what is here, ``None`` where nothing is yet."""
        return self._program.get("")

    def due(self, stored: set[str], judged: Judgements) -> Update:
        """Return what differs between the articles in the store and those that are known here."""
        known, stale = set(self._known.keys()), set(self.stale.keys())
        gone, come = known - stored | known & stale, stored - known | stored & stale
        before = Judgements(self._judged.get("") or {})
        ledger = Ledger(self.units, anew=self.made_by is None)
        return Update(tuple(sorted(gone)), tuple(sorted(come)), before, judged, ledger)

    def follow(self, update: Update, read: Callable[[str], Article]) -> None:
        """Work out anew all that an update touches."""
        follow(self._parts, update, read)
        for article in update.gone:
            self._known.put(article, None)
        for article in update.come:
            self._known.put(article, True)
        self._judged.put("", dict(update.now.verdicts))

    def finish(self) -> None:
        """Keep all of it."""
        for article in list(self.stale.keys()):
            self.stale.put(article, None)
        self._program.put("", program())
        self.cache.commit()
