"""An answer in any format there is: what people read, what tables are made of, and what the W3C has for rows and RDF."""

from __future__ import annotations

import io
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from rdflib import Dataset

from whosays.graph import RDF_FORMATS, RESULTS, TooMuchError, answered, kind_of, written
from whosays.queries.errors import FormatError, LimitError, QueryError
from whosays.queries.execution import Table, find, form_of, in_one_line, prepared, run
from whosays.queries.output.rendering import FORMATS, render

W3C: Final = (*RESULTS, *RDF_FORMATS)
NOTHING: Final[Mapping[str, object]] = {}
PARQUET: Final = "parquet"


def answer(
    dataset: Dataset,
    question: str | Path,
    params: Mapping[str, object] = NOTHING,
    form: str | None = None,
    *,
    rows: int = 1_000_000,
    size: int = 1 << 30,
    width: int | None = None,
) -> bytes:
    """Ask as ``run`` does and return the answer as a file; ``form`` ``None`` is a table, and Turtle for triples.

    ``form`` is one of ``FORMATS``, parquet, or of the W3C: those of ``RESULTS`` hold rows, those of ``RDF_FORMATS``
    triples.  Raises ``FormatError`` for the other one, ``LimitError`` for more than ``rows`` rows or ``size`` bytes.
    """
    if form not in {None, PARQUET, *FORMATS, *W3C}:
        raise QueryError(f"no format {form!r}; there are: {', '.join((*FORMATS, PARQUET, *W3C))}")
    if form in W3C or (form is None and form_of(find(question).text) in {"CONSTRUCT", "DESCRIBE"}):
        return _w3c(dataset, question, params, form or "turtle", rows, size)
    table = run(dataset, question, params, most=rows)
    return (
        _parquet(table)
        if form == PARQUET
        else render(table, form or "table", width).encode("utf-8", "backslashreplace")
    )


def _w3c(
    dataset: Dataset, question: str | Path, params: Mapping[str, object], form: str, rows: int, size: int
) -> bytes:
    query, text = prepared(dataset, question, params)
    try:
        found = answered(dataset, text)
        if (kind_of(found) == "triples") != (form in RDF_FORMATS):
            raise FormatError(_other(query.name, form))
        return written(found, form, rows, size)
    except TooMuchError as error:
        raise LimitError(error.what, f"{query.name}: {error}") from error
    except QueryError:
        raise
    except Exception as error:  # each engine has its own errors, and no family for those of the query
        raise QueryError(f"{query.name}: {in_one_line(error)}") from error


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
