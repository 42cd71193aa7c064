"""What a page sets into a story's lines and is none of it: credits of pictures, links to other articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from whosays.extract.articles.credits.insets import without_insets
from whosays.extract.articles.prose import prose_of
from whosays.extract.articles.reader import read_article

CAPTION = "A woman looks at the flooded pier in Orm on Monday."
STORY = "The council said the pier would be rebuilt."


def parts(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in without_insets(text, (0, len(text)))]


class TestCredits:
    @pytest.mark.parametrize(
        "credit",
        [
            "Ida Roe/AFP",
            "Ida Roe/AFP/Getty Images",
            "Ida Q. Roe/Anadolu/Getty Images/File",
            "Abdel al-Roe/Lisk Photo/Reuters",
            "AFP/Getty Images",
            "Korrin Interior Ministry via REUTERS",
            "Obtained by CNN",
            "(AP Photo/Ida Roe) Ida Roe/AP",
            "(Photo by Ida Roe / AFP)",
            "(File Photo)",
            "[Image: I. Roe]",
            "ATTENTION EDITORS - THIS PICTURE IS FROM A THIRD PARTY. Ida Roe/Reuters",
            "Video Ad Feedback Pilot explains why the pier fell 01:11 - Source: CNN",
        ],
    )
    def test_a_credit_behind_a_caption_parts_it_from_the_story(self, credit: str) -> None:
        """Who took a picture is left out, and no part of the name of who speaks behind it."""
        assert parts(f"{CAPTION} {credit} {STORY}") == [CAPTION, STORY]

    def test_a_name_behind_an_agency_is_the_storys(self) -> None:
        """The credit ends with the agency, whoever is named right behind it."""
        assert (
            parts(f"{CAPTION} Jo Roe/AFP/Getty Images Ida Quill, a pilot, said no.")[1]
            == "Ida Quill, a pilot, said no."
        )

    def test_a_credit_ends_a_line_too(self) -> None:
        """Nothing has to follow a credit."""
        assert parts(f"{CAPTION} Ida Roe/Reuters") == [CAPTION]

    @pytest.mark.parametrize(
        "text",
        [
            "The pier fell. CNN/Lisk polls show that few mind.",
            "The pier fell. AFP/Reuters reporters saw it fall.",
            "The pier fell. Reuters said nobody was hurt.",
            "They met in Orm. Lisk/Orm talks go on.",
            "The deal was leaked. Obtained by nobody, it was a fake.",
            "She left the room (as Ida Roe did) and went home.",
            "He showed a picture. (Photos of the pier are rare.) He left.",
            "She fell. (Sources close to the mayor told the Gull that she had been pushed.) The council met.",
            "He spoke for hours. (Picture this: nobody clapped.) He left.",
            "He sold the boat to his brother (Quay Pictures). She left.",
        ],
    )
    def test_slashes_and_brackets_of_the_story_stay(self, text: str) -> None:
        """Of what is told nothing is left out, though it has a slash, an agency or a bracket."""
        assert parts(text) == [text]


class TestLinks:
    @pytest.mark.parametrize(
        ("headline", "story"),
        [
            ("Korrin harbour master quits over broken lights in Orm", STORY),
            ("Lisk mayor says ferry will sail again ‘by spring’", "While nobody was hurt, two boats sank."),
            (
                "Who are the pilots, and why are they on strike?",
                "“We will not sail before the lights are mended,” Roe said.",
            ),
            ("Orm ferry is late again. Here’s why that matters in Lisk", "In March, the company was fined."),
            ("Orm warns of storms, harbour master says", "“We have all boats in the harbour and will stay,” Roe said."),
        ],
    )
    def test_another_articles_headline_is_left_out(self, headline: str, story: str) -> None:
        """Up to a word or a quotation that no headline has inside, what is behind the label is another article's."""
        assert parts(f"{CAPTION} Ida Roe/AP Related article {headline} {story}") == [CAPTION, story]

    def test_a_credit_alone_before_the_label_goes_with_it(self) -> None:
        """What stands between the full stop and the label says whose the picture is."""
        text = f"{CAPTION} Orm Rescue Related video Ferry sinks off the coast of Korrin {STORY}"
        assert parts(text) == [CAPTION, STORY]

    @pytest.mark.parametrize(
        "fused",
        [
            "Korrin watches its ferries with a mix of hope and fear Lisk has sold two of them.",
            "Ida Roe Takes Over As Harbour Master In Orm Korrin sold two boats.",
            "Lisk mayor quits over ferry Roe told The Lisk Gazette that it was time.",
            "Orm mayor defends pier Roe called it “a fine pier” that he would rebuild.",
            "Lisk ferry sinks off the coast of Orm Roe said nobody had called On Monday the mayor wept.",
            "Lisk ferry sinks off the coast of Orm Roe asked the crew why it sank? The mayor wept.",
        ],
    )
    def test_no_sentence_of_news_is_lost(self, fused: str) -> None:
        """Where a name opens the story, or all words have capitals, the link stays; its credit parts it off."""
        assert parts(f"{CAPTION} Ida Roe/AP Related article {fused}") == [CAPTION, f"Related article {fused}"]

    def test_words_of_the_story_are_no_label(self) -> None:
        """What is related to something is news."""
        text = "Orm lost a ferry. Related articles of the law were changed. The related video was shown."
        assert parts(text) == [text]


def test_insets_part_paragraphs_of_a_file_that_runs_on(tmp_path: Path) -> None:
    """The prose has a paragraph each side of an inset, whose offsets are those of the file."""
    path = tmp_path / "story.txt"
    path.write_text(f"Pier falls in Orm\n\n{STORY} {CAPTION} Ida Roe/AFP Korrin’s mayor said he was sorry.\n", "utf-8")
    article = read_article(path)
    prose = prose_of(article)
    assert f"{CAPTION}\n\nKorrin’s mayor" in prose.text
    at = prose.text.index("Korrin’s")
    assert article.text[slice(*prose.span(at, at + 8))] == "Korrin’s"
