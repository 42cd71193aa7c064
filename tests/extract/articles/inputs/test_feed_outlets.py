"""Who publishes the entries of a feed, told by their links and by the feed's title."""

from __future__ import annotations

from pathlib import Path

import pytest

from whosays.extract.articles.article import Article
from whosays.extract.articles.inputs.feed_outlets import feed_outlet
from whosays.extract.articles.reader import read_articles


@pytest.mark.parametrize(
    ("title", "address", "outlet"),
    [
        ("Sport | The Lisk Gazette", "https://liskgazette.example/1", "The Lisk Gazette"),
        ("The Lisk Gazette - Latest world news", "https://www.liskgazette.example/2", "The Lisk Gazette"),
        ("The Lisk Gazette: Metro", "https://liskgazette.example/3", "The Lisk Gazette"),
        ("Oster Gull > Politics", "https://feeds.proxy.example/r/4", "Oster Gull"),
        ("Politics - Oster Gull", "https://feeds.proxy.example/r/5", "Oster Gull"),
        ("India", "https://ostergazette.example/6", "Oster Gazette"),
        ("Top stories", "https://ostergazette.example/7", "Oster Gazette"),
        ("RSS", None, None),
        ("Notes from a small harbour", "https://blog.example/8", "Notes from a small harbour"),
        ("Ann Reed: the dam", "https://medium.com/@annreed/9", "Ann Reed"),
    ],
)
def test_an_entry_is_of_the_paper_and_not_of_its_section(title: str, address: str | None, outlet: str | None) -> None:
    """The title's part that spells the host, otherwise the first that is no section; without one the host."""
    assert feed_outlet(title, address) == outlet


def test_what_is_known_of_a_host_goes_before_the_title() -> None:
    """Feeds of all sections are of one outlet, also where no title names it; a blog's system publishes nothing."""
    addresses = ("https://www.reuters.com/world/a", "https://www.reuters.com/b")
    told = {feed_outlet(title, address) for title in ("Top News", "World") for address in addresses}
    assert told == {"Reuters"}


def test_two_sections_of_one_paper_are_one_outlet(tmp_path: Path) -> None:
    """What an entry names as its source goes before the feed that carries it."""
    item = "<item><link>https://liskgazette.example/{0}</link>{1}<description>{2}</description></item>"
    words = "The dam had leaked for weeks, mayor Ada Moreno said on Monday."
    source = '<source url="https://ostergull.example/rss">Sport - Oster Gull</source>'
    for number, title in enumerate(("Lisk Gazette - Sport", "World | Lisk Gazette")):
        entries = item.format(number, "", words) + item.format("x", source, words)
        path = tmp_path / f"{number}.xml"
        path.write_text(f"<rss><channel><title>{title}</title>{entries}</channel></rss>")
        found = [item for item in read_articles(path) if isinstance(item, Article)]
        assert [article.outlet and article.outlet.name for article in found] == ["Lisk Gazette", "Oster Gull"]
