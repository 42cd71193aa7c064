"""The same as the command line, in Python: open a graph, ask it, tabulate it, draw it."""
# ruff: noqa: PLC0415 - every heavy library waits until it is needed: `whosays --help` passes through here

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from whosays.filtering import NETWORK, VIEW, checked, picture_of

if TYPE_CHECKING:
    from threading import Thread
    from types import TracebackType

    import networkx as nx
    import pandas as pd
    from pyvis.network import Network  # type: ignore[import-untyped]
    from rdflib import Dataset

    from whosays.graph import KnowledgeGraph
    from whosays.serve import Limits, Worker


def open_graph(
    kg: Path | str, *, limits: Limits | None = None, in_memory: bool = False, warm: bool = False
) -> Findings:
    """Open the graph in the folder ``kg`` for reading; raises ``GraphError`` where there is none.

    With ``limits`` every question is asked in a process of its own, and raises ``LimitError`` where that was ended.
    With ``in_memory`` who answers loads the whole folder first: whole-graph questions then take less time.
    With ``warm`` (and without limits) a thread asks the whole catalogue in the background, and the answers are kept.
    """
    from whosays.graph import KnowledgeGraph

    loads = in_memory and limits is None  # with limits the other process does
    findings = Findings(KnowledgeGraph.open(kg, read_only=True, in_memory=loads), limits, in_memory)
    if warm and limits is None:
        findings.warm()
    return findings


class Findings:
    """A graph that was opened: questions give data frames, ``view`` a picture.  Close it, or use ``with``."""

    def __init__(self, kg: KnowledgeGraph, limits: Limits | None = None, in_memory: bool = False) -> None:
        self._kg = kg
        self._limits, self._in_memory = limits, in_memory
        self._worker: Worker | None = None
        self._warming: Thread | None = None
        self._is_closed = False

    @property
    def graph(self) -> Dataset:
        """The quads as an rdflib ``Dataset``; the default graph is the union of all."""
        return self._kg.dataset

    def query(self, question: str | Path, /, **params: object) -> pd.DataFrame:
        """Ask a question of the catalogue (``whosays queries`` lists it), of a ``.rq`` file, or a text of SPARQL.

        ``params`` are texts, numbers, or for ``since`` and ``until`` dates of any library.  Raises ``QueryError`` for
        an unknown question or parameter, and for an outlet, source or entity of which the graph has no name.
        """
        import pandas as pd

        from whosays.queries import run

        if self._limits is not None:
            columns, rows = self._within(self._limits, question, params)
            return pd.DataFrame(rows, columns=columns)
        table = run(self.graph, question, params)
        return pd.DataFrame(list(table.rows), columns=list(table.columns))

    def attributions(self, **params: object) -> pd.DataFrame:
        """Return every hop: who says what, with which words, through whom."""
        return self.query("attributions", **params)

    def claims(self, **params: object) -> pd.DataFrame:
        """Return what each article has somebody say, with the innermost voice that holds it."""
        return self.query("what-outlet-says", **params)

    def figures(self, **params: object) -> pd.DataFrame:
        """Return every figure with its bounds, measure and whom it counts, and who gives it."""
        return self.query("figures", **params)

    def changes(self, **params: object) -> pd.DataFrame:
        """Return what claims lost or gained on their way from one article to a later one, with the words of both."""
        return self.query("changes", **params)

    def reversals(self, **params: object) -> pd.DataFrame:
        """Return who says the opposite of what they said before, or takes it back."""
        return self.query("reversals", **params)

    def conflicts(self, **params: object) -> pd.DataFrame:
        """Return which accounts contradict each other, who gives them, and why both cannot be right."""
        return self.query("conflicts", **params)

    def network(self, **filters: object) -> nx.MultiDiGraph[str]:
        """Return outlets, sources, claims and the attributions between them as a networkx graph.

        ``filters``: outlet, source, entity, since, until; days are texts or dates of any library.  Raises
        ``QueryError`` where the graph has no such name.
        """
        from whosays.queries import check_known

        asked = checked(filters, NETWORK)
        found = self._kg.network(**asked)
        if not found:
            check_known(self.graph, asked)
        return found

    def ontology(self, *, story: str | None = None, **filters: object) -> Any:
        """Return the vocabulary as an owlready2 ontology, with what some articles say as its individuals.

        ``story`` is the IRI of an event, or its end, as the question ``stories`` shows it: only articles that tell of
        it.  ``filters`` are those of the question ``articles``: outlet, article, since, until.  Entities, propositions
        and figures' issues that the articles share with others are among the individuals.
        """
        from whosays.ontology import load_schema

        articles = set(self.query("articles", **filters)["id"])
        if story is not None:
            articles &= self._of_story(story)
        return load_schema(self._kg.told_of(sorted(articles)))

    def _of_story(self, story: str) -> set[str]:
        from whosays.ontology import WS
        from whosays.queries import QueryError

        meant = set(self.query("story", story=story)["story"])
        if not meant:
            raise QueryError(f"no story {story}; the question stories lists them")
        return {article for article, of in self._kg.pairs(WS.inStory) if of in meant}

    def view(self, **filters: object) -> Network:
        """Return the page as a pyvis network: shown inline in a notebook, ``generate_html`` gives its text.

        ``filters``: outlet, source, entity, proposition, since, until; the rest is as with ``network``.
        """
        from whosays.graph.view import Filters, draw

        asked = checked(filters, VIEW)
        return draw(picture_of(self._kg, asked), asked=Filters(**asked).described())

    def warm(self) -> None:
        """Ask the whole catalogue in the background, what is asked most first, so that the answers are kept."""
        from threading import Thread

        if self._warming is None:
            self._warming = Thread(target=self._ask_all, name="whosays-warming")
            self._warming.start()

    def _ask_all(self) -> None:
        """Stop after the question in hand where the graph is closed, or the program at its end."""
        from threading import main_thread

        from whosays.queries import QueryError, run, whole

        for name in whole():
            if self._is_closed or not main_thread().is_alive():
                return
            with suppress(QueryError, MemoryError):  # whoever asks that is told
                run(self.graph, name)

    def close(self) -> None:
        """Let go of the graph's files, once the question is answered that a thread has in hand."""
        self._is_closed = True
        if self._warming is not None:
            self._warming.join()
        if self._worker is not None:
            self._worker.close()
        self._kg.close()

    def _within(
        self, limits: Limits, question: str | Path, params: dict[str, object]
    ) -> tuple[list[str], list[object]]:
        """Ask in a process of its own: the one that answered before, where it was not ended."""
        from whosays.queries import QueryError, text_of
        from whosays.serve import Worker

        if self._kg.path is None:
            raise QueryError("limits are kept for a graph in a folder alone")
        if self._worker is not None and self._worker.is_dead:
            self._worker.close()
            self._worker = None
        if self._worker is None:
            self._worker = Worker(self._kg.path, limits=limits, in_memory=self._in_memory)
            self._worker.wait()
        given = {name: text_of(name, value) for name, value in params.items() if value is not None}
        columns, rows = json.loads(self._worker.ask("rows", question=str(question), params=given).body)
        return columns, rows

    def __enter__(self) -> Findings:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
