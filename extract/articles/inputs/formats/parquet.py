"""Parquet: a table in columns, read a batch of rows at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from whosays.extract.articles.inputs.columns import mapping_of, read_record, told
from whosays.extract.articles.inputs.days import dates_in, telling_dates, told_days, with_days
from whosays.extract.articles.inputs.reader import Reader
from whosays.extract.articles.inputs.reading import Reading
from whosays.extract.articles.inputs.source import Document, Source, Unread
from whosays.extract.errors import ArticleSkipped

_ROWS: Final = 64  # at a time, so that a long table needs no more memory than a short one


def _read(source: Source, reading: Reading) -> Iterator[Document | Unread]:
    from pyarrow import ArrowException, ArrowInvalid  # noqa: PLC0415 - an extra
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415

    with source.seekable() as file:
        try:
            table = ParquetFile(file)
        except (ArrowInvalid, OSError) as error:
            raise ArticleSkipped(f"not a Parquet file: {' '.join(str(error).split())[:120]}") from error
        try:
            yield from telling_dates(source.address, reading, _rows(source, table, reading))
        except (ArrowException, UnicodeDecodeError) as error:
            raise ArticleSkipped(f"damaged ({' '.join(str(error).split())[:120]})") from error


def _rows(source: Source, table: Any, reading: Reading) -> Iterator[Document | Unread]:
    mapping = mapping_of(table.schema_arrow.names, reading)
    if guessed := told(mapping, reading):
        reading.tell(f"{source.address}: {guessed}")
    columns = list(dict.fromkeys(column.split(".")[0] for column in mapping.values()))
    batches = table.iter_batches(batch_size=_ROWS, columns=columns)
    rows: Iterator[dict[str, Any]] = (row for batch in batches for row in batch.to_pylist())
    order, rows = told_days(rows, lambda row: dates_in(row, mapping))
    number = 0
    for number, row in enumerate(rows, 1):
        raw = json.dumps(row, ensure_ascii=False, sort_keys=True, default=str).encode("utf-8", "surrogatepass")
        yield read_record(source, with_days(row, mapping, order), mapping, number, raw)
    if not number:
        raise ArticleSkipped("a table without rows")


READER = Reader("Parquet", (".parquet",), _read, sniff=lambda head: head.startswith(b"PAR1"), extra="parquet")
