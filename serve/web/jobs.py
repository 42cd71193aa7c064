"""What the service has its processes do: each a function of the graph that returns a body and its media type."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

from whosays.graph import Answer, KnowledgeGraph, Scope, TooMuchError, answered, kind_of, written
from whosays.graph.view import Filters, draw, gather, is_meant
from whosays.ontology import WS
from whosays.queries import (
    FormatError,
    QueryError,
    Shape,
    answer,
    catalogue,
    check_known,
    guard,
    in_one_line,
    names_graphs,
    run,
    unknown_terms,
    why_nothing,
    widened,
    with_prefixes,
)
from whosays.serve.endpoint import void_description
from whosays.serve.limits import Job, Limits, Reply
from whosays.serve.web.reader import article_page

SITE: Final = MappingProxyType({"Ask": "/", "Articles": "/articles", "API": "/api", "article": "/article/"})
_DAYS: Final = ("since", "until")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def sparql(  # noqa: PLR0913 - what a request has
    graph: KnowledgeGraph,
    limits: Limits,
    query: str,
    graphs: tuple[list[str] | None, list[str] | None],
    forms: tuple[str | None, str | None],
    *,
    infers: bool = False,
) -> Reply:
    """Answer a query of the protocol about ``graphs`` (default, named), in the one of ``forms`` for rows or triples.

    What ``infers`` also asks for what is below the classes and properties that it names.
    """
    text = with_prefixes(guard("the query", query, from_graphs=True))
    default, named = (None if each is None else tuple(each) for each in graphs)
    scope = Scope(default, named, united=not names_graphs(text))
    try:
        found = _answered(graph, text, widened(text, only_implied=not infers), scope)
        kind = kind_of(found)
        form = forms[kind == "triples"]
        data = None if form is None else written(found, form, limits.rows, limits.size)
    except (TooMuchError, MemoryError):
        raise
    except Exception as error:  # the engine has errors of its own, and no family for those of the query
        raise QueryError(f"the query: {in_one_line(error)}") from error
    if data is None:
        raise FormatError(f"the answer is {kind}; none of the media types asked for holds that")
    return Reply(data, {"kind": kind, "note": unknown_terms(text)})


def _answered(graph: KnowledgeGraph, text: str, wide: str, scope: Scope) -> Answer:
    """Return the answer to the widened query; to the one given where a term is spoken of and that is none any more."""
    guard("the query", wide, from_graphs=True)
    try:
        return answered(graph.dataset, wide, scope)
    except SyntaxError:
        if wide == text:
            raise
        return answered(graph.dataset, text, scope)


def question(graph: KnowledgeGraph, limits: Limits, name: str, params: dict[str, Any], form: str) -> Reply:
    """Answer a question of the catalogue."""
    _check_question(name)
    return Reply(answer(graph.dataset, name, params, Shape(form, limits.rows, limits.size)), {})


def why(graph: KnowledgeGraph, limits: Limits, name: str, params: dict[str, Any]) -> Reply:
    """Say why a question of the catalogue has no rows; nothing where it has some."""
    _check_question(name)
    rows = run(graph.dataset, name, params, most=limits.rows).rows
    told = {"why": None if rows else why_nothing(graph.dataset, name, params) or None}
    return Reply(json.dumps(told, ensure_ascii=False).encode("utf-8", "replace") + b"\n", {})


def _check_question(name: str) -> None:
    """Raise ``QueryError`` for what is none of the catalogue's: no file is read, and no text of somebody else's."""
    if name not in catalogue():
        raise QueryError(f"no question {name!r}")


def explorer(graph: KnowledgeGraph, limits: Limits, filters: dict[str, str]) -> Reply:  # noqa: ARG001 - as all jobs
    """Draw the page of ``whosays view``, narrowed as asked."""
    for name, value in filters.items():
        if not value.strip():
            raise QueryError(f"{name} is empty; leave it out instead")
    for name in _DAYS:
        if name in filters and not _DAY.fullmatch(filters[name]):
            raise QueryError(f"{name} {filters[name]!a}: give a day as YYYY-MM-DD")
    asked = Filters(**filters)
    data = gather(graph.dataset, asked)
    if not data.chains:
        check_known(graph.dataset, filters, whole=True)
        _check_proposition(graph, filters.get("proposition"))
    named = {article.key: article.path or article.url for article in data.articles}
    told = replace(asked, article=named.get(asked.article or "") or asked.article)  # a reader knows it by its path
    page = draw(data, asked=told.described(), site=SITE).generate_html()
    return Reply(page.encode("utf-8", "replace"), {})


def _check_proposition(graph: KnowledgeGraph, wanted: str | None) -> None:
    """Raise ``QueryError`` for one that there is not; it is asked for by its IRI or the end of it."""
    known = (iri for iri, _ in graph.pairs(WS.articleCount))
    if wanted is not None and not any(is_meant(wanted, iri) for iri in known):
        raise QueryError(f"no proposition {wanted[:80]!r}; the question origins lists them")


def article(graph: KnowledgeGraph, limits: Limits, iri: str) -> Reply:
    """Draw one article with all that it attributes marked in its text."""
    marks, naming = (
        run(
            graph.dataset,
            files("whosays.serve.web").joinpath(name).read_text("utf-8"),
            {"article": iri},
            most=limits.rows,
        )
        for name in ("article.rq", "naming.rq")
    )
    about = next((row for row in run(graph.dataset, "articles").rows if row[-1] == iri), None)
    if about is None:
        raise QueryError("no such article")
    return Reply(article_page(graph.read(iri).text, about, marks, naming), {})


def void(graph: KnowledgeGraph, limits: Limits, endpoint: str, form: str) -> Reply:  # noqa: ARG001 - as all jobs
    """Describe the data."""
    return Reply(void_description(graph.dataset, endpoint).serialize(format=form, encoding="utf-8"), {})


JOBS: Final = MappingProxyType[str, Job](
    {"article": article, "explorer": explorer, "question": question, "sparql": sparql, "void": void, "why": why}
)
