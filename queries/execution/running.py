"""Asking: a question of the catalogue or a file of one's own, over all articles at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Final

from rdflib import Dataset
from rdflib.query import Result
from rdflib.term import Literal, Node

from whosays.graph import answers, is_on_disk, pairs_of
from whosays.queries.catalogue import Query, catalogue, narrowing, read_query
from whosays.queries.errors import LimitError, QueryError
from whosays.queries.execution.binding import bind, iri, narrow, words_of
from whosays.queries.execution.given_values import text_of, whole_iri
from whosays.queries.execution.guarding import guard, is_question, is_star, variables
from whosays.queries.execution.kept_answers import kept_answers
from whosays.queries.execution.known_names import check_known
from whosays.queries.execution.name_index import name_index
from whosays.queries.execution.ordering import in_order, unordered
from whosays.queries.execution.scanning import scanned
from whosays.queries.execution.suggestion import did_you_mean, there_are
from whosays.queries.execution.terms import check_terms, with_prefixes
from whosays.queries.execution.widening import widened
from whosays.queries.table import Cell, Table
from whosays.queries.whole_graph import from_tables

OWN: Final = "your question"  # how one that came without a name is called in errors
NOTHING: Final[Mapping[str, object]] = MappingProxyType({})


def run(
    dataset: Dataset, question: str | Path, params: Mapping[str, object] = NOTHING, *, most: int | None = None
) -> Table:
    """Ask ``dataset`` a question of the catalogue, the one in a ``.rq`` file, or one given as SPARQL.

    The question sees the union of all graphs.  ASK gives one row with the column ``answer``, CONSTRUCT and
    DESCRIBE the columns ``subject``, ``predicate`` and ``object``, sorted.  Raises ``QueryError``, also where
    the answer is empty because nobody in the graph has the name that was asked for, and ``LimitError`` for more
    than ``most`` rows.
    """
    query, texts = prepared(dataset, question, params)
    dataset = _union(dataset)
    is_whole = all(value is None for value in params.values())
    table = _kept_or_asked(dataset, query.name, texts, most, is_whole)
    check_known(dataset, _names(query, params, table))
    return table


def _kept_or_asked(dataset: Dataset, name: str, texts: tuple[str, ...], most: int | None, is_whole: bool) -> Table:
    """Return the answer that was given before; one's own questions, which may ask for the time, are asked anew."""
    kept = kept_answers(dataset) if name in catalogue() else None
    table = kept.get(texts[0]) if kept is not None else None
    try:
        if table is None and is_whole:
            table = _read_whole(dataset, name, texts[0])
        if table is None:
            table = _asked(dataset, name, texts, most)
    except MemoryError:
        if kept is not None:
            kept.forget()
        raise
    _check_rows(name, len(table.rows), most)
    if kept is not None:
        kept.keep(texts[0], table)
    return table


def _read_whole(dataset: Dataset, name: str, text: str) -> Table | None:
    """Return the answer that the tables of the articles give; ``None`` where the engine has to be asked."""
    apart = unordered(text) if name in catalogue() and is_on_disk(dataset) else None
    rows = from_tables(name, pairs_of(dataset)) if apart is not None else None
    found = in_order(apart, apart.columns, rows) if apart is not None and rows is not None else None
    return Table(tuple(found[0]), tuple(found[1])) if found is not None else None


def prepared(
    dataset: Dataset, question: str | Path, params: Mapping[str, object] = NOTHING
) -> tuple[Query, tuple[str, ...]]:
    """Return the question that ``run`` would ask, and its SPARQL with all parameters in it.

    Of two texts the first also asks for what is below the classes and properties named; it may be no query at all.
    """
    query = find(question)
    text = guard(query.name, bind(query, params))
    is_known = query.name in catalogue()
    if not is_known:
        text = with_prefixes(text)
        check_terms(query.name, text)
    found = _found(_union(dataset), query, params)
    text = narrow(query, text, found)
    if query.is_scanned and not found and is_on_disk(dataset):
        text = scanned(text)
    wide = text if is_known else widened(text)
    return query, (text,) if wide == text else (wide, text)


def _names(query: Query, params: Mapping[str, object], table: Table) -> dict[str, str]:
    """Return the names to be looked at: what an answer leaves out is not missed in it, all else in an empty one."""
    known = [parameter.name for parameter in query.parameters if parameter.type == "name"]
    asked = [name for name in known if name == "other" or not table.rows]
    return {name: text_of(name, params[name]) for name in asked if params.get(name) is not None}


def _found(dataset: Dataset, query: Query, params: Mapping[str, object]) -> dict[str, list[str]]:
    """Return the terms that parameters leave for each variable that others find; none where none of them is given."""
    found: dict[str, list[set[str]]] = {}
    for name in query.given_as_iris:
        if params.get(name) is not None:
            found.setdefault(name, []).append({whole_iri(name, text_of(name, params[name]))})
    for each in query.named:
        if params.get(each.parameter) is not None:
            words = words_of(each.parameter, params[each.parameter])
            found.setdefault(each.variable, []).append(set(name_index(dataset).called(each.kind, words)))
    for way in query.narrowed:
        asked = narrowing(way.by)
        name = asked.parameters[0].name
        if params.get(name) is not None:
            given = {name: params[name]}
            text = narrow(asked, bind(asked, given), _found(dataset, asked, given))
            rows = _asked(dataset, query.name, (text,)).rows
            found.setdefault(way.variable, []).append({str(row[0]) for row in rows})
    return {variable: [iri(each) for each in sorted(set.intersection(*left))] for variable, left in found.items()}


def find(question: str | Path) -> Query:
    """Return the question of that name, the one that the file holds, or the one that the text is."""
    name = str(question)
    if name in catalogue():
        return catalogue()[name]
    if isinstance(question, str) and is_question(question):
        return read_query(OWN, question)
    if name.endswith(".rq") or "/" in name or "\\" in name:
        return _read(Path(question))
    raise QueryError(f"no query {name!r}; {did_you_mean(name, catalogue()) or there_are(name, catalogue())}")


def _read(path: Path) -> Query:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise QueryError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise QueryError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from error
    try:
        return read_query(str(path), text)
    except ValueError as error:
        raise QueryError(f"{path}: {error}") from error


def _union(dataset: Dataset) -> Dataset:
    return dataset if dataset.default_union else Dataset(store=dataset.store, default_union=True)


def _asked(dataset: Dataset, name: str, texts: tuple[str, ...], most: int | None = None) -> Table:
    """Ask the first of the texts that is a query."""
    *others, text = texts
    for wide in others:
        try:
            return _asked(dataset, name, (wide,), most)
        except LimitError:
            raise
        except QueryError:  # no query: see ``prepared``
            continue
    asked_for = None if most is None else most + 1
    try:
        found = _answers(dataset, name, text, asked_for)
        result = dataset.query(text) if found is None else None
        if result is not None and result.type == "SELECT":
            found = _selected(result, asked_for)
    except MemoryError:
        raise
    except Exception as error:  # each engine has its own errors, and no family for those of the query
        raise QueryError(f"{name}: {in_one_line(error)}") from error
    _check_rows(name, len(found[1]) if found is not None else 0, most)
    return _in_order(text, *found) if found is not None else _table(name, result)


def _answers(
    dataset: Dataset, name: str, text: str, most: int | None
) -> tuple[list[str], list[tuple[Cell, ...]]] | None:
    """Return what Oxigraph answers, a question of the catalogue put in order here; ``None`` for another engine."""
    apart = unordered(text) if name in catalogue() and is_on_disk(dataset) else None
    if apart is not None and (found := answers(dataset, apart.text, most)) is not None:
        sorted_here = in_order(apart, *found)
        if sorted_here is not None:
            return sorted_here
    return answers(dataset, text, most)


def _check_rows(name: str, rows: int, most: int | None) -> None:
    if most is not None and rows > most:
        raise LimitError("rows", f"{name}: the answer has more than {most:,} rows; ask for less, or allow more")


def in_one_line(error: Exception) -> str:
    """Return what an engine says of a question, its line first, in one line."""
    place = re.search(r"line:?\s*(\d+)|at (\d+):\d+", str(error))
    where = f"line {place[1] or place[2]}: " if place else ""
    return where + " ".join(str(error).split())[:200] if str(error) else type(error).__name__


def _table(name: str, result: Result | None) -> Table:
    if result is not None and result.type == "ASK":
        return Table(("answer",), ((bool(result.askAnswer),),))
    if result is None or result.graph is None:
        raise QueryError(f"{name}: no answer")
    triples = sorted(result.graph, key=lambda triple: tuple(node.n3() for node in triple))
    cells = tuple(tuple(_cell(node) for node in triple) for triple in triples)
    return Table(("subject", "predicate", "object"), cells)


def _selected(result: Result, most: int | None) -> tuple[list[str], list[tuple[Cell, ...]]]:
    columns = result.vars or []
    rows = [tuple(_cell(row.get(column)) for column in columns) for row in islice(result.bindings, most)]
    return [str(column) for column in columns], rows


def _in_order(text: str, columns: list[str], rows: list[tuple[Cell, ...]]) -> Table:
    """Return a table with the columns in the order of the text: engines order those of SELECT * as they like."""
    if not is_star(text):
        return Table(tuple(columns), tuple(rows))
    told = {variable: place for place, variable in enumerate(variables(text))}
    order = sorted(range(len(columns)), key=lambda place: told.get(columns[place], len(told)))
    return Table(tuple(columns[at] for at in order), tuple(tuple(row[at] for at in order) for row in rows))


def _cell(node: Node | None) -> Cell:
    if node is None:
        return None
    if not isinstance(node, Literal):
        return str(node)
    value = node.toPython()
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(node)
