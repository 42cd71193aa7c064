"""What pages tell of their articles, to machines and to readers: title, outlet, authors, dates; and what is none."""

from __future__ import annotations

import json

import lxml.html  # type: ignore[import-untyped]
import pytest

from whosays.extract.articles.metadata import Metadata
from whosays.extract.articles.web.main_text import main_text_of
from whosays.extract.articles.web.page_metadata import metadata_of
from whosays.extract.articles.web.signals import signals_of

STORY = "<p>Two ferries collided off Lisk on Tuesday, the harbour authority said in a statement to the press.</p>"
HERE = '<link rel="canonical" href="https://www.liskgazette.example/news/1">'


def read(head: str = "", body: str = f"<h1>Ferries collide off Lisk</h1>{STORY}") -> Metadata:
    page = lxml.html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")
    return metadata_of(signals_of(page))


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("<title>Ferries collide off Lisk | Lisk Gazette</title>", STORY),
        ("<title>Lisk Gazette » Blog Archive » Ferries collide off Lisk</title>", STORY),
        ('<meta property="og:title" content="Ferries collide off Lisk - Lisk Gazette">', STORY),
        ('<meta property="og:title" content="Ferries collide">', f"<h1>Ferries collide off Lisk</h1>{STORY}"),
        ('<meta property="og:title" content="Ferries collide...">'
         '<meta name="twitter:title" content="Ferries collide off Lisk">', STORY),
        ("<title>Ferries collide off Lisk</title>", f"<h1><span>News</span> Ferries collide off Lisk</h1>{STORY}"),
        ("<title>Ferries collide off Lisk</title>", f"<h1>Lisk Gazette</h1><h2>Ferries collide off Lisk</h2>{STORY}"),
    ],
)  # fmt: skip
def test_a_title_is_the_headline_that_readers_see(head: str, body: str) -> None:
    """Names of sites and sections go, what a system cut off is whole again, a logo is no headline."""
    assert (
        read(HERE + '<meta property="og:site_name" content="Lisk Gazette">' + head, body).title
        == "Ferries collide off Lisk"
    )


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        # the blog is called "Harbour notes", and shows that as its first heading
        ('<title>Harbour notes: The ferry at night</title><meta property="og:title" content="The ferry at night">',
         f"<h1>Harbour notes</h1>{STORY}", "The ferry at night"),
        # what goes on for words behind the site's name is no name of the site
        ("<title>Sail to Lisk - Lisk Gazette Yearbook of Ships for Beginners</title>",
         f"<h1>Lisk Gazette Yearbook of Ships</h1>{STORY}", "Lisk Gazette Yearbook of Ships"),
        # the only heading that there is, of the second rank, in the words of the description
        ('<title>quay.example reviewed by Ann Lee</title><meta name="description" content="Quay has changed my life">',
         f"<h2>Quay has changed my life</h2>{STORY}", "Quay has changed my life"),
        # what machines are told as the headline, beside a shorter title for searches
        ('<title>Harbour Mistakes</title><meta property="og:title" content="The 5 Mistakes of a Harbour">',
         f'<h1>Harbour Mistakes</h1><h2 itemprop="headline">The 5 Mistakes of a Harbour</h2>{STORY}',
         "The 5 Mistakes of a Harbour"),
        # a headline that shares no word with what the page tells machines
        ("<title>National Museum of Ships</title>", f'<h1 class="g-headline">I, Too, Sailed</h1>{STORY}',
         "I, Too, Sailed"),
        ("<title>13 ways to compliment a sailor</title>", f"<h1>The Power Of Sailor Compliments</h1>{STORY}",
         "The Power Of Sailor Compliments"),
    ],
)  # fmt: skip
def test_a_heading_is_told_from_the_names_beside_it(head: str, body: str, title: str) -> None:
    """What only one of the page's own titles has in front is the site's name, and a long part is none."""
    assert read(HERE + '<meta property="og:site_name" content="Lisk Gazette">' + head, body).title == title


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="og:site_name" content="Lisk Gazette - News, Weather and Sport">',
        '<meta property="og:site_name" content="Lisk Gazette, Inc.">',
        '<meta property="og:site_name" content="U.S."><meta name="application-name" content="Lisk Gazette">',
        '<meta name="copyright" content="© 2031 Lisk Gazette">',
        '<meta property="og:site_name" content="WordPress"><title>Ferries | Lisk Gazette</title>',
        '<meta property="og:site_name" content="Ferries collide off Lisk"><meta property="og:title" '
        'content="Ferries collide off Lisk"><title>Ferries | Lisk Gazette</title>',
        '<script type="application/ld+json">{"@type": "NewsArticle", "publisher": {"name": "Lisk Gazette Media Group"}}'
        "</script>",
        '<script type="application/ld+json">{"@type": "Report", "publisher": {"@type": "Person", "name": "Ann Lee"}}'
        '</script><meta property="og:site_name" content="Lisk Gazette">',
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "publisher": {"@id": "#us"}}, '
        '{"@type": "Organization", "@id": "#us", "name": "Lisk Gazette"}]}</script>',
        "<title>Ferries collide off Lisk - Lisk Gazette</title>",
        '<meta property="og:site_name" content="Lisk Gazette - Home">',
        '<meta property="og:site_name" content="Lisk Gazette powered by Quay">',
        '<meta property="og:site_name" content="Home"><title>Ferries | Lisk Gazette</title>',
        '<meta name="og:site_name" value="Lisk Gazette">',
    ],
)  # fmt: skip
def test_an_outlet_is_a_name(head: str) -> None:
    """Taglines, company forms, years, systems, countries, persons and the article's own title are no outlet's name."""
    assert read(HERE + head).outlet == "Lisk Gazette"


def test_a_host_is_the_last_resort() -> None:
    """Where nothing spells it, the register is asked, and then the host stands for it."""
    assert read('<link rel="canonical" href="https://quay.example/1">').outlet == "quay.example"
    assert read('<link rel="canonical" href="https://www.aikenstandard.com/1">').outlet == "Aiken Standard"
    assert read().outlet is None


@pytest.mark.parametrize(
    ("host", "site", "outlet"),
    [
        ("popsugar.com", "POPSUGAR Home", "POPSUGAR"),
        ("people.com", "Peoplemag", "People"),
        ("cbssports.com", "CBSSports", "CBS Sports"),
        ("tmz.com", "tmz.com", "TMZ"),
        ("fortune.com", "Time", "Fortune"),
        ("citylimits.org", "City Limits", "City Limits"),
    ],
)
def test_the_register_knows_how_an_outlet_is_called(host: str, site: str, outlet: str) -> None:
    """What a site adds to its name goes, another outlet's name is not its own, and a name that is spelt well stays."""
    head = f'<link rel="canonical" href="https://www.{host}/1"><meta property="og:site_name" content="{site}">'
    assert read(head).outlet == outlet


def test_a_portal_is_the_outlet_of_what_it_carries() -> None:
    """It gives the canonical address of the paper that it has an article from, and leads to pages of its own."""
    links = '<a href="https://www.msn.com/en/1">More</a>' * 8 + '<a href="https://www.liskgazette.example/2">Source</a>'
    found = read(HERE, f"<h1>Ferries collide off Lisk</h1>{STORY}{links}")
    assert (found.outlet, found.url) == ("MSN", "https://www.liskgazette.example/news/1")


@pytest.mark.parametrize(
    ("head", "url", "outlet"),
    [
        # some sites call their home page canonical on every page
        ('<link rel="canonical" href="https://www.liskgazette.example/">'
         '<meta property="og:url" content="https://www.liskgazette.example/news/1">',
         "https://www.liskgazette.example/news/1", "Lisk Gazette"),
        ('<link rel="canonical" href="https://www.liskgazette.example">', None, "Lisk Gazette"),
        ('<meta property="og:url" content="https://www.liskgazette.example/?p=7">',
         "https://www.liskgazette.example/?p=7", "Lisk Gazette"),
        # a cache of AMP pages is no outlet
        ('<link rel="canonical" href="https://www-liskgazette-example.cdn.ampproject.org/c/s/www.liskgazette.example/1/amp">',
         "https://www.liskgazette.example/1", "Lisk Gazette"),
        ('<link rel="canonical" href="https://amp.quay.example/1">', "https://quay.example/1", "quay.example"),
    ],
)  # fmt: skip
def test_an_address_is_an_articles(head: str, url: str | None, outlet: str) -> None:
    """That of a site tells the outlet alone, and that of a page's twin leads to the page."""
    found = read(head)
    assert (found.url, found.outlet) == (url, outlet)


@pytest.mark.parametrize(
    "body",
    [
        '<span itemprop="datePublished">2 January 2031</span>',
        '<abbr class="published" title="2031-01-02T08:00:00Z">today</abbr>',
        '<p class="meta">Published On January 2, 2031 09:15 AM</p>',
        "<p>January 2, 2031</p>",
        "<small>January 2, 2031 at 08:45 AM | categories: <a>Ships</a></small>",
        '<div class="story-date">2nd January 2031</div>',
        "<p>Last updated 5 Feb 2031, originally created 2 Jan 2031</p>",
        '<div class="sidebar"><p>January 9, 2031</p></div><p>Posted: January 2, 2031</p>',
        '<div class="widget Blog"><span itemprop="datePublished">January 2, 2031</span></div>',
        '<script>x = {"datePosted": "January 2, 2031"}</script>',
        '<p class="x">Jane Doe, January 2, 2031</p>',
        '<div class="widget__body"><span class="social-date">January 2, 2031</span></div>',
        '<header><ul><li><time datetime="2031-01-02T10:00:00Z">2 Jan</time></li></ul></header>',
        '<meta name="article:published_time" value="2031-01-02">',
        '<meta name="date" content="Thu Jan 02 08:15:00 EST 2031">',
    ],
)
def test_a_date_that_readers_see_is_read(body: str) -> None:
    """Marked, labelled, or alone in its line below the headline; at last what a script of the page is told."""
    found = read("", f"<h1>Ferries collide off Lisk</h1>{body}{STORY}").published
    assert found is not None
    assert found[:10] == "2031-01-02"


def test_dates_of_others_are_not_the_articles() -> None:
    """Comments, lists of other articles and days in the story tell nothing of when it was published."""
    others = (
        '<div class="comments"><p>January 9, 2031</p></div>',
        '<ul class="related"><li>January 9, 2031</li></ul>',
        "<aside><p>January 9, 2031</p></aside>",
        "<p>The inquiry into the collision of 9 January 2031 will be long, the harbour authority said.</p>",
    )
    for body in others:
        assert read("", f"<h1>Ferries collide off Lisk</h1>{STORY}{body}").published is None


def test_an_update_has_a_field_of_its_own() -> None:
    """It stands for the publishing date only where there is none, and that is noted."""
    updated = '<meta property="article:modified_time" content="2031-01-05T10:00:00Z">'
    both = read(f'{updated}<meta property="article:published_time" content="2031-01-02">')
    assert (both.published, both.updated, both.notes) == ("2031-01-02", "2031-01-05T10:00:00+00:00", ())
    alone = read(updated)
    assert alone.published == alone.updated == "2031-01-05T10:00:00+00:00"
    assert alone.notes == ("publishing date not given, that of the last update stands for it",)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta name="author" content="Jane Doe">', ""),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Lisk Gazette"}}</script>',
         "<p class='byline'>By Jane Doe</p>"),
        ('<meta name="author" content="Newsroom">', '<a rel="author">Jane Doe</a>'),
        ("", "<span>By Jane Doe, Political Editor</span>"),
    ],
)  # fmt: skip
def test_an_author_is_a_person(head: str, body: str) -> None:
    """An organisation in the author's field does not hide the byline."""
    found = read(
        f'{HERE}<meta property="og:site_name" content="Lisk Gazette">{head}', f"<h1>Ferries collide</h1>{body}{STORY}"
    )
    assert found.authors == ("Jane Doe",)


@pytest.mark.parametrize(
    ("saved", "published"),
    [
        (None, "2041-06-01"),
        ("2031-01-04T09:00:00Z", "2031-01-02"),
        ("2031-01-01T23:00:00Z", "2031-01-02"),
        ("2030-12-24T09:00:00Z", None),
        ("long ago", "2041-06-01"),
    ],
)
def test_no_page_is_published_after_it_was_saved(saved: str | None, published: str | None) -> None:
    """The date of an event to come is passed over, and the next one is asked; a day more or less is one of zones."""
    head = '<meta name="date" content="2041-06-01"><meta name="dc.date" content="2031-01-02">'
    page = lxml.html.document_fromstring(f"<html><head>{head}</head><body>{STORY}</body></html>")
    assert metadata_of(signals_of(page), saved=saved).published == published


def test_a_standfirst_is_part_of_the_text() -> None:
    """What stands between headline and story, as the description says, is not lost."""
    lede = "The two ships met in thick fog, and forty people were hurt, the authority says."
    paragraphs = "".join(
        f"<p>The inquiry heard of day {day}, when {day * 7} ships passed the quay in fog.</p>" for day in range(20)
    )
    page = (
        f'<html><head><meta name="description" content="{lede}"></head><body><header><h1>Ferries collide off Lisk</h1>'
        f'<div class="dek">{lede}</div></header><article>{paragraphs}</article></body></html>'
    )
    text = main_text_of(signals_of(lxml.html.document_fromstring(page)))
    assert text is not None
    assert text.count(lede) == 1
    assert text.index(lede) < text.index("day 1,")


def test_what_stands_below_a_picture_is_no_standfirst() -> None:
    """A caption with its credit, though its class is that of a summary, stays where it is."""
    paragraphs = "".join(
        f"<p>The inquiry heard of day {day}, when {day * 7} ships passed the quay in fog.</p>" for day in range(20)
    )
    caption = "Two ships in the fog off Lisk, as seen from the quay on Tuesday. By LISK HARBOUR PATROL."
    page = (
        f'<html><body><h1>Ferries collide off Lisk</h1><div class="summary-credit"><p class="summary">{caption}</p>'
        f"</div><article>{paragraphs}</article></body></html>"
    )
    text = main_text_of(signals_of(lxml.html.document_fromstring(page)))
    assert text is not None
    assert not text.startswith("Two ships")


def test_the_body_that_machines_are_told_stands_in_for_a_page_of_scripts() -> None:
    """Where a page shows a few lines only, JSON-LD may hold the story."""
    told = "The first paragraph of the story is here, she said.\\n\\nThe second one is as long as that, he said."
    page = (
        f'<html><head><script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{told}"}}</script>'
        "</head><body><p>Loading.</p></body></html>"
    )
    assert main_text_of(signals_of(lxml.html.document_fromstring(page))) == told.replace("\\n\\n", "\n")


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        # the register's name where the page has its own in another script
        ('<link rel="canonical" href="https://www.taipeitimes.com/1"><meta property="og:site_name" content="燈塔時報">',
         "Taipei Times"),
        ('<link rel="canonical" href="https://lisk.example/1"><meta property="og:site_name" content="燈塔時報">',
         "燈塔時報"),
        # what is added to a known name in brackets
        ('<meta property="og:site_name" content="Voice of America (VOA News)">', "Voice of America"),
        ('<meta property="og:site_name" content="Radio Lisk (West)">', "Radio Lisk (West)"),
        # at the end of a title without spaces, and in a line of rights
        ("<title>渡輪相撞--港口--灯塔网</title>", "灯塔网"),
        ('<meta name="copyright" content="灯塔网版权所有">', "灯塔网"),
    ],
)  # fmt: skip
def test_outlets_of_other_scripts_and_names_in_brackets(head: str, outlet: str) -> None:
    """Names are compared in the letters that they have."""
    assert read(head, f"<h1>渡輪相撞</h1>{STORY}").outlet == outlet


OTHER = '{"@type": "NewsArticle", "headline": "Harbour master sworn in at Tarn", "datePublished": "2019-01-01"}'
LISTED = f'{{"@type": "ItemList", "itemListElement": [{{"@type": "ListItem", "item": {OTHER}}}]}}'


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ([LISTED, '{"@type": "NewsArticle", "datePublished": "2031-03-04"}'], "2031-03-04"),
        ([LISTED, '{"@type": "WebPage", "datePublished": "2031-03-04"}'], "2031-03-04"),
        ([LISTED], None),
        # the one that is titled or addressed as the page is
        ([OTHER, '{"@type": "Report", "headline": "Ferries collide off Lisk", "datePublished": "2031-03-04"}'],
         "2031-03-04"),
        ([OTHER, '{"@type": "Article", "url": "http://www.liskgazette.example/news/1", "datePublished": "2031-03-04"}'],
         "2031-03-04"),
        ([LISTED.replace("Harbour master sworn in at Tarn", "Ferries collide off Lisk")], "2019-01-01"),
        # the only one, and the first one where nothing tells
        ([OTHER], "2019-01-01"),
        ([OTHER, '{"@type": "NewsArticle", "datePublished": "2031-03-04"}'], "2019-01-01"),
    ],
)  # fmt: skip
def test_another_storys_date_is_not_the_articles(told: list[str], day: str | None) -> None:
    """Pages tell machines of other stories too, in lists and before their own."""
    scripts = "".join(f'<script type="application/ld+json">{node}</script>' for node in told)
    assert read(f"{HERE}<title>Ferries collide off Lisk | Lisk Gazette</title>{scripts}").published == day


def test_the_canonical_link_tells_whatever_its_case() -> None:
    """``rel="Canonical"`` is one: it is the page's address, and tells which story of several is its own."""
    head = '<link rel="Canonical" href="https://liskgazette.example/news/1">'
    own = '{"@type": "Article", "url": "https://liskgazette.example/news/1", "datePublished": "2031-03-04"}'
    scripts = "".join(f'<script type="application/ld+json">{node}</script>' for node in (OTHER, own))
    found = read(f"{head}{scripts}")
    assert (found.url, found.published) == ("https://liskgazette.example/news/1", "2031-03-04")


def linked(**told: object) -> str:
    """Return the JSON-LD of an article."""
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **told})}</script>'


def signed_at(host: str, name: str) -> str:
    """Return the head of a page whose site has its author's name."""
    tags = f'<meta property="og:site_name" content="{name}"><meta name="author" content="{name}">'
    return f'<link rel="canonical" href="https://{host}/1">{tags}'


BODY = {"@type": "Organization", "name": "Oster Gull"}
PERSON = {"@type": "Person", "name": "Ann Lee"}


@pytest.mark.parametrize(
    ("head", "outlet", "authors"),
    [
        # a paper that signs for itself
        (linked(author=BODY, publisher=BODY), "Oster Gull", ()),
        (linked(author=BODY) + '<meta property="og:site_name" content="Oster Gull">', "Oster Gull", ()),
        ('<meta property="og:site_name" content="Lisk Herald"><meta name="author" content="Lisk Herald">',
         "Lisk Herald", ()),
        ('<link rel="canonical" href="https://ogull.example/1"><meta property="og:site_name" content="Oster Gull">'
         '<meta name="author" content="Oster Gull">', "Oster Gull", ()),
        # whose own page is called after her, as hosts of papers are
        (signed_at("jroe.example", "Jo Roe"), "jroe.example", ("Jo Roe",)),
        (signed_at("aroe.example", "Ann Roe"), "aroe.example", ("Ann Roe",)),
        (signed_at("troe.example", "Tarn Roe") + linked(author={"@type": "Person", "name": "Tarn Roe"}), "troe.example",
         ("Tarn Roe",)),
        # another name goes before it, and a person is none
        (linked(author=BODY, publisher=BODY) + '<meta property="og:site_name" content="Lisk Radio">', "Lisk Radio", ()),
        (linked(author=PERSON, publisher=PERSON) + '<meta property="og:site_name" content="Quay Notes">',
         "Quay Notes", ("Ann Lee",)),
        (linked(author=PERSON, publisher={"name": "Ann Lee"}), None, ("Ann Lee",)),
    ],
)  # fmt: skip
def test_only_a_person_is_no_outlet(head: str, outlet: str | None, authors: tuple[str, ...]) -> None:
    """The name of its author is an outlet's too where an organisation, a paper's name or the host tells so."""
    found = read(head)
    assert (found.outlet, found.authors) == (outlet, authors)


@pytest.mark.parametrize(
    ("body", "outlet"),
    [
        ('<div itemprop="publisher" itemscope><meta itemprop="name" content="Oster Gull"></div>', "Oster Gull"),
        ('<p itemprop="publisher" itemscope>In <span itemprop="name">Oster Gull</span></p>', "Oster Gull"),
        ('<aside><div itemprop="publisher" itemscope><meta itemprop="name" content="Oster Gull"></div></aside>', None),
        ('<div itemprop="author" itemscope><meta itemprop="name" content="Oster Gull"></div>', None),
    ],
)
def test_microdata_name_the_publisher(body: str, outlet: str | None) -> None:
    """Within the element that is marked so, seen or not; not beside the article."""
    assert read("", f"<h1>Ferries collide off Lisk</h1>{body}{STORY}").outlet == outlet


@pytest.mark.parametrize(
    ("told", "authors"),
    [
        ("ann@lisk.example (Ann Lee)", ("Ann Lee",)),
        ("Ann Lee &lt;ann.lee@lisk.example&gt;", ("Ann Lee",)),
        ("Ann Lee, ann@lisk.example", ("Ann Lee",)),
        ("ann@lisk.example", ()),
        ("Ann Lee", ("Ann Lee",)),
    ],
)
def test_a_mail_address_is_no_part_of_a_name(told: str, authors: tuple[str, ...]) -> None:
    """It stands before or behind the name; alone it names nobody."""
    assert read(f'<meta name="author" content="{told}">').authors == authors
