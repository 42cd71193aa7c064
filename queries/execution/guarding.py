"""What a query may not do, found before any engine sees it.

Refused are whatever leaves the graph (SERVICE, FROM), whatever changes it (updates) and what is so deep or so
long that a parser dies of it.  A time limit is not kept here: that takes a process of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from whosays.queries.errors import QueryError

MAX_LENGTH: Final = 65_536
MAX_DEPTH: Final = 100
MAX_OPERATORS: Final = 2_000
MAX_PATTERNS: Final = 1_000  # an engine joins them one in another, and has a stack no deeper than its thread's
MAX_MEMBERS: Final = 100  # of collections, all together: each is two patterns more, all of one chain
MAX_ITEMS: Final = 1_000  # of lists between commas, all together: each row is held against every one
MAX_KEYS: Final = 50  # by which rows are ordered or grouped
FORMS: Final = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_CLAUSES: Final = frozenset({"AS", "FILTER", "GRAPH", "LATERAL", "MINUS", "OPTIONAL", "SELECT", "UNION", "VALUES"})
_TERMS: Final = frozenset({"string", "iri", "variable", "local"})
_BEHIND_KEYS: Final = frozenset({"LIMIT", "OFFSET", "HAVING", "VALUES"})
UPDATES: Final = frozenset({"ADD", "CLEAR", "COPY", "CREATE", "DELETE", "DROP", "INSERT", "LOAD", "MOVE"})
_ELSEWHERE = {
    "SERVICE": "SERVICE would ask another server; only this graph is asked",
    "FROM": "FROM would read other graphs or files; all articles are asked at once, GRAPH ?g { } picks one",
}
_CODE_POINT = re.compile(r"((?:\\\\)*)(?:\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8}))")
_TOKEN = re.compile(
    r'''(?P<string>"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^'\\]|\\.|'(?!''))*\'\'\'
        |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
    |(?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    |(?P<comment>\#[^\n\r]*)
    |(?P<escape>\\.)
    |(?P<variable>[?$]\w+)
    |(?P<local>:[\w.-]+)
    |(?P<word>\w+)
    |(?P<end>(?<!\d)\.|\.(?!\d)|[,;])
    |(?P<opening>[({\[])
    |(?P<closing>[)}\]])
    |(?P<operator>[-+*/!^|&=<>])''',
    re.VERBOSE | re.DOTALL,
)


def guard(name: str, text: str, *, from_graphs: bool = False) -> str:
    """Return ``text`` with its code point escapes resolved; ``QueryError`` where it may not be run.

    ``from_graphs`` lets FROM pass, for an engine that takes it for graphs that it holds and reads no files.
    """
    if len(text) > MAX_LENGTH:
        raise QueryError(f"{name}: longer than {MAX_LENGTH:,} characters")
    text = _CODE_POINT.sub(lambda found: _resolve(name, found), text)
    tokens = list(_tokens(text))
    _check_words(name, tokens, from_graphs)
    _check_size(name, tokens)
    _check_lists(name, tokens)
    return text


def form_of(text: str) -> str | None:
    """Return the form of a query, which its first word of that kind tells; ``None`` where it has none."""
    words = (token.upper() for kind, token in _tokens(text) if kind == "word")
    return next((word for word in words if word in FORMS), None)


def names_graphs(text: str) -> bool:
    """Return whether a query names the graphs that it is about by FROM."""
    return any(kind == "word" and token.upper() == "FROM" for kind, token in _tokens(text))


def is_question(text: str) -> bool:
    """Return whether a text is SPARQL, right or wrong, and no name of a question or file.

    Names of questions hold no braces; what begins as a query does and goes on has forgotten its braces.
    """
    if text.endswith(".rq") and "\n" not in text:
        return False
    words = [token.upper() for kind, token in _tokens(text[:MAX_LENGTH]) if kind == "word"]
    if "{" in text:
        return bool((FORMS | UPDATES | {"PREFIX", "BASE", "WHERE"}) & set(words))
    begun = bool(words) and words[0] in FORMS | {"PREFIX", "BASE"}
    return begun and len(text.split()) > 1


def is_star(text: str) -> bool:
    """Return whether the query selects everything that it mentions."""
    tokens = [token for _, token in _tokens(text)]
    words = [token.upper() for token in tokens]
    after = tokens[words.index("SELECT") + 1 :] if "SELECT" in words else []
    return bool(after) and (after[0] == "*" or after[1:2] == ["*"])


def variables(text: str) -> list[str]:
    """Return the variables of a query without their mark, in the order in which the text mentions them."""
    return list(dict.fromkeys(token[1:] for kind, token in _tokens(text) if kind == "variable"))


def pattern_start(text: str) -> int:
    """Return where what is asked begins: behind the template of a CONSTRUCT, which may hold no choice."""
    depth, constructs = 0, False
    for kind, piece, start in placed_tokens(text):
        constructs = constructs or (kind == "word" and piece.upper() == "CONSTRUCT")
        depth += (piece == "{") - (piece == "}")
        if constructs and piece == "}" and depth == 0:
            return start
        if kind == "word" and piece.upper() in ("SELECT", "ASK", "DESCRIBE") and not constructs:
            return start
    return 0


def placed_tokens(text: str) -> Iterator[tuple[str, str, int]]:
    """Yield the tokens of a query that its meaning hangs on, comments left out: kind, text, and where it begins."""
    for found in _TOKEN.finditer(text):
        if found.lastgroup and found.lastgroup != "comment":
            yield found.lastgroup, found[0], found.start()


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    return ((kind, token) for kind, token, _ in placed_tokens(text))


def _resolve(name: str, found: re.Match[str]) -> str:
    code = int(found[2] or found[3], 16)
    if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        raise QueryError(f"{name}: {found[0]} is no character")
    return found[1] + chr(code)


def _check_words(name: str, tokens: list[tuple[str, str]], from_graphs: bool) -> None:
    words = [token.upper() for kind, token in tokens if kind == "word"]
    for word, why in _ELSEWHERE.items():
        if word in words and not (word == "FROM" and from_graphs):
            raise QueryError(f"{name}: {why}")
    if not FORMS & set(words):
        update = next((word for word in words if word in UPDATES), None)
        wrong = f"{update} would change the graph; queries only read" if update else "no question in it"
        raise QueryError(f"{name}: {wrong}: SELECT, ASK, CONSTRUCT or DESCRIBE")


def _nested(tokens: list[tuple[str, str]]) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the tokens with the brackets that are open behind each."""
    around: list[str] = []
    for kind, token in tokens:
        if kind == "opening":
            around.append(token)
        elif kind == "closing" and around:
            around.pop()
        yield kind, token, around


def _check_size(name: str, tokens: list[tuple[str, str]]) -> None:
    patterns = 0
    for kind, token, around in _nested(tokens):
        if kind == "end" and around[-1:] != ["("]:  # in round brackets stand expressions, which may be long lists
            patterns += 1
        elif kind == "word":
            patterns += token.upper() in _CLAUSES
        if len(around) > MAX_DEPTH:
            raise QueryError(f"{name}: brackets nested more than {MAX_DEPTH} deep")
    if patterns > MAX_PATTERNS:
        raise QueryError(f"{name}: more than {MAX_PATTERNS:,} patterns")
    if sum(kind == "operator" for kind, _ in tokens) > MAX_OPERATORS:
        raise QueryError(f"{name}: more than {MAX_OPERATORS:,} operators")


def _check_lists(name: str, tokens: list[tuple[str, str]]) -> None:
    if _members(tokens) > MAX_MEMBERS:
        raise QueryError(f"{name}: more than {MAX_MEMBERS:,} members of collections")
    if _items(tokens) > MAX_ITEMS:
        raise QueryError(f"{name}: more than {MAX_ITEMS:,} items in lists; VALUES takes more")
    if _keys(tokens) > MAX_KEYS:
        raise QueryError(f"{name}: more than {MAX_KEYS:,} keys to order or group by")


def _members(tokens: list[tuple[str, str]]) -> int:
    """Count the members of collections, ``(1 2 3)``: in no expression do two terms stand side by side."""
    around: list[str] = []
    before, members, is_values = "", 0, False
    for (kind, piece), (after, _) in pairwise((*tokens, ("", ""))):
        if kind == "word" and after == "local":
            continue  # a prefix, one term with what follows
        is_term = kind in _TERMS or (kind == "word" and piece[0].isdigit())
        if (is_term or kind == "opening") and "rows" not in around:
            members += before in ("term", "closing") and around[-1:] == ["("]
            members += before in ("term", "end") and piece == "(" and around[-1:] in (["{"], ["["])
        is_rows = is_values and piece == "{"
        is_values = (is_values and piece != "{") or piece.upper() == "VALUES"
        if kind == "opening":
            around.append("rows" if is_rows else piece)
        elif kind == "closing" and around:
            around.pop()
        if piece not in ("+", "-"):  # of a number
            before = "term" if is_term else kind
    return members


def _items(tokens: list[tuple[str, str]]) -> int:
    """Count the commas of expressions: ``IN (1, 2, 3)`` has two."""
    return sum(piece == "," and around[-1:] == ["("] for _, piece, around in _nested(tokens))


def _keys(tokens: list[tuple[str, str]]) -> int:
    """Return by how many variables and brackets rows are ordered or grouped at most: ``BY ?a DESC(?b)`` is two."""
    most, depth = 0, 0
    keys, level = 0, -1
    for kind, token in tokens:
        if kind == "word" and token.upper() == "BY":
            keys, level = 0, depth
        elif kind == "word" and token.upper() in _BEHIND_KEYS:
            level = -1
        keys += depth == level and kind in ("variable", "opening")
        most = max(most, keys)
        depth += (kind == "opening") - (kind == "closing")
        level = level if depth >= level else -1
    return most
