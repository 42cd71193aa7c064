"""The corpus as a whole: what came and went since the shared graphs were last written, and what that touches."""

from __future__ import annotations

import gc
import json
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rdflib import RDF, URIRef

from whosays.graph.articles import Article, read_article
from whosays.graph.incremental.cache import FILE, is_damage, opening
from whosays.graph.incremental.program import program
from whosays.graph.incremental.registry import Parts
from whosays.graph.incremental.triple_ledger import Ledger
from whosays.graph.rdf import ENTITIES, SHARED, VOCABULARY, Engine, graph_iri, vocabulary
from whosays.graph.resolution import Judgements, merges_in
from whosays.ontology import WS

LOGGER: Final = logging.getLogger(__name__)
UNFINISHED: Final = "derived.unfinished"
BEGUN: Final = f"{UNFINISHED}.half"  # the mark, as long as it is written


@dataclass(frozen=True, slots=True)
class News:
    """What the shared graphs were brought up to date with: articles that came, merges that are new or otherwise now."""

    articles: tuple[str, ...] = ()
    merges: tuple[str, ...] = ()


class Corpus:
    """What the shared graphs of a store are made of, and how they follow its articles."""

    def __init__(self, engine: Engine, folder: Path | None) -> None:
        self._engine = engine
        self._folder = folder
        self._open: Parts | None = None

    def relate(self, judged: Judgements) -> News:
        """Bring the shared graphs up to date; where nothing changed, nothing is written.  Return what was new."""
        with _untouched():
            try:
                return self._relate(judged)
            except Exception as error:
                if not is_damage(error):
                    raise
                LOGGER.warning("%s: what was derived before is of no use, so all is worked out again", self._folder)
                LOGGER.debug("what was wrong with it", exc_info=True)
                self._forget()
                return self._relate(judged)

    def forget(self, articles: Mapping[str, tuple[str, ...]]) -> None:
        """Note that articles, and what they are called, are about to be removed.

        One that comes back by the same name may tell otherwise; one that was removed by half can be named again.
        """
        try:
            parts = self._parts()
            for article, names in articles.items():
                parts.stale.put(str(article), names)  # an IRI of rdflib equals no plain string
            parts.cache.commit()
        except Exception as error:
            if not is_damage(error):
                raise
            self._forget()

    def leaving(self) -> dict[str, tuple[str, ...]]:
        """Return the articles that were removed since all was related last, and what they are called."""
        try:
            return {**self._noted(), **_stale(self._parts())}
        except Exception as error:
            if not is_damage(error):
                raise
            self._forget()
            return {}

    def close(self) -> None:
        """Let go of the files."""
        if self._open is not None:
            self._open.cache.close()
            self._open = None

    def _relate(self, judged: Judgements) -> News:
        parts = self._parts()
        update = parts.due(set(self._engine.subjects(RDF.type, WS.Article)), judged)
        if not update and parts.made_by:
            return News()
        leaving = {**self._noted(), **_stale(parts)}
        try:
            parts.follow(update, self._read)
            self._write(update.ledger, parts, leaving)
        except BaseException:
            self.close()  # what is in memory is half done
            raise
        return News(update.come, merges_in(update.ledger.added().get(ENTITIES, ())))

    def _read(self, article: str) -> Article:
        return read_article(article, self._engine.statements(graph_iri(URIRef(article))))

    def _write(self, ledger: Ledger, parts: Parts, leaving: Mapping[str, tuple[str, ...]]) -> None:
        """Write the store, then the cache; killed in between, the next time all is worked out again.

        Until both are written, the articles that are ``leaving`` stand in the mark, and can be named again.
        """
        removed, added = ledger.removed(), ledger.added()
        if parts.made_by is None:
            self._mark(leaving)
            self._engine.replace(SHARED, ledger.everything())
            self._engine.insert(VOCABULARY, sorted(vocabulary()))
        elif removed or added:
            self._mark(leaving)
            self._engine.change(removed, added)
        self._engine.flush()
        parts.finish()
        self._mark(None)

    def _parts(self) -> Parts:
        if self._open is None:
            if self._folder is not None and (self._folder / UNFINISHED).exists():
                self._forget()
            with opening():
                self._open = Parts(self._folder)
                ours = self._open.made_by in (None, program())
            if not ours:
                self._forget()
                self._open = Parts(self._folder)
        return self._open

    def _mark(self, leaving: Mapping[str, tuple[str, ...]] | None) -> None:
        if self._folder is None:
            return
        mark = self._folder / UNFINISHED
        if leaving is None:
            mark.unlink(missing_ok=True)
            return
        begun = mark.with_name(BEGUN)
        begun.write_text(json.dumps(leaving), encoding="utf-8")
        begun.replace(mark)

    def _noted(self) -> dict[str, tuple[str, ...]]:
        """Return what the mark of an update that was killed tells of the articles that were leaving."""
        mark = self._folder / UNFINISHED if self._folder is not None else None
        if mark is None or not mark.exists():
            return {}
        text = mark.read_text(encoding="utf-8")
        return {article: tuple(names) for article, names in json.loads(text or "{}").items()}

    def _forget(self) -> None:
        self.close()
        if self._folder is not None:
            for name in (FILE, f"{FILE}-wal", f"{FILE}-shm"):
                (self._folder / name).unlink(missing_ok=True)


def _stale(parts: Parts) -> dict[str, tuple[str, ...]]:
    return {article: parts.stale[article] for article in parts.stale.keys()}  # noqa: SIM118 - a table is no dict


@contextmanager
def _untouched() -> Iterator[None]:
    """Look for circular references only in what comes up meanwhile: not again and again in all that is known."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
