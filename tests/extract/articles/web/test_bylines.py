"""The byline that readers of a page see, and what stands beside the names in it."""

from __future__ import annotations

import lxml.html  # type: ignore[import-untyped]
import pytest

from whosays.extract.articles.metadata import Metadata
from whosays.extract.articles.web.page_metadata import metadata_of
from whosays.extract.articles.web.signals import signals_of

STORY = "<p>Two ferries collided off Lisk on Tuesday, the harbour authority said in a statement to the press.</p>"
HERE = '<link rel="canonical" href="https://www.liskgazette.example/news/1">'
SITE = '<meta property="og:site_name" content="Lisk Gazette">'


def read(head: str = "", body: str = "", top: str = "") -> Metadata:
    page = lxml.html.document_fromstring(
        f"<html><head>{HERE}{SITE}{head}</head><body>{top}<h1>Ferries collide off Lisk</h1>{body}{STORY}</body></html>"
    )
    return metadata_of(signals_of(page))


@pytest.mark.parametrize(
    "body",
    [
        '<div class="meta"><a href="/author/jdoe">Jane Doe</a></div>',
        '<div class="x1"><a href="https://www.liskgazette.example/about/editors/jane-doe/">Jane Doe</a></div>',
        '<a class="story-cnt__author" href="/User/JaneDoe">Jane Doe</a>',
        '<div class="StoryAuthor-nameText">Jane Doe</div>',
        '<div class="byline"><a rel="author">Jane Doe</a> <span>Dec 2, 2031</span> <a>Twitter</a></div>',
        '<div class="byline">By Jane Doe Dec 2, 2031</div>',
        '<div class="byline">Jane Doe CEO</div>',
        '<div class="author">Written by <a>Jane Doe</a> in <a>Ships</a> on 2 January 2031. <a>4 Comments</a></div>',
        '<p class="byline">By <b>Jane</b> <b>Doe</b></p>',
        '<div class="byline">By <a rel="author">Jane Doe</a><br>Photographs by <a rel="author">John Roe</a></div>',
        '<div hidden itemprop="author"><meta itemprop="name" value="Jane Doe"></div>',
        '<p>By Jane Doe, AMP Project Marketing</p>',
    ],
)  # fmt: skip
def test_a_name_is_told_from_what_stands_beside_it(body: str) -> None:
    """Dates, roles, networks and the names of other trades are no part of it, wherever a page puts them."""
    assert read(body=body).authors == ("Jane Doe",)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta name="byl" content="By Jane Doe, John K. Roe and Ann Lee">', ""),
        ('<meta name="author" content="Jane Doe"><meta name="author" content="John K. Roe">'
         '<meta name="author" content="Ann Lee">', ""),
        ("", '<p>By <a rel="author">Jane Doe</a>, <a rel="author">John K. Roe</a> and <a rel="author">Ann Lee</a></p>'),
        ("", '<ul class="x"><li><a href="/writer/jane-doe"><span>Jane Doe</span></a></li>'
             '<li><a href="/writer/john-roe"><span>John K. Roe</span></a></li>'
             '<li><a href="/writer/ann-lee"><span>Ann Lee, The Associated Press</span></a></li></ul>'),
        ('<meta name="author" content="Jane Doe">', '<p class="byline">By Jane Doe, John K. Roe and Ann Lee</p>'),
        ('<meta name="citation_author" content="Doe, Jane"><meta name="citation_author" content="Roe, John K.">'
         '<meta name="citation_author" content="Lee, Ann">', ""),
    ],
)  # fmt: skip
def test_several_authors_stay_several(head: str, body: str) -> None:
    """In one string or several, joined by words or marked alike; a byline may have more than machines are told."""
    assert read(head, body).authors == ("Jane Doe", "John K. Roe", "Ann Lee")


@pytest.mark.parametrize(
    ("top", "body"),
    [
        ('<nav><a rel="author">Otto Marr</a></nav>', ""),
        ('<div class="menu__list">By Otto Marr</div>', ""),
        ('<a href="/author/marr">Otto Marr</a>', ""),
        ("", '<ul class="popular-posts"><li><div class="byline">By Otto Marr</div></li></ul>'),
        ("", '<p>Of the <a href="/people/marr">Otto Marr</a> whom the harbour authority has sued over the lights '
             'of the two ferries there is nothing new, it said in a statement to the press on Tuesday.</p>'),
        ("", '<p>By Position FB Transfers</p>'),
    ],
)  # fmt: skip
def test_names_elsewhere_are_no_byline(top: str, body: str) -> None:
    """Menus, lists of other articles and people in the story wrote nothing; what stands above comes last."""
    byline = '<div class="byline">By Jane Doe</div>'
    assert read(body=byline + body, top=top).authors == ("Jane Doe",)
    assert "Position FB Transfers" not in read(body=body, top=top).authors


def test_a_publisher_is_no_author() -> None:
    """The company of the copyright line, told as the author, gives way to whom another tag names."""
    head = (
        '<meta name="author" content="Marr Quay"><meta name="copyright" content="Copyright (c) Marr Quay 2031">'
        '<meta property="article:author" content="April Doe">'
    )
    assert read(head).authors == ("April Doe",)


def test_one_word_is_a_name_where_its_link_says_so() -> None:
    """A pseudonym counts where nothing else is told; works that are cited have authors of their own."""
    assert read(body='<a href="/author/quayside">Quayside</a>').authors == ("Quayside",)
    cited = "".join(f'<meta itemprop="author" content="Jane {chr(65 + n)}. Doe">' for n in range(25))
    assert read(body=cited * 2).authors == ()


def test_a_deep_byline_is_read_without_recursion() -> None:
    """Elements inside one another, however many, cost no article."""
    deep = "<span>" * 2_000 + "Jane Doe" + "</span>" * 2_000
    assert read(body=f'<div class="byline">{deep}</div>').authors in (("Jane Doe",), ())


@pytest.mark.parametrize(
    ("body", "authors"),
    [
        # an account with the name of the paper, and who wrote it above or below the story
        ('<p>by <a rel="author">Lisk Gazette</a></p><p><strong>Mara Quist/Tolo Brandt</strong></p>',
         ("Mara Quist", "Tolo Brandt")),
        ('<p>by <a rel="author">Lisk G</a></p><p><em>MARA QUIST</em></p>', ("Mara Quist",)),
        ('<p>by <a rel="author">Lisk Gazette</a></p>', ()),
        # a heading, a plain line and somebody of whom the story tells are no signatures
        ("<p><strong>Key Points</strong></p>", ()),
        ("<p>Mara Quist</p>", ()),
        ("<p><strong>Eva Roe</strong></p>", ()),
    ],
)  # fmt: skip
def test_a_story_is_signed_where_no_byline_names_a_person(body: str, authors: tuple[str, ...]) -> None:
    """Names alone in a bold paragraph right above the story, unless the story tells of them."""
    story = f"<p>{'The ferries came from Lisk, and it was late when they met. ' * 3}Eva Roe saw it.</p>"
    assert read('<meta name="author" content="Lisk Gazette">', body + story).authors == authors


def test_a_story_is_signed_at_its_end() -> None:
    """Where the paragraph stands at the right."""
    story = f"<p>{'The ferries came from Lisk, and it was late when they met. ' * 3}</p>" * 3
    signed = '<p style="text-align:right;"><strong>Lê Quyên</strong></p><p>Lisk Gazette</p>'
    assert read(body=story + signed).authors == ("Lê Quyên",)


def test_authors_of_other_stories_are_not_those_of_this_one() -> None:
    """Cards of other stories carry microdata too."""
    person = '<span itemprop="author" itemscope><a href="/a"><span itemprop="name" content="{0}">{0}</span></a></span>'
    card = f'<div class="c"><h3><a href="/2">The mayor speaks</a></h3><div>{person.format("John Roe")}</div></div>'
    assert read(body=f"<div>{person.format('Jane Doe')}</div><div>{STORY}{card}</div>").authors == ("Jane Doe",)


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ('<meta name="author" content="204417">', ()),
        ('<meta property="og:title" content="港でフェリー衝突"><meta name="author" content="灯台新聞">'
         '<meta name="cxenseparse:author" content="港野波子、灯台守">', ("港野波子", "灯台守")),
        ('<meta property="og:title" content="港でフェリー衝突"><meta name="author" content="港野 波子">',
         ("港野 波子",)),
    ],
)  # fmt: skip
def test_numbers_are_no_authors_and_names_need_no_spaces(head: str, authors: tuple[str, ...]) -> None:
    """An account's number is nobody; names of two to five signs are persons on pages in that script alone."""
    assert read(head).authors == authors
