"""A corpus of any size out of the sample: its articles again and again, each time with other names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from random import Random

from corpus import sample_articles, sample_gold

SEED = 7
ONSETS = "B Br D F G H K L M N P R S T V Z".split()
RHYMES = "ana aro ed elin esh ivo ola ora oren uska".split()
SHORTEST = 4  # letters of a word that counts as a name; shorter ones are particles


def repeated(folder: Path, words: int) -> None:
    """Write articles of about ``words`` words into ``folder``; the same size gives the same bytes."""
    folder.mkdir(parents=True)
    written = 0
    for number, (name, copy) in enumerate(renamed()):
        if written >= words:
            return
        (folder / f"{number:06d}-{name}").write_text(copy, encoding="utf-8")
        written += len(copy.split())


def renamed() -> Iterator[tuple[str, str]]:
    """Yield file names and texts of the sample's articles, again and again without end, each with other names."""
    names = _names()
    random = Random(SEED)  # noqa: S311 - not for secrets
    for name, text in cycle([(path.name, path.read_text(encoding="utf-8")) for path in sample_articles()]):
        yield name, _renamed(text, {word: _invented(random) for word in names})


def _names() -> list[str]:
    """Return the words of which people's and places' names in the sample are made."""
    entities = [entity for article in sample_gold().articles for entity in article.entities]
    named = [entity.name for entity in entities if entity.named and entity.type in ("Person", "Place")]
    found = {word for name in named for word in re.findall(r"[^\W\d_]+", name)}
    return sorted(word for word in found if len(word) >= SHORTEST and word[0].isupper())


def _invented(random: Random) -> str:
    return random.choice(ONSETS) + random.choice(RHYMES) + random.choice(ONSETS).lower() + random.choice(RHYMES)


def _renamed(text: str, names: dict[str, str]) -> str:
    return re.sub(r"[^\W\d_]+", lambda match: names.get(match[0], match[0]), text)
