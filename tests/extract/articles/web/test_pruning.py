"""What stands in a page beside its article: boxes, cards, links to other stories, biographies; and what stays."""

from __future__ import annotations

import pytest

from whosays.extract.articles.web import read_page

HERE = '<link rel="canonical" href="https://www.liskgazette.example/news/1">'
STORY = (
    "<p>Two ferries collided off Lisk on Tuesday, the harbour authority said in a statement to the press.</p>"
    "<p>Rescuers went out at four in the morning and came back with forty people, who were taken to the school.</p>"
    "<p>The owners have not said why the doors of the ferry were open when it left the harbour in the storm.</p>"
)
MORE = (
    "<p>Divers will go down on Thursday if the wind allows it, and the inquiry is to begin before the month is out.</p>"
    "<p>“Nobody told us that the doors were open,” said Ann Lee, who keeps the books of the harbour authority.</p>"
)
OTHER = "The mayor of Tarn breaks his silence on the bridge"


def text_of(body: str, head: str = "") -> str:
    return read_page(
        f"<html><head><title>Ferries collide off Lisk</title>{HERE}{head}</head>"
        f"<body><h1>Ferries collide off Lisk</h1>{body}</body></html>"
    ).text


@pytest.mark.parametrize(
    "beside",
    [
        f'<p><strong>READ ALSO | <a href="/news/2">{OTHER}</a></strong></p>',
        f'<p>More: <a href="https://www.liskgazette.example/news/2">{OTHER}</a></p>',
        f'<p><a href="https://sport.liskgazette.example/news/2"><b>{OTHER.upper()}</b></a></p>',
        f'<ul><li><a href="/news/2">{OTHER}</a></li><li><a href="/news/3">{OTHER} again</a></li></ul>',
        f'<section><h2>More from <i>The Gazette</i></h2><div><a href="/2">x</a><p>{OTHER} now.</p></div></section>',
        f'<div><h3>Most read in Harbours</h3><div><p><a href="/2">Read</a> {OTHER}.</p></div></div>',
        f"<h3>Lesen Sie auch</h3><ul><li><a href='https://tarn.example/2'>{OTHER}</a></li></ul>",
        f'<div><a href="/news/2"><h1 class="t">{OTHER}</h1><p>{OTHER}, and says who paid.</p></a></div>',
        f'<div class="x-author-bio"><p>{OTHER} as a reporter.</p></div>',
        f'<section class="newsletter-form"><p>{OTHER}: have it sent to you.</p></section>',
        f'<div class="page-cta"><p>{OTHER}, for two crowns a month.</p></div>',
        f'<div class="no-access-comments"><p>{OTHER}? Tell us.</p></div>',
        f'<p class="visually-hidden">{OTHER}</p>',
        f'<form action="/poll"><p>{OTHER}: was he right?</p><input type="radio"></form>',
        f'<p>Who paid, <i>Ann Lee<span class="rollover-people-block">{OTHER} MORE</span></i> asked.</p>',
        f'<div class="video-js"><div class="vjs-error-display vjs-modal-dialog"><p>{OTHER} window</p></div></div>',
        f'<div class="latest-news-box"><ul><li><h3>{OTHER}</h3><p>{OTHER}, and how.</p></li></ul></div>',
        f'<div class="print-footer"><p>{OTHER}. This copy is your own.</p></div>',
    ],
)  # fmt: skip
@pytest.mark.parametrize("place", ["within", "behind"])
def test_other_stories_and_boxes_go(beside: str, place: str) -> None:
    """Wherever they stand, and the story stays whole."""
    article = f"<div class='story'>{STORY}{beside if place == 'within' else ''}{MORE}</div>"
    text = text_of(article + (beside if place == "behind" else ""))
    assert OTHER.casefold() not in text.casefold()
    assert text.startswith(("Ferries collide", "Two ferries"))
    assert "said Ann Lee" in text
    assert "Lesen" not in text
    assert "Most read" not in text


@pytest.mark.parametrize(
    "part",
    [
        f'<p>The paper wrote of it on Monday: <a href="/news/2">{OTHER}</a>, and nobody answered.</p>',
        f'<p><a href="/news/2">{OTHER}.</a></p>',  # a sentence that is a link is one of the story
        f'<p><a href="https://tarn.example/minutes">{OTHER}</a></p>',  # a source elsewhere
        f'<blockquote><p>{OTHER}, and so shall I.</p></blockquote>',
        f'<ul><li>{OTHER} for the first time.</li><li>The <a href="/x">bridge</a> is to be closed.</li></ul>',
        f'<h2>What is related to this</h2><p>{OTHER} for the first time.</p>',
        f'<div class="entry-content-read-more"><p>{OTHER} for the first time.</p></div>',
    ],
)  # fmt: skip
def test_what_belongs_to_the_story_stays(part: str) -> None:
    """Links in sentences, sources, quotations, lists, headings."""
    assert OTHER in text_of(f"<div class='story'>{STORY}{part}{MORE}</div>")


def test_a_box_that_holds_the_story_is_none() -> None:
    """A name that pages give to boxes is not believed where the article stands in it."""
    assert "said Ann Lee" in text_of(f'<div class="newsletter-page">{STORY}{MORE}</div>')
    assert "said Ann Lee" in text_of(f'<div><h3>More</h3><p><a href="/x">x</a></p>{STORY}{MORE}</div>')


@pytest.mark.parametrize("name", ["article-body", "x"])
def test_a_label_that_opens_the_body_takes_its_own_box_alone(name: str) -> None:
    """Called so by its page or told by its paragraphs, the story behind the box stays, and the box goes."""
    box = f'<div><h2>Most read</h2><ul><li><a href="/news/2">{OTHER}</a></li></ul></div>'
    rest = (
        STORY.replace(
            ".</p>", ", which is a long way from the school and from all who might have helped there, as they say.</p>"
        )
        * 2
    )
    many = "".join(f"<p>{number} {STORY[3:]}" for number in range(9))
    text = text_of(f'<div class="{name}">{box}{rest}</div><div class="comments">{many}</div>')
    assert "as they say" in text
    assert OTHER not in text


def test_an_article_in_several_containers_is_read_whole() -> None:
    """Advertising between two parts of a long story does not end it; another article of the page does."""
    first, second = (
        f'<div class="g"><div class="x article__body">{part}</div></div>' for part in (STORY * 3, MORE * 3)
    )
    ad = '<div class="row ad"><span>Advertisement</span></div>'
    assert "said Ann Lee" in text_of(f"<main>{first}{ad}{second}</main>")
    other = f'<h1>{OTHER}</h1><div class="x article__body"><p>{OTHER}, which stood for a hundred years.</p></div>'
    assert "hundred years" not in text_of(f"<main>{first}{other}</main>")


@pytest.mark.parametrize(
    "standfirst",
    [
        "<h2>Forty people are brought to the school as the owners keep silent</h2>",
        '<div class="article-excerpt">Forty people are brought to the school as the owners keep silent</div>',
        '<div><h2 class="font subheadline">Forty people are brought to the school as the owners keep silent</h2></div>',
    ],
)
def test_a_standfirst_needs_no_full_stop(standfirst: str) -> None:
    """What stands right below the headline, or is called so before the story begins, opens the text."""
    text = text_of(f"{standfirst}<div class='story'>{STORY}{MORE}</div>")
    assert "Forty people are brought to the school as the owners keep silent" in text


AUTHOR = '<meta name="author" content="Ann Marie Lee">'


@pytest.mark.parametrize("line", ["is a reporter for the Lisk Gazette.", "covers harbours, and keeps two boats."])
def test_who_an_author_is_ends_no_story(line: str) -> None:
    """The biography below a story goes."""
    assert "Marie" not in text_of(f"<div>{STORY}{MORE}<p>Ann Marie Lee {line}</p></div>", AUTHOR)


@pytest.mark.parametrize(
    ("name", "line"),
    [("Ann Marie Lee", "reported from Lisk and John Roe from Tarn."), ("Eva Roe", "is the harbour’s new master.")],
)
def test_who_reported_and_who_is_told_of_stays(name: str, line: str) -> None:
    """A credit is kept for its names, and a sentence on somebody else is news."""
    assert line in text_of(f"<div>{STORY}{MORE}<p>{name} {line}</p></div>", AUTHOR)


def test_links_are_told_in_linear_time() -> None:
    """A page of nested boxes is read; each part is counted once."""
    deep = '<div class="newsletter">' * 150 + STORY + "</div>" * 150
    assert "Rescuers" in text_of(deep * 3 + MORE)


SAID = (
    f"{OTHER}, which he had said he would never cross again while the tolls are paid to the water board of the valley."
)
AND = (
    " It was the third time since the winter in which the harbour froze, and the first for which anybody was to be "
    "asked, as people on the quay said to each other while they waited for the boats to come in."
)
LONG = STORY.replace("</p>", f"{AND}</p>")


def row(tag: str, part: str, many: int = 5) -> str:
    return "".join(f"<{tag} class='i'>{part.replace('NN', str(n))}</{tag}>" for n in range(10, 10 + many))


@pytest.mark.parametrize(
    "beside",
    [
        f"<ul>{row('li', f'<h3><a href=/news/NN>{OTHER} NN</a></h3><p>{SAID}</p>', 8)}</ul>",
        f"<div>{row('div', f'<a href=/news/NN><h4>{OTHER} NN</h4></a><div>{SAID}</div>', 8)}</div>",
        "<ul>"
        + row("li", f"<h3><a href='https://sport.liskgazette.example/a/NN'>{OTHER} NN</a></h3><p>{SAID}</p>", 4)
        + row("li", f"<h3><a href='https://tarn.example/a/NN'>{OTHER} at Tarn</a></h3><p>{SAID}</p>", 2)
        + "</ul>",
    ],
)
def test_a_row_of_teasers_goes_however_long(beside: str) -> None:
    """Each is the headline of another page and a few words on it."""
    text = text_of(f"<div class='story'>{LONG}{MORE}</div>{beside}")
    assert "mayor of Tarn" not in text
    assert "said Ann Lee" in text


@pytest.mark.parametrize(
    "part",
    [
        f"<h3><a href='#pNN'>{OTHER} NN</a></h3><p>{SAID}</p>",  # entries of a live page, by their own addresses
        f"<h3><a href='/news/1/pNN'>{OTHER} NN</a></h3><p>{SAID}</p>",
        f"<h3><a href='https://tarn.example/NN'>{OTHER} NN</a></h3><p>{SAID}</p>",  # a list of what stands elsewhere
        f"<h3>{OTHER} NN</h3><p>{SAID} <a href='/news/NN'>Minutes</a></p>",
    ],
)
def test_a_row_of_the_story_stays(part: str) -> None:
    assert "mayor of Tarn" in text_of(f"<div class='story'>{LONG}{MORE}<ul>{row('li', part)}</ul></div>")


@pytest.mark.parametrize("name", ["full-gallery", "photo-gallery"])
def test_a_gallery_of_many_pictures_beside_a_story_goes(name: str) -> None:
    """Where it is all that the page has, or of a few pictures, it stays."""
    pictures = f"<div class='{name}'><ul>{row('li', f'<h2>NN/20 {OTHER}</h2><p>{SAID}</p>', 12)}</ul></div>"
    text = text_of(f"<div class='story'>{LONG}{pictures}{MORE}</div>")
    assert "mayor of Tarn" not in text
    assert "said Ann Lee" in text
    assert "mayor of Tarn" in text_of(f"<div class='story'>{MORE}{pictures}</div>")
    few = f"<div class='{name}'><ul>{row('li', f'<h2>NN/20 {OTHER}</h2><p>{SAID}</p>', 2)}</ul></div>"
    assert "mayor of Tarn" in text_of(f"<div class='story'>{LONG}{few}{MORE}</div>")


def test_scripts_are_no_words() -> None:
    """Also where little is found, and the page is read for the most."""
    script = "<script>//<![CDATA[\n<!--\nlisk_ad_client = 'x';\nlisk_ad_width = 336;\n//-->\n//]]></script>"
    text = text_of(
        f"<table><tr><td><b>Ferries</b><br>Two ferries collided off Lisk.<br>{script}<br>More later.</td></tr></table>"
    )
    assert "lisk_ad" not in text
