"""The attributions of a shard as a Parquet file: a row each, for whoever needs no graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from whosays.extract import ArticleRecord, Attribution

TEXTS: Final = "article path outlet published language source entity cue content stance certainty quote".split()
NUMBERS: Final = "attribution inside start end".split()


def write_table(records: Iterable[tuple[str, ArticleRecord]], file: Path) -> None:
    """Write the attributions of records, each given with its article's IRI; the same records, the same bytes."""
    import pyarrow as pa  # noqa: PLC0415 - heavy, and part of the extra
    import pyarrow.parquet as pq  # noqa: PLC0415

    fields = [(name, pa.string()) for name in TEXTS] + [(name, pa.int64()) for name in NUMBERS]
    schema = pa.schema([*fields, ("confidence", pa.float64())])
    rows = [row for iri, record in records for row in _rows(iri, record)]
    pq.write_table(pa.Table.from_pylist(rows, schema), file)


def _rows(iri: str, record: ArticleRecord) -> Iterator[dict[str, Any]]:
    names = {entity.id: entity.name for entity in record.entities}
    for hop in record.attributions:
        yield {
            "article": iri,
            "path": record.path,
            "outlet": record.outlet.name if record.outlet else None,
            "published": record.published,
            "language": record.language,
            "source": _words(record, (hop.source,)) if hop.source else None,
            "entity": names.get(hop.entity) if hop.entity else None,
            "cue": _words(record, hop.cue),
            "content": _words(record, hop.content),
            "stance": hop.stance,
            "certainty": hop.certainty,
            "quote": hop.quote,
            "attribution": hop.id,
            "inside": hop.inside,
            **_place(hop),
            "confidence": hop.confidence,
        }


def _place(hop: Attribution) -> dict[str, int | None]:
    spans = hop.content
    return {"start": spans[0][0] if spans else None, "end": spans[-1][1] if spans else None}


def _words(record: ArticleRecord, spans: Iterable[tuple[int, int]]) -> str:
    words = " … ".join(record.text[start:end] for start, end in spans)
    return words.encode("utf-8", "replace").decode()  # unpaired surrogates have no place in a table
