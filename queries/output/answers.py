"""An answer in any format there is: for people, for tables, and what the W3C has for rows and RDF."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from rdflib import Dataset

from whosays.graph import RDF_FORMATS, RESULTS, TooMuchError, answered, kind_of, written
from whosays.queries.errors import FormatError, LimitError, QueryError
from whosays.queries.execution import find, form_of, in_one_line, prepared, run
from whosays.queries.output.rendering import FORMATS, render
from whosays.queries.table import Table

W3C: Final = (*RESULTS, *RDF_FORMATS)
PARQUET: Final = "parquet"


@dataclass(frozen=True, slots=True)
class Shape:
    """How an answer is to come: its format, how many rows and bytes it may have, how wide a terminal is.

    ``form`` is one of ``FORMATS``, parquet, or of the W3C: those of ``RESULTS`` hold rows, those of ``RDF_FORMATS``
    triples; ``None`` is a table, and Turtle for triples.
    """

    form: str | None = None
    rows: int = 1_000_000
    size: int = 1 << 30
    width: int | None = None


def answer(dataset: Dataset, question: str | Path, params: Mapping[str, object], shape: Shape) -> bytes:
    """Ask as ``run`` does and return the answer as a file.

    Raises ``QueryError``; ``FormatError`` where the format holds another kind of answer, ``LimitError`` for too much.
    """
    return counted_answer(dataset, question, params, shape)[0]


def counted_answer(
    dataset: Dataset, question: str | Path, params: Mapping[str, object], shape: Shape
) -> tuple[bytes, int | None]:
    """Do as ``answer``, and tell how many rows it has where that was counted on the way."""
    form = shape.form
    if form not in {None, PARQUET, *FORMATS, *W3C}:
        raise QueryError(f"no format {form!r}; there are: {', '.join((*FORMATS, PARQUET, *W3C))}")
    if form in W3C or (form is None and form_of(find(question).text) in {"CONSTRUCT", "DESCRIBE"}):
        query, texts = prepared(dataset, question, params)
        return _as_asked(dataset, query.name, texts, shape), None
    table = run(dataset, question, params, most=shape.rows)
    if form == PARQUET:
        return _parquet(table), len(table.rows)
    return render(table, form or "table", shape.width).encode("utf-8", "backslashreplace"), len(table.rows)


def _as_asked(dataset: Dataset, name: str, texts: tuple[str, ...], shape: Shape) -> bytes:
    """Return the answer to the first of the texts that is a query, in a format of the W3C."""
    form = shape.form or "turtle"
    try:
        found = _first_answered(dataset, texts)
        data = written(found, form, shape.rows, shape.size) if _holds(form, kind_of(found)) else None
    except TooMuchError as error:
        raise LimitError(error.what, f"{name}: {error}") from error
    except MemoryError:
        raise
    except Exception as error:  # each engine has its own errors, and no family for those of the query
        raise QueryError(f"{name}: {in_one_line(error)}") from error
    if data is None:
        raise FormatError(_other(name, form))
    return data


def _first_answered(dataset: Dataset, texts: tuple[str, ...]) -> Any:
    *others, text = texts
    for wide in others:
        try:
            return answered(dataset, wide)
        except Exception:  # noqa: S112 - no query, which each engine says in its own way: see ``prepared``
            continue
    return answered(dataset, text)


def _holds(form: str, kind: str) -> bool:
    return (kind == "triples") == (form in RDF_FORMATS)


def _other(name: str, form: str) -> str:
    if form in RDF_FORMATS:
        return f"{name}: {form} holds triples, and this question gives rows; CONSTRUCT and DESCRIBE give triples"
    return f"{name}: {form} holds rows, and this question gives triples; take one of: {', '.join(RDF_FORMATS)}"


def _parquet(table: Table) -> bytes:
    if find_spec("pyarrow") is None:
        raise QueryError("parquet needs pyarrow, which is not installed; run: pip install 'whosays[parquet]'")
    import pandas as pd  # noqa: PLC0415 - heavy, and for this format alone

    out = io.BytesIO()
    pd.DataFrame(list(table.rows), columns=list(table.columns)).to_parquet(out, index=False)
    return out.getvalue()
