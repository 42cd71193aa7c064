"""A page's lines as a browser shows them: source line breaks, preformatted prose, embedded posts, hidden copies."""

from __future__ import annotations

import pytest

from whosays.extract.articles.web import read_page

STORY = (
    "<p>Two ferries collided off Lisk on Tuesday, the harbour authority said in a statement to the press.</p>"
    "<p>Rescuers went out at four in the morning and came back with forty people, who were taken to the school.</p>"
    "<p>The owners have not said why the doors of the ferry were open when it left the harbour in the storm.</p>"
)
POST = "The doors were open when we left, and the captain knew of it. Nobody of the harbour authority has asked me."


def text_of(body: str) -> str:
    return read_page(f"<html><head><title>Ferries collide off Lisk</title></head><body>{body}</body></html>").text


@pytest.mark.parametrize(
    "part",
    [
        "<div>The harbour master, Ann\n      Lee of Tarn, was asleep.</div>",
        "<p>A storm was near.<br>\nThe harbour master, Ann\r\n\tLee of Tarn, was asleep.</p>",
        "<ul><li>The harbour master, <b>Ann\nLee</b> of\nTarn, was asleep.</li></ul>",
        "<div>The harbour master, Ann \n Lee of Tarn,\r\nwas asleep.</div>",
    ],
)
def test_a_line_break_of_the_source_is_a_space(part: str) -> None:
    """In whatever element, and before a capital letter too."""
    assert "The harbour master, Ann Lee of Tarn, was asleep." in text_of(
        f"<article>{STORY}{part}{STORY[:130]}</article>"
    )


def test_wrapped_prose_in_its_own_lines_is_paragraphs() -> None:
    """A wire story that is wrapped at a column, between its empty lines."""
    wrapped = (
        "The ferries were on their way to Tarn, said the harbour\n"
        "authority, which had told both of them of the storm that\n"
        "Ann Lee, the master, had seen coming.\n\n"
        "Neither of them answered her."
    )
    text = text_of(f"<article>{STORY}<pre>{wrapped}</pre></article>")
    assert "said the harbour authority, which had told both of them of the storm that Ann Lee" in text
    assert "coming.\n\nNeither" in text


def test_lines_that_are_not_wrapped_stay_lines() -> None:
    """A dialogue keeps who speaks in front."""
    text = text_of(f"<article>{STORY}<pre>LEE: Were the doors open?\nROE: They were.\nLEE: Who knew?</pre></article>")
    assert "LEE: Were the doors open?\n\nROE: They were." in text


@pytest.mark.parametrize(
    ("around", "name"),
    [("social-media-embed", "twitter-tweet"), ("embed social", "instagram-media"), ("x-share", "bluesky-embed")],
)
def test_an_embedded_post_is_quoted(around: str, name: str) -> None:
    """Whatever the page calls what is around it."""
    post = f'<div class="{around}"><blockquote class="{name}"><p>{POST}</p>Eva Roe (@evaroe)</blockquote></div>'
    assert f"> {POST}" in text_of(f"<article>{STORY}{post}{STORY[:130]}</article>")


def test_buttons_are_no_post() -> None:
    """A box for sharing that holds no post goes as before."""
    box = '<div class="social-share"><p>Share this story on Gull and on Tern</p></div>'
    assert "Share this" not in text_of(f"<article>{STORY}{box}{STORY[:130]}</article>")


@pytest.mark.parametrize("style", ["display:none", "color:red; visibility: hidden"])
def test_a_hidden_copy_of_the_story_goes(style: str) -> None:
    """What is written once for readers and once for machines is read once."""
    text = text_of(f'<div class="post">{STORY}</div><div style="{style};">{STORY}</div>')
    assert text.count("Rescuers went out") == 1
    shown = text_of(f'<article>{STORY}<div style="display:block"><p>{POST}</p></div></article>')
    assert POST in shown


def test_a_hidden_whole_of_what_only_begins_in_sight_stays() -> None:
    """Behind "read more" stands the lead once more, and the story."""
    lead = "<p>Two ferries collided in thick fog off Lisk on Sunday evening, and forty were hurt, rescuers said.</p>"
    text = text_of(f'<div class="post">{lead}</div><div style="display:none">{lead}{STORY}</div>')
    assert "Rescuers went out" in text


def test_characters_that_mark_up_may_not_have_cost_nothing() -> None:
    """A page holds some all the same."""
    assert "Ann Lee" in text_of(
        f"<article>{STORY}<p>The\x0b harbour\x01 master\nwas Ann&#1; Lee of Tarn.</p></article>"
    )
