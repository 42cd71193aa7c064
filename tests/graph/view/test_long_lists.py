"""Long lists and tables of the page: little of them is built, all of them is searched, sorted and stepped through."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.page_driver import CHROMIUM, driven, opened
from whosays.graph.view import PageData, draw
from whosays.graph.view.model.data import Article, Attribution, Chain, Claim, Voice

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the PATH"),
]
SOURCES = 2_000
PER_ARTICLE = 50


def _told(key: str, article: str, parent: str | None, voice: str | None, claim: str | None) -> Attribution:
    stance = "reports" if parent is None else "asserts"
    cue = None if parent is None else "said"
    return Attribution(key, article, voice, claim, parent, stance, "certain", None, cue, None, (), (), (), ())


def _written(statements: Sequence[tuple[str, str, str]], path: Path) -> Path:
    """Write the page of statements, an outlet, a source and a claim each; an outlet has some of its own an article."""
    articles: dict[str, Article] = {}
    chains = []
    for n, (outlet, source, claim) in enumerate(statements):
        key = f"{outlet} {n // PER_ARTICLE}"
        day = f"2031-05-{len(articles) % 28 + 1:02}"
        articles.setdefault(key, Article(key, f"Article {n}", outlet, None, day, f"{n}.txt", None, None))
        own = _told(f"own {n}", key, None, None, None)
        chains.append(Chain((own, _told(f"told {n}", key, own.key, source, claim)), wrapped=False))
    outlets, sources, claims = (sorted(set(each)) for each in zip(*statements, strict=True))
    voices = (*(Voice(name, name, "outlet") for name in outlets), *(Voice(name, name, "person") for name in sources))
    data = PageData(
        tuple(articles.values()),
        voices,
        tuple(Claim(text, text, clause=True) for text in claims),
        tuple(hop for chain in chains for hop in chain.hops),
        tuple(chains),
        total=len(chains),
    )
    path.write_text(draw(data).generate_html(), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of an outlet that names many sources, each with a claim of its own."""
    said = [("The Long Post", f"Source {n:05}", f"gate {SOURCES - n:05} leaks") for n in range(SOURCES)]
    return _written(said, tmp_path_factory.mktemp("crowd") / "page.html")


def test_of_a_long_list_only_what_is_shown_is_built(crowd: Path, tmp_path: Path) -> None:
    """Two thousand sources are seven lines, and a hundred more at each press; the overview stays as it was left."""
    script = """
    const more = panel.querySelector('.more');
    const shelf = more.previousSibling;
    told('begin', `${shelf.children.length} ${more.textContent} ${document.getElementsByTagName('*').length < 1000}`);
    more.click();
    told('then', `${shelf.children.length} ${more.textContent} ${document.activeElement.textContent}`);
    select('node', NODES[0].id);
    select(null);
    told('again', panel.querySelector('.list:not(:has(b))').children.length);
    """
    noted = driven(crowd, tmp_path, script)
    assert noted["begin"] == "7 1,993 more true"
    assert noted["then"] == "107 1,893 more Source 000071"
    assert noted["again"] == "107"


def test_arrow_keys_go_on_where_a_list_is_not_built_yet(crowd: Path, tmp_path: Path) -> None:
    """Down from the last line is the next one, up from the first none."""
    script = """
    const shelf = panel.querySelector('.more').previousSibling;
    const press = (key) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    const where = () => document.activeElement.textContent;
    shelf.lastChild.firstChild.focus();
    press('ArrowDown');
    told('down', where());
    press('ArrowUp'); press('ArrowUp');
    told('up', where());
    shelf.firstChild.firstChild.focus();
    press('ArrowUp');
    told('first', where());
    """
    noted = driven(crowd, tmp_path, script)
    assert (noted["down"], noted["up"], noted["first"]) == ("Source 000071", "Source 000051", "Source 000001")


def test_search_looks_at_everything_and_builds_little(crowd: Path, tmp_path: Path) -> None:
    """All that is found is told and reached by arrow keys, from either end; so are all names."""
    script = """
    const press = (key) => byId('search').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    const chosen = () => byId('found').querySelector('[aria-selected="true"]').textContent;
    const listed = () => byId('found').children.length;
    type('leaks source');
    later(900, () => {
      told('hits', `${hits()} ${listed()}`);
      press('ArrowUp');
      const times = byId('found').querySelectorAll('[aria-selected="true"]').length;
      told('last', `${chosen().includes('Source 01999')} ${listed() <= 120} ${times}`);
      press('ArrowDown');
      told('first', chosen());
      type('source 01');
    });
    later(2500, () => {
      const more = byId('found').children[6];
      told('names', `${more.textContent} ${byId('found').children[7].textContent.includes('leaks')}`);
      for (let n = 0; n < 7; n += 1) press('ArrowDown');
      press('Enter');
      told('seventh', `${chosen()} ${listed()} ${byId('search').getAttribute('aria-expanded')}`);
    });
    """
    noted = driven(crowd, tmp_path, script)
    assert noted["hits"] == "2,000 statements 60"
    assert noted["last"] == "true true 1"
    assert "Source 00000" in noted["first"]
    assert noted["names"] == "994 names more true"
    assert noted["seventh"] == "Source 010061 statement 60 true"


def test_a_long_table_is_built_where_it_is_looked_at(crowd: Path, tmp_path: Path) -> None:
    """The last of what was found is shown without all rows before it; earlier ones come at a press."""
    script = """
    const row = () => byId('body').querySelector('.lit .chain').textContent;
    const rows = () => byId('rows').textContent;
    show('table');
    told('begin', rows());
    byId('more-rows').click();
    told('more', rows());
    type('leaks');
    later(900, () => {
      walk(-1);
      told('last', `${row()} | ${rows()} | ${byId('more-rows').hidden}`);
      byId('earlier-rows').click();
      told('earlier', `${row()} | ${rows()} | ${byId('body').children.length}`);
    });
    """
    noted = driven(crowd, tmp_path, script)
    assert noted["begin"] == "Showing 100 of 2,000 statements"
    assert noted["more"] == "Showing 200 of 2,000 statements"
    passing = "of 2,000 statements that pass the filters"
    assert noted["last"] == f"The Long Post›Source 01999 | Showing 1,970 to 2,000 {passing} | true"
    assert noted["earlier"] == f"The Long Post›Source 01999 | Showing 1,870 to 2,000 {passing} | 131"


def test_the_last_press_leaves_the_focus_on_a_new_row(crowd: Path, tmp_path: Path) -> None:
    """The button goes, the focus does not; printing shows all rows and leaves the table as it was."""
    script = """
    const where = () => document.activeElement.closest('tr')?.querySelector('.chain').textContent;
    const box = document.querySelector('.scroll');
    const shown = () => `${rows.from} ${rows.to} ${byId('body').children.length}`;
    show('table');
    rows.begin(1950, 20);
    byId('more-rows').focus();
    byId('more-rows').click();
    told('later', where());
    rows.begin(70, 100);
    box.scrollTop = 0;
    window.dispatchEvent(new Event('beforeprint'));
    told('print', shown());
    window.dispatchEvent(new Event('afterprint'));
    told('printed', shown());
    byId('earlier-rows').focus();
    byId('earlier-rows').click();
    told('earlier', where());
    for (const part of [document.documentElement, document.body]) part.style.height = 'auto';
    document.querySelector('main').style.display = 'block';
    rows.begin(150, 100);
    const first = byId('body').firstChild;
    window.scrollTo(0, 200);
    const top = first.getBoundingClientRect().top;
    byId('earlier-rows').click();
    told('kept', `${box.scrollHeight > box.clientHeight} ${Math.abs(first.getBoundingClientRect().top - top) < 2}`);
    """
    noted = driven(crowd, tmp_path, script)
    assert (noted["later"], noted["earlier"]) == ("The Long Post›Source 01970", "The Long Post›Source 00069")
    assert (noted["print"], noted["printed"]) == ("0 2000 2000", "70 170 100")
    assert noted["kept"] == "false true"


def test_on_a_phone_the_table_can_be_put_in_order(crowd: Path, tmp_path: Path) -> None:
    """The heads of the columns are buttons above the rows, all of them on the screen."""
    script = """
    show('table');
    const places = [...document.querySelectorAll('th button')].map((one) => one.getBoundingClientRect());
    const seen = places.filter(({ left, right, width }) => width > 20 && left >= 0 && right <= innerWidth);
    told('seen', `${innerWidth <= 900} ${seen.length}`);
    """
    assert driven(crowd, tmp_path, script, "", "--window-size=500,800")["seen"] == "true 7"


def test_a_table_is_sorted_over_all_rows(crowd: Path, tmp_path: Path) -> None:
    """Not only those that are built; pressed again the other way, then as it was; the file has the table's order."""
    script = """
    const said = () => byId('body').querySelector('tr .said').textContent;
    const press = (by) => document.querySelector(`th [data-by="${by}"]`).click();
    show('table');
    const seen = [said()];
    for (const by of ['said', 'said', 'said', 'date']) { press(by); seen.push(said()); }
    told('seen', seen.join('|'));
    press('said');
    told('file', asCsv().split('\\r\\n')[1].includes('gate 00001 leaks'));
    told('way', document.querySelector('[data-by="said"]').dataset.way);
    told('sorted', [...document.querySelectorAll('th[aria-sort]')].map((th) => th.textContent + th.ariaSort).join());
    told('address', location.hash);
    """
    noted = driven(crowd, tmp_path, script)
    assert noted["seen"].split("|") == [
        "gate 02000 leaks",
        "gate 00001 leaks",
        "gate 02000 leaks",
        "gate 02000 leaks",
        "gate 02000 leaks",
    ]
    assert (noted["file"], noted["way"], noted["sorted"]) == ("true", "ascending", "What is saidascending")
    assert "sort=said" in noted["address"]


def test_an_order_in_the_address_applies(crowd: Path) -> None:
    """A sorted table can be sent to somebody; an order that there is not is none."""
    for sort, first in (("-said", "gate 02000 leaks"), ("said", "gate 00001 leaks"), ("toString", "gate 02000 leaks")):
        dom, log = opened(crowd, crowd.parent / "profile", f"#view=table&sort={sort}")
        body = re.search(r'<tbody id="body">.*?</tr>', dom, re.DOTALL)
        assert body
        assert first in body[0]
        assert "CONSOLE" not in log


def test_a_list_of_outlets_that_nobody_reads_to_its_end_is_short(tmp_path: Path) -> None:
    """The outlets with most statements are offered; one that the address names is chosen all the same."""
    page = _written([(f"Post {n:03}", "Jo Roe", "the gate leaks") for n in range(400)], tmp_path / "page.html")
    block = re.search(r'id="data">(.*?)</script>', page.read_text("utf-8"))
    assert block
    last = next(node["id"] for node in json.loads(block[1])["nodes"] if node["name"] == "Post 399")
    script = """
    const { options, title, selectedOptions } = byId('outlet');
    told('offered', `${options.length} ${title} ${selectedOptions[0].textContent}`);
    """
    noted = driven(page, tmp_path, script, f"#outlet={last}")
    assert noted["offered"] == "302 100 outlets more: find them by their names Post 399 (1)"
