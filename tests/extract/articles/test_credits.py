"""Credit lines tell outlet, wire, author, date and link; passing mentions do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from whosays.extract.articles.article import Article
from whosays.extract.articles.credits.bylines import read_byline
from whosays.extract.articles.dates import iso_date, machine_date, url_date
from whosays.extract.articles.publishers import outlet_at
from whosays.extract.articles.reader import read_article

STORY = (
    "At least forty people were hurt off Lisk on Tuesday, the harbour authority said, as two ferries collided in fog."
)


def article(folder: Path, top: str = "", end: str = "", name: str = "a1.txt") -> Article:
    path = folder / name
    path.write_bytes(f"{top}\n\n{STORY}\n\n“We saw nothing,” captain Ada Moreno said.\n\n{end}\n".encode())
    return read_article(path)


class TestOutlet:
    @pytest.mark.parametrize(
        ("end", "name", "words"),
        [
            ("Read more at DailyMail.co.uk", "Daily Mail", "DailyMail.co.uk"),
            ("Read more at The Harbour Gazette", "The Harbour Gazette", "The Harbour Gazette"),
            ("Read more on BBC News", "BBC", "BBC News"),
            ("Want more stories like this from the Harbour Gazette? Follow.", "Harbour Gazette", "the Harbour Gazette"),
            ("Original url:\n\nhttps://www.themoscowtimes.com/2024/12/19/x-a1", "The Moscow Times",
             "https://www.themoscowtimes.com/2024/12/19/x-a1"),
            ("Source: https://news.harbour-gazette.example/x", "Harbour Gazette",
             "https://news.harbour-gazette.example/x"),
            ("This article was originally published by The Oster Courier.", "The Oster Courier", "The Oster Courier"),
            ("© 2024 The Oster Courier. All rights reserved.", "The Oster Courier", "The Oster Courier"),
            ("© Oster Ledger 2024", "Oster Ledger", "Oster Ledger"),
            ("Read the full series at Oster Ledger. Share this article", "Oster Ledger", "Oster Ledger"),
            ("Copyright 2024 The Irish Times", "The Irish Times", "The Irish Times"),
            ("Get in touch by emailing us at news@metro.co.uk.", "Metro", "metro.co.uk"),
        ],
    )  # fmt: skip
    def test_a_credit_at_the_end_names_the_outlet(self, tmp_path: Path, end: str, name: str, words: str) -> None:
        """Known by domain, known by name, or called as the credit calls it, with the words that tell it."""
        found = article(tmp_path, end=end)
        assert found.outlet is not None
        assert found.outlet.name == name
        assert found.outlet.span is not None
        assert found.text[slice(*found.outlet.span)] == words

    @pytest.mark.parametrize(
        "end",
        [
            "Moreno previously told Metro that the lights had failed.",
            "The Guardian reported the collision first.",
            "The claims could not be verified by the BBC.",
            "Read more on Ada Moreno",
            "Read more about the Oster Line",
            "Read more than that into it, The Times wrote, and you are lost.",
            "© 2024 Oster Media Holdings Ltd",
            "Copyright 2024 by Jane Doe",
            "(c) Getty Images",
            "© 2024 AFP",
            "Source: Ministry of Fog",
        ],
    )
    def test_a_mention_is_no_credit(self, tmp_path: Path, end: str) -> None:
        """An outlet that is quoted, told, followed or merely near stays a voice of the story."""
        assert article(tmp_path, end=end).outlet is None

    @pytest.mark.parametrize(
        ("top", "name"),
        [
            ("Ferries collide off the coast of Lisk | The Guardian", "The Guardian"),
            ("Ferries collide off the coast of Lisk - BBC News", "BBC"),
            ("The Kyiv Independent", "The Kyiv Independent"),
            ("By Jane Doe for MailOnline", "Daily Mail"),
            ("Two ferries collide off Lisk\n\nOSTER TRIBUNE\n21/06/2024", "Oster Tribune"),
            ("Two ferries collide off Lisk\n\nThe Oster Observer, Monday 7th October 2024", "The Oster Observer"),
            ("Two ferries collide off Lisk\n\nOster Tribune | Europe | 19 August 2024", "Oster Tribune"),
            ("Two ferries collide off Lisk\n\nThe Oster Gazette | Updated 4.15pm", "The Oster Gazette"),
            ("By Jane Doe for The Harbour Gazette", "The Harbour Gazette"),
        ],
    )
    def test_the_head_may_tell_it(self, tmp_path: Path, top: str, name: str) -> None:
        """A known outlet after the headline or alone on top, and whoever a byline says that it was written for."""
        found = article(tmp_path, top=top)
        assert found.outlet is not None
        assert found.outlet.name == name

    def test_a_section_after_the_headline_is_no_outlet(self, tmp_path: Path) -> None:
        """ "News UK" after a bar is a section; the headline loses it all the same."""
        found = article(tmp_path, top="Ferries collide off the coast of Lisk | News UK")
        assert found.outlet is None
        assert found.title == "Ferries collide off the coast of Lisk"

    @pytest.mark.parametrize(
        ("name", "outlet"),
        [
            ("daily-mail_2024-12-19_ferries.txt", "Daily Mail"),
            ("kyivindependent.com_ferries.txt", "The Kyiv Independent"),
            ("time_2024_ferries.txt", None),
            ("ferries-off-lisk.txt", None),
            ("harbour-gazette_2024.txt", None),
        ],
    )
    def test_a_file_name_tells_only_a_known_outlet(self, tmp_path: Path, name: str, outlet: str | None) -> None:
        """Its first part must be the whole name of a known outlet and no common word."""
        found = article(tmp_path, name=name).outlet
        assert (found and found.name) == outlet

    def test_an_unknown_domain_is_its_own_name(self) -> None:
        """A host is called as the text spells it, as it spells a newspaper's name itself, or by itself."""
        assert outlet_at("https://www.Some-Site.example/x?y") == "some-site.example"
        assert outlet_at("https://www.somesite.example", "Visit Some Site today") == "Some Site"
        assert outlet_at("https://www.theoldharbourgazette.example/x") == "The Oldharbour Gazette"
        assert outlet_at("https://edition.cnn.com/x") == "CNN"
        assert outlet_at("not a link") is None


class TestWire:
    @pytest.mark.parametrize(
        ("top", "end", "wire"),
        [
            ("By AFP", "", "AFP"),
            ("By The Associated Press", "", "AP"),
            ("By Jane Doe, Reuters", "", "Reuters"),
            ("BY JANE DOE Associated Press", "", "AP"),
            ("By Coastal News Agency", "", "Coastal News Agency"),
            ("LISK, Dec 19 (Reuters) - Two ferries collided, the harbour authority said on Tuesday.", "", "Reuters"),
            ("(AP) — Two ferries collided, the harbour authority said on Tuesday.", "", "AP"),
            ("LISK (Northwire) — Two ferries collided, the harbour authority said on Tuesday.", "", "Northwire"),
            ("", "AFP contributed to this report.", "AFP"),
            ("", "Jane Doe of The Associated Press contributed to this story.", "AP"),
            ("", "With reporting by Reuters", "Reuters"),
            ("", "(With inputs from PTI)", "PTI"),
            ("", "Source: Interfax", "Interfax"),
            ("By Northpress", "", "Northpress"),
            ("By CWS", "", "CWS"),
            ("", "— AFP", "AFP"),
            ("", "© 2024 AFP", "AFP"),
        ],
    )
    def test_a_credit_names_the_agency(self, tmp_path: Path, top: str, end: str, wire: str) -> None:
        """Bylines, datelines, thanks, sources and signatures, by the name that the agency goes by."""
        assert article(tmp_path, top, end).wire == wire

    @pytest.mark.parametrize(
        ("top", "end"),
        [
            ("KCNA", ""),
            ("Divers at the wreck (AP Photo/Jane Doe)", ""),
            ("", "The collision was first reported by Reuters."),
            ("", "Interfax quoted a source as saying: the lights had failed."),
            ("", "The navy contributed to this success, he said."),
            ("The Oster Line (OSL) - the owner - denied it, officials said.", ""),
        ],
    )
    def test_a_caption_or_a_quoted_agency_is_no_wire(self, tmp_path: Path, top: str, end: str) -> None:
        """Picture credits and agencies as sources leave the wire unknown."""
        assert article(tmp_path, top, end).wire is None


class TestBylines:
    @pytest.mark.parametrize(
        ("line", "authors"),
        [
            ("By Jane Doe", ("Jane Doe",)),
            ("By Jane Doe and John Roe, Political Editor", ("Jane Doe", "John Roe")),
            ("BY JANE O’NEIL IN OSTER", ("Jane O’Neil",)),
            ("By Ludo van der Berg, Maria de la Cruz & J.R. Smith Jr.",
             ("Ludo van der Berg", "Maria de la Cruz", "J.R. Smith Jr")),
            ("Written by Jane Doe | December 19, 2024", ("Jane Doe",)),
            ("By Jane Doe in Lisk and John Roe in Oster", ("Jane Doe", "John Roe")),
            ("By Our Foreign Staff", ()),
            ("Author: Jane Doe", ("Jane Doe",)),
            ("By J.C. Doe Nov 3, 2031", ("J.C. Doe",)),
            ("By Jane Doe, on Tue, Dec. 6", ("Jane Doe",)),
            ("By Jane Doe Twitter", ("Jane Doe",)),
            ("By Jane Doe And April Roe For The Lisk Gazette", ("Jane Doe", "April Roe")),
            ("By JD Doe, AMP Project Marketing", ("JD Doe",)),
        ],
    )  # fmt: skip
    def test_names_are_read(self, line: str, authors: tuple[str, ...]) -> None:
        """Persons in order, their roles and places left out."""
        byline = read_byline(line)
        assert byline is not None
        assert byline.authors == authors

    @pytest.mark.parametrize(
        "line",
        [
            "By contrast, Ada Moreno said nothing.",
            "By Monday morning, the ferry had been raised and Ada Moreno was gone.",
            "By Moreno's own account, the lights had failed.",
            "By all accounts",
            "By far",
            "Bypass opens",
        ],
    )
    def test_a_sentence_with_by_is_no_byline(self, line: str) -> None:
        """ "By" opens many sentences."""
        assert read_byline(line) is None

    def test_a_name_above_the_date_is_a_byline(self, tmp_path: Path) -> None:
        """Without "By" a name counts only below the headline and right above the date."""
        found = article(tmp_path, top="Two ferries collide off Lisk\n\nJane Doe in Oster\n2 April 2024")
        assert (found.author, found.published) == ("Jane Doe", "2024-04-02")
        assert article(tmp_path, top="Two ferries collide off Lisk\n\nJane Doe in Oster").author is None

    def test_an_author_is_not_a_source(self, tmp_path: Path) -> None:
        """The byline goes into the record, and is no prose."""
        found = article(tmp_path, top="Two ferries collide off Lisk\n\nBy Jane Doe and John Roe\n\n19 Dec 2024")
        assert (found.title, found.author, found.published) == (
            "Two ferries collide off Lisk",
            "Jane Doe; John Roe",
            "2024-12-19",
        )
        assert all("Jane" not in found.text[start:end] for start, end in found.body)


class TestDates:
    @pytest.mark.parametrize(
        ("words", "iso"),
        [
            ("December 19, 2024", "2024-12-19"),
            ("Thursday, 19th December 2024", "2024-12-19"),
            ("19 Dec 2024", "2024-12-19"),
            ("2024-12-19", "2024-12-19"),
            ("Published: 10:30 GMT, 19 December 2024", "2024-12-19T10:30:00+00:00"),
            ("Dec. 19, 2024, 5:32 PM EST", "2024-12-19T17:32:00-05:00"),
            ("Dec. 19, 2024, 12:05 a.m.", "2024-12-19T00:05:00"),
            ("19/12/2024 08:15", "2024-12-19T08:15:00"),
            ("19 December 2024 5:32 pm CST", "2024-12-19T17:32:00"),
            ("03/04/2024", None),
            ("February 30, 2024", None),
            ("in December", None),
        ],
    )
    def test_printed_dates(self, words: str, iso: str | None) -> None:
        """What is printed is read; what is ambiguous or impossible is not a date."""
        assert iso_date(words) == iso

    @pytest.mark.parametrize(
        ("stamp", "iso"),
        [
            ("2026-11-20T23:30:00-08:00", "2026-11-20T23:30:00-08:00"),
            ("2026-11-20T23:30:00.123Z", "2026-11-20T23:30:00+00:00"),
            ("2026-11-20 23:30 +0100", "2026-11-20T23:30:00+01:00"),
            ("2026-11-20", "2026-11-20"),
            ("2026-13-20T10:00:00Z", None),
            ("Q3 2025", None),
        ],
    )
    def test_time_stamps_keep_their_zone(self, stamp: str, iso: str | None) -> None:
        """A time stamp is the same moment afterwards, in its own zone."""
        assert machine_date(stamp) == iso

    def test_a_link_may_name_the_day(self, tmp_path: Path) -> None:
        """The path of the article's own link is the last resort."""
        assert url_date("https://x.example/2024/dec/19/ferries") == "2024-12-19"
        found = article(tmp_path, end="Original url: https://x.example/2024/12/19/ferries")
        assert found.published == "2024-12-19"

    def test_the_publishing_date_goes_before_an_update(self, tmp_path: Path) -> None:
        """Of two dates the first publication counts."""
        top = "Updated: 21 December 2024\n\nPublished: 19 December 2024"
        assert article(tmp_path, top=top).published == "2024-12-19"


@pytest.mark.shared
class TestSeeds:
    def test_the_shared_articles_tell_what_they_tell(self) -> None:
        """Two of the five name their outlet, one its wire; the others honestly do not."""
        folder = Path(__file__).parents[4] / "shared" / "seeds"
        if not folder.is_dir():
            pytest.skip("../shared/seeds is not beside this checkout")
        found = [read_article(path) for path in sorted(folder.glob("*.txt"))]
        assert [a.outlet and a.outlet.name for a in found] == ["Daily Mail", None, "The Moscow Times", None, None]
        assert [a.wire for a in found] == [None, None, "AFP", None, None]
