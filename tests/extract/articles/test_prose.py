"""Clean prose with a way back, and what of an article is furniture."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.extract.articles.article import Article
from whosays.extract.articles.boilerplate import is_furniture
from whosays.extract.articles.prose import Prose, prose_of
from whosays.extract.articles.reader import read_article


def prose(text: str) -> Prose:
    return prose_of(Article("x.txt", text, "", ((0, len(text)),)))


def body(folder: Path, text: str) -> str:
    path = folder / "story.txt"
    path.write_bytes(text.encode())
    return prose_of(read_article(path)).text


class TestCleaning:
    @pytest.mark.parametrize(
        ("text", "clean"),
        [
            ("One line.\nAnother line.", "One line.\n\nAnother line."),
            ("One line.\r\n\r\n\r\nAnother line.", "One line.\n\nAnother line."),
            ("from which the first\n\nship was drawn — she said", "from which the first ship was drawn — she said"),
            ("a web\nbrowser that\nworks.", "a web browser that works."),
            ("He  said\u00a0it \t was.\u00a0 \n", "He said it was."),
            ("said in a state-\nment. So it was.", "said in a statement. So it was."),
            ("a well-\nknown man; well-known he is", "a well-known man; well-known he is"),
            ("from 1914-\nand later", "from 1914- and later"),
            ("<p>Kept <u>words</u> here.</p>", "Kept words here."),
            ("one<br/>two <br> three", "one two three"),
            ("if x < y and y > z", "if x < y and y > z"),
            ("Kyra ‘s men and Oster ’s ships", "Kyra’s men and Oster’s ships"),
            ("They said ‘stop’ and ‘s’ and the ‘s-word’", "They said ‘stop’ and ‘s’ and the ‘s-word’"),
            ("zero\u200bwidth and \u202ertl\u202c and so\u00adft", "zerowidth and rtl and soft"),
            ("half \ud83d a pair", "half \ufffd a pair"),
            ("It was “a fraud”.That was all he said.", "It was “a fraud”. That was all he said."),
            ("She asked: “Who pays?”Unlike him she knew.", "She asked: “Who pays?” Unlike him she knew."),
            ("The mill has won.The guild has lost.", "The mill has won. The guild has lost."),
            ("Both Ph.Ds use Mora.Com and Oster.Net daily.", "Both Ph.Ds use Mora.Com and Oster.Net daily."),
            ("sol\0dier", "soldier"),
            ("Tech news\niPhone sales fell.", "Tech news\n\niPhone sales fell."),
            ("The list:\nfirst, ships", "The list:\n\nfirst, ships"),
        ],
    )
    def test_text_is_cleaned(self, text: str, clean: str) -> None:
        """Paragraphs, broken sentences, spaces, tags, possessives and invisible characters are put right."""
        assert prose(text).text == clean

    def test_hard_wrapped_paragraphs_are_joined(self) -> None:
        """Lines that an editor broke at a width are one paragraph, even where the next begins with a capital."""
        text = (
            "The harbour authority of Lisk said on Tuesday that\n"
            "Captain Ada Moreno had warned of the fog. It said\n"
            "Oster Line had not answered the warning for hours.\n"
            "Nobody was hurt.\n\nA second paragraph stands alone."
        )
        first, second = prose(text).text.split("\n\n")
        assert first.endswith("for hours. Nobody was hurt.")
        assert second == "A second paragraph stands alone."

    def test_a_hyphen_before_a_capital_stays(self) -> None:
        """No word is broken there: "Rolls-Royce"; elsewhere the halves are one word."""
        text = (
            "The directors of the old mill at the Oster-\n"
            "Lund works in Lisk told the town council\n"
            "that it would be closed soon, and the gov-\n"
            "ernment was told of it late in the spring."
        )
        clean = prose(text)
        assert "Oster-Lund works" in clean.text
        assert "the government was" in clean.text
        at = clean.text.index("-Lund")
        assert text[slice(*clean.span(at + 1, at + 5))] == "Lund"


class TestWayBack:
    def test_spans_lead_back_to_the_article(self) -> None:
        """What was found in the prose is found at its place in the article, however much was dropped before it."""
        text = "<p>One  two</p>\r\n\r\nKyra ‘s\u200b  men <b>said</b> no\nmore."
        clean = prose(text)
        for word in ("One", "two", "Kyra", "men", "said", "more"):
            at = clean.text.index(word)
            assert text[slice(*clean.span(at, at + len(word)))] == word
        at = clean.text.index("Kyra’s")
        assert text[slice(*clean.span(at, at + 6))] == "Kyra ‘s"

    def test_the_end_and_the_outside(self) -> None:
        """The end of the prose has an offset, an empty span is empty, and nothing lies beyond."""
        clean = prose("  ab  ")
        assert clean.span(0, 2) == (2, 4)
        assert clean.span(2, 2) == (4, 4)
        with pytest.raises(IndexError):
            clean.offset(3)

    def test_an_article_without_prose(self) -> None:
        """No body, no prose; position 0 still maps."""
        empty = prose_of(Article("x.txt", "×", "", ()))
        assert empty.text == ""
        assert empty.span(0, 0) == (0, 0)

    @given(st.text(alphabet='aB.s \n\r\t\u00a0\u200b<>u/‘’“"\ud83d\U0001f6a2\0', max_size=60))
    def test_every_character_comes_from_where_it_says(self, text: str) -> None:
        """Offsets rise, and every letter of the prose is the letter at its offset in the article."""
        clean = prose(text)
        offsets = [clean.offset(at) for at in range(len(clean.text))]
        assert offsets == sorted(offsets)
        for at, offset in enumerate(offsets):
            if clean.text[at] not in " \n’\ufffd":
                assert text[offset] == clean.text[at]

    @given(st.text(alphabet="aB.s \n\u200b<>u/‘“\ud83d", max_size=60))
    def test_nothing_unclean_is_left(self, text: str) -> None:
        """No double space, no invisible character, no surrogate reaches the tokeniser."""
        assert not re.search(r"  |\u200b|[\ud800-\udfff]|\r|\t", prose(text).text)


class TestFurniture:
    @pytest.mark.parametrize(
        "line",
        [
            "Advertisement", "ADVERTISEMENT - CONTINUE READING BELOW", "Share this article", "×", "***", "___.",
            "See also  Ten ways to cook a turnip | Life News", "Related article: Harbour master resigns",
            "Read more: Harbour master resigns", "READ MORE", "Read more at HarbourGazette.example",
            "To view this video please enable JavaScript, and consider upgrading to a web", "WORLD NEWS",
            "Want more stories like this from the Harbour Gazette? Visit our page.", "Leave a Reply",
            "Your email address will not be published. Required fields are marked *", "+ There are no comments",
            "Do you have a story you would like to share? Contact [email protected]", "Source Link Website",
            "Sign up to our free daily newsletter here.",
            "Editor’s Note: Sign up for the Gazette’s Harbour Lights newsletter, which explores life on the quays.",
            "Follow us on Twitter @gazette", "Reuters",
            "Follow Lisk.example on Twitter and Facebook for more.", "More to follow", "Subscribe now!",
            "We choose what we recommend. Buying through us may earn us a commission, which pays for our work.",
            "For the latest breaking news and stories from Lisk, sign up for our newsletters.",
            "You must be logged in to post a comment", "Please read our Comment Policy before commenting.",
            "This is a breaking news story - more to follow", "Our website is the place for the latest breaking news.",
            "Subscribe to continue reading. Already a subscriber? Log in.", "This article is for subscribers only.",
            "To read the full story, start your free trial for one crown.", "Already a member? Sign in",
        ],
    )  # fmt: skip
    def test_boilerplate_is_furniture(self, line: str) -> None:
        """What a web page adds to a story is no story."""
        assert is_furniture(line)

    @pytest.mark.parametrize(
        "line",
        [
            "Read more than once, the letter seemed to contradict the minister's account.",
            "Share prices fell, the exchange said.",
            "To see the report, residents must register with the council by Friday, Lund said.",
            "Are you a member? That is what the guild asked each of the 40 workers, Ada Moll said.",
            "Sign in to view the content of the ballot was all that 300 voters saw, Moll said.",
            "This content is for members of the guild, Roe said in court.",
            "Share this burden, the bishop told them.",
            "“NO MORE WAR!”",
            "LOCK THE GATES!",
            "Advertisements for the ferry line were withdrawn on Monday, the company said.",
            "Contact with the vessel was lost at dawn, the navy said.",
            "Follow the money, investigators were told.",
            "Watch the harbour at night and you see why, Moreno said.",
            "More on that later, she said.",
            "The See also known as the diocese denied it.",
            "Related charges were dropped, prosecutors said.",
            "A ferry burns off Lisk on Tuesday (Picture: Oster Line)",
            "Subscribe to that theory and you must explain the fog, he said.",
            "Print this, he told the reporter, and you will regret it.",
            "Source close to the talks: no deal before Friday, and no ships either.",
            "Click, and the door was locked, she recalled.",
            "Comments by the minister angered the union.",
            "We earn no commission on tickets, the agents said.",
            "For the latest round of talks both unions must sign up by Friday, the mediator said.",
            "Subscribe, she told the crowd, and the ferry is saved.",
            "More to follow the example of Lisk, minister says",
            "Follow Moreno on deck and you hear nothing but the wind.",
            "To read the full report, ministers needed two days, the mayor said.",
            "Subscribers to the water board were told on Monday.",
            "This article of the treaty is for members of the union, she said.",
        ],
    )
    def test_news_is_not(self, line: str) -> None:
        """Sentences and captions that only begin like boilerplate are kept."""
        assert not is_furniture(line)

    def test_repeats_are_read_once_and_suffixes_cut(self, tmp_path: Path) -> None:
        """A headline printed three times with its section is one headline; a caption repeated is one caption."""
        headline, caption = "Ferries collide off Lisk in thick fog", "A diver looks at the broken hull of the ferry"
        text = (
            f"NEWS\n\n{headline} | Lisk News\n\n×\n\n{headline} | Lisk News\nShare this article\n{headline}\n\n"
            f"{caption}\nThe hull on Tuesday (Picture: Oster Line)\n\n"
            f"Forty people were hurt, officials said.\n\n{caption}\n"
        )
        assert body(tmp_path, text).split("\n\n") == [
            headline,
            caption,
            "The hull on Tuesday (Picture: Oster Line)",
            "Forty people were hurt, officials said.",
        ]

    def test_a_teaser_inside_a_sentence_does_not_break_it(self, tmp_path: Path) -> None:
        """An advertisement between two halves of a sentence goes, its second line too, and the halves meet."""
        text = (
            "Forty people were hurt, officials said. The ferry from which the first\n\n"
            "Related article: <u>Harbour master resigns over lights and</u>\nBuoys\n\n"
            "distress call came was the Ada, they added.\n"
        )
        assert "from which the first distress call came" in body(tmp_path, text)
        assert "Buoys" not in body(tmp_path, text)

    @pytest.mark.parametrize(
        ("below", "kept"),
        [
            ("Korrin says the pier makes the bay more dangerous", False),
            ("Is this the end of the mill? Here’s what may happen next", False),
            ("Korrin says the pier makes the bay more dangerous.", True),
        ],
    )
    def test_the_headline_below_a_link_to_another_story_goes(self, tmp_path: Path, below: str, kept: bool) -> None:
        """It is no news of this article; a sentence below such a label is."""
        text = f"Forty were hurt, officials said.\n\nRelated article\n\n{below}\n\nNobody drowned, they added.\n"
        assert (below in body(tmp_path, text)) is kept
        assert "Related article" not in body(tmp_path, text)
        assert "Nobody drowned" in body(tmp_path, text)

    def test_short_repeats_are_kept(self, tmp_path: Path) -> None:
        """A refrain of a few words may be news each time."""
        assert body(tmp_path, "“No.”\n\nHe was asked again, he said.\n\n“No.”\n").count("“No.”") == 2
