"""What is fetched, and what never is."""

from __future__ import annotations

from collections.abc import Mapping
from threading import Event

import pytest

from whosays.extract.articles.inputs.fetching import Answer, fetched
from whosays.extract.errors import ArticleSkipped

PAGE = "https://lisk.example/1"
MACHINES = {"lisk.example": ["93.184.215.14"], "inner.example": ["93.184.215.14", "10.0.0.7"], "lo.example": ["::1"]}
NOT_THERE = Answer(404, {}, b"")


class Net:
    """A made-up net: answers by address; ``asked`` is what was asked for, in order."""

    def __init__(self, answers: Mapping[str, Answer]) -> None:
        self._answers = answers
        self.asked: list[str] = []

    def resolve(self, host: str, port: int) -> list[str]:  # noqa: ARG002 - as the net's
        return MACHINES.get(host, [])

    def ask(self, url: str, machine: str, most: int) -> Answer:
        assert machine == "93.184.215.14"
        self.asked.append(url)
        answer = self._answers.get(url, NOT_THERE)
        return Answer(answer.status, answer.headers, answer.body[:most])


def page(body: bytes = b"<html>Ferries</html>", kind: str = "text/html; charset=utf-8") -> Answer:
    return Answer(200, {"content-type": kind}, body)


def moved(to: str) -> Answer:
    return Answer(302, {"location": to}, b"")


def test_one_page_is_two_requests() -> None:
    """robots.txt is asked, then the page; its kind, encoding and last address are known."""
    net = Net({PAGE: moved("/2"), "https://lisk.example/2": page()})
    source = fetched(PAGE, net.resolve, net.ask)
    assert (source.address, source.url) == (PAGE, "https://lisk.example/2")
    assert (source.suffix, source.encoding) == (".html", "utf-8")
    assert source.data() == b"<html>Ferries</html>"
    robots = "https://lisk.example/robots.txt"
    assert net.asked == [robots, PAGE, robots, "https://lisk.example/2"]


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("https://inner.example/", "private address"),
        ("https://lo.example/", "private address"),
        ("https://nobody.example/", "no such host"),
        ("file:///etc/passwd", "only addresses of http"),
        ("https://ann:pw@lisk.example/", "only addresses of http"),
        ("https://lisk.example:port/", "not a web address"),
        ("https://lisk.example/in", "private address"),
        ("https://lisk.example/loop", "redirected more than"),
        ("https://lisk.example/gone", "the server answered 404"),
        ("https://lisk.example/large", "more than 20 MB"),
        ("https://lisk.example/secret/1", "robots.txt"),
    ],
)
def test_what_may_not_be_fetched_is_told(url: str, why: str) -> None:
    """Private machines, also behind a public one, other protocols, loops, too much, what a site keeps back."""
    answers = {
        "https://lisk.example/robots.txt": page(b"User-agent: *\nDisallow: /secret/\n", "text/plain"),
        "https://lisk.example/in": moved("https://inner.example/"),
        "https://lisk.example/loop": moved("/loop"),
        "https://lisk.example/large": page(b"a" * (20 * 1024**2 + 5)),
    }
    net = Net(answers)
    with pytest.raises(ArticleSkipped, match=why):
        fetched(url, net.resolve, net.ask)
    assert not [asked for asked in net.asked if "inner" in asked or "secret/" in asked]


ROBOTS = "https://lisk.example/robots.txt"


@pytest.mark.parametrize(
    ("robots", "why"),
    [
        (Answer(503, {}, b""), "cannot tell now"),
        (Answer(500, {}, b""), "cannot tell now"),
        (Answer(429, {}, b""), "cannot tell now"),
        (Answer(403, {}, b""), "asks programs not to"),
        (moved("/rules.txt"), "asks programs not to"),
        (moved("https://inner.example/robots.txt"), "private address"),
    ],
)
def test_robots_txt_that_is_elsewhere_or_not_there_now_is_no_leave(robots: Answer, why: str) -> None:
    """A redirection is followed, and a site in trouble is not read meanwhile."""
    rules = page(b"User-agent: *\nDisallow: /\n", "text/plain")
    net = Net({ROBOTS: robots, "https://lisk.example/rules.txt": rules, PAGE: page()})
    with pytest.raises(ArticleSkipped, match=why):
        fetched(PAGE, net.resolve, net.ask)
    assert PAGE not in net.asked


@pytest.mark.parametrize("robots", [NOT_THERE, Answer(410, {}, b""), moved("/robots.txt")])
def test_a_site_without_robots_txt_is_read(robots: Answer) -> None:
    """Where there is none, or it leads in a circle, nothing is forbidden."""
    net = Net({ROBOTS: robots, PAGE: page()})
    assert fetched(PAGE, net.resolve, net.ask).data() == b"<html>Ferries</html>"


@pytest.mark.parametrize("slow", [PAGE, ROBOTS])
def test_a_server_that_drips_is_left_after_a_while(slow: str) -> None:
    """All requests together have one end, however lively each of them is."""
    net, leave = Net({PAGE: page()}), Event()

    def ask(url: str, machine: str, most: int) -> Answer:
        if url == slow:
            leave.wait(30)
        return net.ask(url, machine, most)

    with pytest.raises(ArticleSkipped, match="within 0 seconds"):
        fetched(PAGE, net.resolve, ask, seconds=0.1)
    leave.set()
    assert fetched(PAGE, net.resolve, ask, seconds=30).data() == b"<html>Ferries</html>"
