"""Who speaks, on annotated pages of the press: ``python -m benchmarks.speakers CORPORA [--part dev]``.

Of the annotated attributions whose source the extractor found too: how many go to the right speaker, how pure and whole
the speakers of an article are (B-cubed, Bagga and Baldwin 1998), how many pairs of sources are wrongly joined or torn
apart, and how many of those with a name are given to somebody else (libel).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from training.calibration import meet
from training.kinds import article_of
from training.press import Row, annotated, read_labels
from whosays.extract import Extractor
from whosays.extract.records import ArticleRecord, Span

Pair = tuple[str, int]  # whom the extractor takes for the speaker, and who it is


def spoken(record: ArticleRecord, row: Row) -> Iterator[tuple[Pair, bool, bool]]:
    """Yield for each source found who speaks by both, whether it is the right one, and whether one with a name."""
    entities = {entity.id: entity for entity in record.entities}
    for number, gold in enumerate(row["attributions"]):
        if not gold["source"] or gold["entity"] is None:
            continue
        told: Span = (gold["source"][0], gold["source"][1])
        hop = next((a for a in record.attributions if a.source and meet([a.source], [told])), None)
        if hop is None:
            continue
        entity, meant = entities.get(hop.entity or ""), row["entities"][gold["entity"]]
        right = entity is not None and (entity.named or not meant["named"]) and meet(entity.mentions, meant["mentions"])
        yield (hop.entity or f"nobody {number}", gold["entity"]), right, entity is not None and entity.named


def scores(read: Iterable[Sequence[tuple[Pair, bool, bool]]]) -> Mapping[str, float]:
    """Return the scores over the sources of several articles."""
    counts: Counter[str] = Counter()
    precision = recall = 0.0
    for found in read:
        pairs = [pair for pair, _, _ in found]
        counts["sources"] += len(pairs)
        counts["right"] += sum(right for _, right, _ in found)
        counts["named"] += sum(named for _, _, named in found)
        counts["libel"] += sum(named and not right for _, right, named in found)
        both, ours, theirs = Counter(pairs), Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
        precision += sum(both[pair] / ours[pair[0]] for pair in pairs)
        recall += sum(both[pair] / theirs[pair[1]] for pair in pairs)
        for one, other in combinations(pairs, 2):
            counts["joined wrongly"] += one[0] == other[0] and one[1] != other[1]
            counts["torn apart"] += one[0] != other[0] and one[1] == other[1]
    total = max(1, counts["sources"])
    return {
        "sources": counts["sources"],
        "right speaker": round(counts["right"] / total, 4),
        "B3 precision": round(precision / total, 4),
        "B3 recall": round(recall / total, 4),
        "joined wrongly": counts["joined wrongly"],
        "torn apart": counts["torn apart"],
        "libel": round(counts["libel"] / max(1, counts["named"]), 4),
    }


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.speakers", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--part", choices=("train", "dev"), default="dev")
    options = parser.parse_args()
    extractor = Extractor()
    pages = annotated(read_labels("press", options.part), options.corpora)
    found = scores(list(spoken(extractor.record(article_of(text)), row)) for row, text in pages)
    print("\n".join(f"{name}\t{value}" for name, value in found.items()))


if __name__ == "__main__":
    main()
