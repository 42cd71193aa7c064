"""Which column of a table, or key of a JSON object, holds what: told by the user, otherwise guessed."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

from whosays.extract.articles.dates import machine_date
from whosays.extract.articles.inputs.days import NOT_UNDERSTOOD, compact_date, value_in
from whosays.extract.articles.inputs.guessing import column_guesses, path_guesses
from whosays.extract.articles.inputs.reading import Reading
from whosays.extract.articles.inputs.source import Document, Source, Unread, defect, hash_of
from whosays.extract.articles.metadata import Metadata
from whosays.extract.articles.publishers import host_of
from whosays.extract.articles.web import paragraphs_of_markup, read_page, repaired
from whosays.extract.errors import ArticleSkipped

_MARKUP: Final = re.compile(r"\s*<(?:!doctype|html|p|div|article|section|figure|h[1-6]|span|ul|strong|em|a)\b", re.I)
_WHOLE_PAGE: Final = re.compile(r"\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype html|html)\b", re.I | re.S)
_DIGITS: Final = re.compile(r"\d{9,13}")
_LISTED: Final = re.compile(r"\[\s*((['\"]).*\2)\s*\]")  # a list of Python in a cell: ['Ann Lee', 'Bo Ray']
_QUOTED: Final = re.compile(r"(?:^|,)\s*(['\"])(.+?)\1(?=\s*(?:,\s*['\"]|$))")
_CUT_OFF: Final = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+(\d{1,7}) chars\]\s*$")  # as programs that ask for news write it
_WORDED: Final = ("text", "content", "body", "html", "value", "paragraph")  # of a part of a text that is an object
_MOST_NAMED: Final = 12
_PLAIN: Final = re.compile(r"[\W_]+")
_NAME_PARTS: Final = (("firstname", "givenname", "forename"), ("lastname", "familyname", "surname"))
_ENTITY: Final = re.compile(r"&(?:[A-Za-z]{2,8}\d{0,2}|#\d{2,6}|#[xX][\da-fA-F]{2,5});")
_SECONDS, _MILLISECONDS = 100_000_000, 10_000_000_000  # from 1973 on; of that many, until 2286


def mapping_of(columns: Iterable[str], reading: Reading, *, all_there: bool = True) -> dict[str, str]:
    """Return which of the columns holds which field; raise ``ArticleSkipped`` where none holds the text.

    In a table every column that the user names has to be there (``all_there``); an object may lack all but the text.
    """
    names = list(columns)
    for field, wanted in reading.columns.items():
        if wanted not in names and "." not in wanted and (all_there or field in ("text", "html")):
            raise ArticleSkipped(f"no column {wanted!r}; there are: {_listed(names)}")
    mapping = column_guesses(names) | dict(reading.columns)
    if isinstance(columns, Mapping):
        mapping = within_objects(columns, mapping) | dict(reading.columns)
    if not {"text", "html"} & mapping.keys():
        raise ArticleSkipped(f"no column holds the text; name it with --map text=COLUMN (there are: {_listed(names)})")
    return mapping


def within_objects(row: Mapping[str, Any], mapping: Mapping[str, str]) -> dict[str, str]:
    """Return where an object's fields are, within objects where its own keys hold no text: ``article.content.body``."""
    if has_text(row, mapping):
        return dict(mapping)
    rest = {field: column for field, column in mapping.items() if field not in ("text", "html")}
    inner = path_guesses(row)
    return inner | rest if has_text(row, inner) else dict(mapping)


def told(mapping: Mapping[str, str], reading: Reading) -> str | None:
    """Return what was guessed, as the user would have written it, or ``None`` where nothing was."""
    guessed = [f"{field}={column}" for field, column in mapping.items() if field not in reading.columns]
    return f"columns guessed: {','.join(guessed)} (others: --map FIELD=COLUMN)" if guessed else None


def read_record(
    source: Source, row: Mapping[str, Any], mapping: Mapping[str, str], number: int, raw: bytes
) -> Document | Unread:
    """Return the article that one row or object holds, or why it holds none; ``raw`` is what its hash is taken of."""
    try:
        return _document(source, row, mapping, number, raw)
    except ArticleSkipped as error:
        return Unread(source.record(number), str(error))
    except Exception as error:  # a defect in one record must not cost the others
        return defect(source.record(number), error)


def _document(source: Source, row: Mapping[str, Any], mapping: Mapping[str, str], number: int, raw: bytes) -> Document:
    values = {field: value_in(row, column) for field, column in mapping.items()}
    text, page = _text(values)
    published, not_read = _date(values.get("published"))
    url, no_address = _address(values.get("url"))
    said = Metadata(
        title=_words(values.get("title")),
        outlet=_words(values.get("outlet")),
        authors=tuple(_names(values.get("author"))),
        published=published,
        updated=_date(values.get("updated"))[0],
        url=url,
        language=(_words(values.get("language")) or "")[:2].lower() or None,
        notes=not_read + no_address,
    )
    key = _key(row, mapping, number)
    whole, cut = _cut_off(text)
    notes = said.notes + page.notes + cut
    return Document(source.record(key), source.name, whole, hash_of(raw), merged(said, page), notes)


def _cut_off(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text without the mark that the rest of it is missing ("... [+2345 chars]"), and a note of that."""
    found = _CUT_OFF.search(text, max(0, len(text) - 60))
    if not found or not text[: found.start()].strip():
        return text, ()
    return text[: found.start()], (f"cut off by where it comes from: {found[1]} characters are missing",)


def _key(row: Mapping[str, Any], mapping: Mapping[str, str], number: int) -> str:
    """Return what a record is called: by its own id, which survives that others are added, or its number."""
    own = value_in(row, mapping["id"]) if "id" in mapping else None
    return _words(own) or str(number)


def merged(first: Metadata, second: Metadata) -> Metadata:
    """Return what the first says, and the second where the first says nothing."""
    fields = ("title", "outlet", "authors", "agency", "published", "updated", "url", "language")
    return Metadata(**{name: getattr(first, name) or getattr(second, name) for name in fields})


def _text(values: Mapping[str, Any]) -> tuple[str, Metadata]:
    """Return the text of a record: as it stands, or read out of mark-up, with what a whole page says of itself.

    The notes are those on how its text was found.
    """
    text = _body(values.get("text"))
    text = text if _MARKUP.match(text) else _shown(text)
    markup = text if text and _MARKUP.match(text) else _body(values.get("html")) if not text else None
    if markup and _WHOLE_PAGE.match(markup):
        page = read_page(markup)
        return page.text, replace(page.metadata, notes=page.notes)
    if markup:
        text = paragraphs_of_markup(markup)
    if not text or not text.strip():
        raise ArticleSkipped("the record has no text")
    return repaired(text), Metadata()


def _shown(text: str) -> str:
    """Return a text that is no mark-up as readers see it: "Marl &amp; Co" is "Marl & Co"."""
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text


def _body(value: Any) -> str:
    """Return a text; a list of paragraphs is one with a blank line between, also where they are objects."""
    if isinstance(value, list):
        return "\n\n".join(part for part in map(_part, value) if part)
    return value if isinstance(value, str) else ""


def _part(value: Any) -> str:
    if isinstance(value, Mapping):
        value = next((value[key] for key in _WORDED if isinstance(value.get(key), str) and value[key].strip()), None)
    return _body(value)


def has_text(row: Mapping[str, Any], mapping: Mapping[str, str]) -> bool:
    """Tell whether an object holds a text where it is thought to."""
    return any(_body(value_in(row, mapping[field])).strip() for field in ("text", "html") if field in mapping)


def _words(value: Any) -> str | None:
    """Return a value as one line: of an object its name, of a list its first value, of a number its digits."""
    if isinstance(value, Mapping):
        named = next((value[key] for key in ("name", "title", "label") if value.get(key)), None) or _person(value)
        value = named or next((value[key] for key in ("uri", "url") if value.get(key)), None)
    if isinstance(value, list):
        return next(filter(None, map(_words, value)), None)
    if value is None or isinstance(value, bool | Mapping) or value != value:  # noqa: PLR0124 - a table's NaN
        return None
    return " ".join(repaired(_shown(str(value))).split())[:2_000] or None


def _person(value: Mapping[str, Any]) -> str | None:
    """Return the name of an object that has its parts: ``{"first_name": "Ann", "last_name": "Lee"}``."""
    plain = {_PLAIN.sub("", key.lower()): part for key, part in value.items() if isinstance(part, str)}
    whole = plain.get("fullname") or plain.get("displayname")
    parts = (next((plain[key] for key in keys if plain.get(key)), None) for keys in _NAME_PARTS)
    return whole or " ".join(filter(None, parts)) or None


def _names(value: Any) -> Iterable[str]:
    if isinstance(value, list):
        return [name for item in value for name in _names(item)]
    words = _words(value)
    if not words:
        return ()
    if listed := _LISTED.fullmatch(words):
        return [name for _, name in _QUOTED.findall(listed[1])]
    parts = re.split(r"\s*;\s*", words.strip("[]'\" ")) if ";" in words else [words]
    return [re.sub(r"^by\s+", "", part, flags=re.IGNORECASE) for part in parts if part]


def _address(value: Any) -> tuple[str | None, tuple[str, ...]]:
    """Return a web address, and a note where there is one that leads nowhere by itself ("/a")."""
    words = _words(value)
    if not words or words.startswith(("http://", "https://")) or host_of(words):
        return words, ()
    return None, (f"address not understood: {words[:60]}",)


def _date(value: Any) -> tuple[str | None, tuple[str, ...]]:
    """Return a date as ISO 8601, and a note where there is one that cannot be read."""
    if hasattr(value, "isoformat"):
        value = value.isoformat()
    elif isinstance(value, int | float) and not isinstance(value, bool):
        value = _moment(value)
    elif isinstance(value, str) and _DIGITS.fullmatch(value.strip()):
        value = _moment(int(value))
    words = _words(value)
    read = machine_date(compact_date(words)) if words else None
    return read, (f"{NOT_UNDERSTOOD}{words[:60]}",) if words and not read else ()


def _moment(seconds: float) -> str | None:
    """Return the moment that so many seconds, or milliseconds, after 1970 are; other numbers are none."""
    seconds = seconds / 1000 if seconds > _MILLISECONDS else seconds
    return datetime.fromtimestamp(seconds, UTC).isoformat() if _SECONDS < seconds < _MILLISECONDS else str(seconds)


def _listed(names: list[str]) -> str:
    return ", ".join(names[:_MOST_NAMED]) + (", ..." if len(names) > _MOST_NAMED else "")
