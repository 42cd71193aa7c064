"""What is seen only across articles: claims of several outlets and their origins, copies, names that were joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rdflib import SKOS

from whosays.graph import worded
from whosays.lines import in_columns, many, shortened, some, wrapped
from whosays.ontology import SCHEMA, WS
from whosays.summary.doubts import named, sentence, with_counted
from whosays.summary.ground import Ground
from whosays.summary.samples import Row, faults, is_pronoun

EXAMPLES = 3  # of each kind
ORIGINS = 3  # named
ACCOUNTS = 5  # that contradict each other
ACCOUNT = 320  # characters of why they do
ROOM = 160  # characters of a claim's words
NAMELESS, NOBODY = "(not named)", "a source not named"  # as the query and as a person says it
BETWEEN = " | "  # the query's own sign between several names
EXTENT = {"wholly": "in nearly all that it quotes or says", "mostly": "in most of it", "partly": "in part"}
DENIALS = frozenset({str(WS.denies), str(WS.doubts)})
JOINED = frozenset({"merged", "accepted"})


def carried(claims: list[Row]) -> Iterator[str]:
    """Tell the answer of origins: claims of several outlets, those of most outlets and fewest origins first.

    What they carry only as denied is left to the denials; a claim that no outlet words as a clause ("800", "the suit")
    is left out.  Of an article that does not name its outlet nobody knows whether another one is of the same.
    """
    several = [row for row in claims if row["outlets"] > 1 and row["origins"] and row["clause"]]
    if not several:
        return
    single = sum(row["origins"] == 1 for row in several)
    yield f"{many(len(several), 'claim')} that several outlets carry, {single} from one origin (whosays query origins)"
    if any(row["untold"] for row in several):
        yield from wrapped("an article that does not name its outlet counts as an outlet of its own")
    order = sorted(several, key=lambda row: (faults(row["text"]) > 0, -row["outlets"], row["origins"], row["text"]))
    yield from in_columns((_counts(row), _claim(row)) for row in order[:EXAMPLES])


def copied(passages: list[Row], same: Iterable[Row] = ()) -> Iterator[str]:
    """Tell the answer of wire-copies: how many articles repeat another text; those whose original is there first.

    What is word for word the ``same`` is no sample: it is told by itself.
    """
    found: dict[tuple[str, str], list[Row]] = {}
    for row in (row for row in passages if row["kind"] in EXTENT):
        found.setdefault((row["copy"], row["original"]), []).append(row)
    if not found:
        return
    articles = len({copy for copy, _ in found})
    repeat = "repeats" if articles == 1 else "repeat"
    yield f"{many(articles, 'article')} {repeat} another one or an agency (whosays query wire-copies)"
    told = {frozenset((row["article_1"], row["article_2"])) for row in same}
    others = [rows for pair, rows in found.items() if frozenset(pair) not in told]
    order = sorted(others, key=lambda rows: (rows[0]["original_start"] is None, -_length(rows)))
    for rows in order[:EXAMPLES]:
        yield from wrapped(_copy(rows[0]))


def joined(pairs: list[Row]) -> Iterator[str]:
    """Tell the answer of merges: how many names were joined that read differently, how many wait, some spellings."""
    spellings: dict[str, list[str]] = {}
    different = [row for row in pairs if row["name"].casefold() != row["other_name"].casefold()]
    for row in different:
        if row["status"] in JOINED:
            spellings.setdefault(row["entity"], []).extend((row["name"], row["other_name"]))
    proposed = sum(row["status"] == "proposed" for row in different)
    if spellings or proposed:
        asked = f", {proposed} more proposed" if proposed else ""
        count = sum(row["status"] in JOINED for row in different)
        yield f"{many(count, 'pair')} of names joined{asked} (whosays review tells why and takes your decision)"
    others = {entity: [name for name in names if name != entity] for entity, names in spellings.items()}
    order = sorted(others, key=lambda entity: (-len(set(others[entity])), entity))
    yield from in_columns((entity, some(others[entity], EXAMPLES)) for entity in order[:EXAMPLES] if others[entity])


def accounts(ground: Ground) -> list[Row]:
    """Return what contradicts each other, be it told in other words: why, who says so, who says otherwise."""
    rows, told = [], set()
    for conflict in ground.subjects(WS.clash):
        so, otherwise = ground.values(conflict, WS.saysSo), ground.values(conflict, WS.saysOtherwise)
        told.update(otherwise)
        rows.append(_opposed(ground, conflict, ground.one(conflict, WS.clash) or "", so, otherwise))
    for claim in ground.subjects(WS.disputedBy):
        disputing = ground.values(claim, WS.disputedBy)
        so, otherwise = ground.values(claim, WS.assertedBy), [hop for hop in disputing if _denies(ground, hop)]
        text = sentence(worded(ground.one(claim, SCHEMA.text) or ""))
        row = _opposed(ground, claim, f"said and denied: {text}", so, otherwise)
        if row["so"] and not told.issuperset(otherwise) and set(row["so"]).isdisjoint(row["otherwise"]):
            rows.append(row)
    return rows


def _denies(ground: Ground, hop: str) -> bool:
    return ground.one(hop, WS.stance) in DENIALS


def _opposed(ground: Ground, iri: str, why: str, so: Iterable[str], otherwise: Iterable[str]) -> Row:
    return {"id": iri, "why": why, "so": _speakers(ground, so), "otherwise": _speakers(ground, otherwise)}


def opposed(rows: list[Row]) -> Iterator[str]:
    """Tell accounts that contradict each other, those that most voices give first: why, and who gives them."""
    if not rows:
        return
    yield f"Accounts that contradict each other: {len(rows)}"
    order = sorted(rows, key=lambda row: (-len(row["so"]) - len(row["otherwise"]), row["why"], row["id"]))
    for row in order[:ACCOUNTS]:
        yield from wrapped(shortened(row["why"], ACCOUNT))
        yield from wrapped(f"{some(row['so'], ORIGINS)} against {some(row['otherwise'], ORIGINS)}", indent=4)
    if len(rows) > ACCOUNTS:
        yield f"  … and {len(rows) - ACCOUNTS} more (whosays query conflicts)"


def _speakers(ground: Ground, hops: Iterable[str]) -> list[str]:
    names = (ground.one(hop, WS.speaker) or ground.one(hop, WS.source, SKOS.prefLabel) or NOBODY for hop in hops)
    return sorted(set(names))


def contradictory(ground: Ground) -> list[Row]:
    """Return the figures that contradict another one on their issue, once each, with the issue as what is counted.

    figures-compared gives every pair, which grows with the square of an issue; this grows with its figures.
    """
    counts = {
        count
        for comparison in ground.subjects(WS.relation)
        if ground.one(comparison, WS.relation) == str(WS.contradicts)
        for side in (WS.firstFigure, WS.secondFigure)
        for count in ground.values(comparison, side)
    }
    figures = sorted({figure for count in counts for figure in ground.pointing(WS.countsAs, count)})
    return [row for figure in figures for row in _given(ground, figure)]


def _given(ground: Ground, figure: str) -> Iterator[Row]:
    """Yield a row for each attribution that holds the figure."""
    bounds = (ground.one(figure, SCHEMA.minValue), ground.one(figure, SCHEMA.maxValue))
    words = ground.one(figure, WS.words)
    article = figure.partition("#")[0]
    for attribution in ground.pointing(WS.hasFigure, figure):
        yield {
            "issue": ground.one(figure, WS.onIssue),
            "of": ground.one(figure, WS.onIssue, SKOS.prefLabel),
            "measure": ground.one(figure, WS.measure),
            "number": next((float(bound) for bound in bounds if bound is not None), 0.0),
            "text": with_counted(words or "", ground.one(figure, WS.of), ground.one(figure, WS.measure)),
            "chain": ground.one(attribution, WS.chain),
            "outlet": ground.outlet(article),
            "article": ground.one(article, WS.path),
        }


def _counts(row: Row) -> str:
    least = f"{row['low']} to " if row["low"] < row["origins"] else ""
    carriers = many(row["articles"], "article") if row["untold"] else many(row["outlets"], "outlet")
    return f"{carriers}, {least}{many(row['origins'], 'origin')}"


def _claim(row: Row) -> str:
    names = (NOBODY if name == NAMELESS or is_pronoun(name) else name for name in (row["which"] or "").split(BETWEEN))
    which = some(names, ORIGINS)
    return shortened(sentence(row["text"]).removesuffix("."), ROOM) + (f" ({which})" if which else "")


def _length(rows: list[Row]) -> int:
    return sum(row["end"] - row["start"] for row in rows)


def _copy(row: Row) -> str:
    agency = row["original_start"] is None
    original = row["original"] if agency else named(row["original_outlet"], row["original"])
    return f"{named(row['outlet'], row['copy'])} repeats {original} {EXTENT[row['kind']]}"
