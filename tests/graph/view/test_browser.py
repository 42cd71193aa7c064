"""The page in a real browser: it draws, it proves, and no text of an article is ever run."""

from __future__ import annotations

import importlib.util
import re
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from tests.page_builder import write_page
from tests.page_driver import CHROMIUM, READY, driven, opened
from whosays.graph.view import Filters, gather

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on the PATH"),
]


def _articles() -> ModuleType:
    """The articles of the other tests of the view, whichever way tests are imported."""
    spec = importlib.util.spec_from_file_location("view_articles", Path(__file__).with_name("test_view.py"))
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


ARTICLES = _articles()


def _visible(dom: str) -> str:
    """The document without its scripts and styles."""
    return re.sub(r"<(script|style)\b.*?</\1>", "", dom, flags=re.DOTALL)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """The page of hostile articles, opened with its first attribution selected."""
    folder = tmp_path_factory.mktemp("hostile")
    dataset = ARTICLES.dataset_of(ARTICLES.hostile())
    page = write_page(dataset, folder / "page.html", title=ARTICLES.HOSTILE[0])
    first = ARTICLES.block_of(page.read_text(encoding="utf-8"))["chains"][0]["id"]
    return opened(page, folder / "profile", f"#view=table&chain={first}")


def test_no_text_of_an_article_is_run(hostile: tuple[str, str]) -> None:
    """The page's own script has run to its end, none of the payloads has."""
    dom, log = hostile
    head = re.search(r"<html[^>]*>", dom)
    assert head
    assert 'data-ready="true"' in head[0]
    assert "data-pwned" not in head[0]
    assert not re.search(r"<(img|iframe|object|embed)\b|<[^>]*\son\w+=", _visible(dom))
    assert "CONSOLE" not in log


def test_hostile_text_is_shown_as_text(hostile: tuple[str, str]) -> None:
    """What looks like markup is read, not obeyed; every name stands in an isolated element."""
    dom, _ = hostile
    assert "&lt;img src=x onerror=" in _visible(dom)
    assert "javascript:" not in "".join(re.findall(r'href="([^"]*)"', dom))
    assert "{{ 7*7 }}" in _visible(dom)


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A page of two articles, and a browser's profile."""
    folder = tmp_path_factory.mktemp("ferry")
    dataset = ARTICLES.dataset_of(ARTICLES.ferry(), ARTICLES.mayor())
    return write_page(dataset, folder / "page.html"), folder / "profile"


def test_a_link_into_the_page_opens_the_words_that_prove_it(ferry: tuple[Path, Path]) -> None:
    """Source, cue and content of every hop are marked in the sentence; the article is named and linked."""
    page, profile = ferry
    block = ARTICLES.block_of(page.read_text(encoding="utf-8"))
    chain = next(chain for chain in block["chains"] if chain["content"] == "At least 40 people drowned")
    dom, log = opened(page, profile, f"#chain={chain['id']}")
    quote = re.search(r"<blockquote.*?</blockquote>", dom, re.DOTALL)
    assert quote
    assert re.findall(r'<mark class="(\w+)"', quote[0]) == [
        "content",
        "source",
        "cue",
        "cue",
        "source",
    ]
    assert "🚢" in quote[0]
    assert '<a href="https://post.example/ferry?a=1&amp;b=<2>"' in dom.replace("&lt;", "<").replace("&gt;", ">")
    assert "40 or more · drowned · people" in dom
    assert "CONSOLE" not in log


def test_the_start_panel_counts_and_says_where_to_begin(ferry: tuple[Path, Path]) -> None:
    """Somebody who knows nothing of the data sees what there is and a first thing to look at."""
    dom, _ = opened(*ferry)
    assert "Who says what, and through whom" in dom
    assert "2 articles, 2026-03-04; 1 of unknown outlet" in dom
    assert "A chain through 3 voices" in dom
    assert "that several outlets, or articles of unknown outlet, carry" in dom
    assert re.search(r"Showing <b>\d+</b> of <b>10</b> statements", dom)


def test_an_unknown_outlet_is_told_apart_by_its_file(ferry: tuple[Path, Path]) -> None:
    """Several unknown outlets in one list would all read alike."""
    page, profile = ferry
    node = next(one for one in ARTICLES.block_of(page.read_text(encoding="utf-8"))["nodes"] if one["unknown"])
    dom, _ = opened(page, profile)
    assert re.search(
        rf"{node['name']}</bdi><span class=\"fine\"> <bdi dir=\"auto\">{re.escape(node['note'])}</bdi>", dom
    )


def test_who_denies_is_the_voice_that_does(tmp_path: Path) -> None:
    """Not the one inside, whose words are denied."""
    text = "Jan Roe denied the Sarn Post report that the old ferry had leaked for months."
    entities = (
        ARTICLES.entity(text, "e1", "Person", "Jan Roe", "Jan Roe"),
        ARTICLES.entity(text, "e2", "Outlet", "Sarn Post", "Sarn Post"),
    )
    leaked = "the old ferry had leaked for months"
    around = f"the Sarn Post report that {leaked}"
    hops = (
        ARTICLES.hop(text, 0, "Jan Roe", "denied", around, entity="e1", stance="denies"),
        ARTICLES.hop(text, 1, "Sarn Post", "report", leaked, entity="e2", inside=0),
    )
    record = ARTICLES.article_record("a.txt", text, entities=entities, attributions=hops)
    page = write_page(ARTICLES.dataset_of(record), tmp_path / "page.html")
    dom, _ = opened(page, tmp_path / "profile")
    assert "Denied by Jan Roe" in dom
    assert "Denied by Sarn Post" not in dom


def test_an_outlet_that_only_carries_the_denial_is_none_that_has_the_claim(tmp_path: Path) -> None:
    """Two outlets say so after one lock keeper; the third prints the company's denial alone."""
    *telling, both = ARTICLES.sirens()
    said, denied = both.attributions
    denying = replace(both, attributions=(replace(denied, id=said.id),))
    page = write_page(ARTICLES.dataset_of(*telling, denying), tmp_path / "page.html")
    dom, _ = opened(page, tmp_path / "profile")
    assert "2 outlets, one origin" in dom
    assert "Denied by Locks Ltd" in dom


def test_the_table_holds_every_attribution(ferry: tuple[Path, Path]) -> None:
    """Whoever cannot see the picture misses nothing."""
    page, profile = ferry
    dom, _ = opened(page, profile, "#view=table")
    body = re.search(r'<tbody id="body">.*?</tbody>', dom, re.DOTALL)
    assert body
    assert body[0].count("<tr") == len(gather(ARTICLES.dataset_of(ARTICLES.ferry(), ARTICLES.mayor())).chains)


def test_filters_in_the_address_apply(ferry: tuple[Path, Path]) -> None:
    """A filtered view can be sent to somebody."""
    page, profile = ferry
    dom, _ = opened(page, profile, "#view=table&stance=denies")
    body = re.search(r'<tbody id="body">.*?</tbody>', dom, re.DOTALL)
    assert body
    assert body[0].count("<tr") == 1
    assert "the ferry had been overloaded" in body[0]


def test_a_large_graph_announces_that_it_is_not_shown_whole(tmp_path: Path) -> None:
    """Showing so many of so many, and how to see more."""
    page = write_page(ARTICLES.dataset_of(*ARTICLES.many(5, 60)), tmp_path / "page.html")
    dom, log = opened(page, tmp_path / "profile")
    shown = re.search(r"Showing <b>(\d+)</b> of <b>300</b> statements", dom)
    assert shown
    assert 10 <= int(shown[1]) < 300
    assert re.search(r'<button type="button" id="more">', dom)
    assert "CONSOLE" not in log


@pytest.mark.parametrize(
    "address",
    [
        "#chain=gone&node=__proto__&edge=x&stance=toString.denied&focus=x&outlet=%00&kind=constructor",
        "#since=2090-01-01",
    ],
)
def test_an_address_that_fits_nothing_is_forgiven(ferry: tuple[Path, Path], address: str) -> None:
    """A link into a page that has changed, or a filter that nothing passes, is no error."""
    page, profile = ferry
    dom, log = opened(page, profile, address)
    assert re.search(r'<html[^>]* data-ready="true"', dom)
    assert "CONSOLE" not in log


def test_an_empty_graph_opens(tmp_path: Path) -> None:
    """Nothing to show is said, not failed on."""
    page = write_page(ARTICLES.dataset_of(), tmp_path / "page.html")
    dom, log = opened(page, tmp_path / "profile")
    assert re.search(r'<p class="empty" id="empty">', dom)
    assert "CONSOLE" not in log


def test_a_claim_tells_its_origins_and_every_articles_words(tmp_path: Path) -> None:
    """Outlets, articles and origins are counted; who carries it stands apart from who denies it."""
    page = write_page(ARTICLES.dataset_of(*ARTICLES.sirens()), tmp_path / "page.html")
    block = ARTICLES.block_of(page.read_text(encoding="utf-8"))
    claim = next(node["id"] for node in block["nodes"] if node["kind"] == "claim")
    dom, log = opened(page, tmp_path / "profile", f"#node={claim}")
    panel = re.sub(r"<[^>]*>", "", _visible(dom)[_visible(dom).index('id="panel"') :])
    assert "3 outlets, 3 articles, 1 independent origin" in panel
    assert "Origin: Hanne Duvall" in panel
    assert panel.index("In the words of 3 articles (3)") < panel.index("Denied or left open in 1 article (1)")
    assert "Wholly copied from Lock Gazette: these words too" in panel
    assert "CONSOLE" not in log


def test_a_page_that_nothing_matches_says_so(tmp_path: Path) -> None:
    """What was asked for is repeated, so that a typing error is seen."""
    page = write_page(ARTICLES.dataset_of(ARTICLES.ferry()), tmp_path / "page.html", Filters(source="Qwxyz"))
    dom, log = opened(page, tmp_path / "profile")
    text = re.sub(r"<[^>]*>", "", _visible(dom))
    assert "None of the 6 statements in the graph matches source Qwxyz" in text
    assert "Nothing in the graph matches." in text
    assert "CONSOLE" not in log


def test_the_number_of_statements_is_explained(tmp_path: Path) -> None:
    """It differs from the number of attributions by the figures that an outlet gives in its own words."""
    page = write_page(ARTICLES.dataset_of(ARTICLES.ferry()), tmp_path / "page.html")
    dom, _ = opened(page, tmp_path / "profile")
    assert _visible(dom).count("6 statements: 6 attributions.") == 2


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("DROWNED", "3 statements"),
        ("drówned  PEÖPLE", "3 statements"),
        ("drowned sirens", "0 statements"),
        ("peop 40 drow", "3 statements"),
        ("overloaded", "2 statements"),
        ("had, overloaded!", "2 statements"),
        ("verloaded", "0 statements"),
    ],
)
def test_search_finds_words_of_claims_and_quotations(
    ferry: tuple[Path, Path], tmp_path: Path, words: str, found: str
) -> None:
    """Whatever their capitals, accents and order; the beginning of a word is enough, its end is not."""
    noted = driven(ferry[0], tmp_path, f"type('{words}'); later(600, () => told('hits', hits()));")
    assert noted["hits"] == found


def test_what_is_typed_side_by_side_is_found_first(ferry: tuple[Path, Path], tmp_path: Path) -> None:
    """In the claim before in what stands beside it, and all that only has the words after both; of one word none is."""
    script = """
    type('been overloaded');
    later(600, () => {
      const all = CHAINS.map((_, i) => i);
      const has = (i) => plain(CHAINS[i].content).includes(' been overloaded');
      told('found', phraseFirst(all).map(has).join(' '));
      state.words = 'overloaded';
      told('one', phraseFirst(all).join() === all.join());
    });
    """
    noted = driven(ferry[0], tmp_path, script)
    assert re.fullmatch(r"(true )+false( false)*", noted["found"])
    assert noted["one"] == "true"


def test_clearing_the_search_returns_to_the_former_view(ferry: tuple[Path, Path], tmp_path: Path) -> None:
    """What was selected, shown alone and seen at which size is so again; the address forgets the words."""
    script = """
    select('node', NODES[0].id); zoom(1.25);
    const seen = () => [camera().scale.toFixed(3), Math.round(camera().x)];
    const view = () => [count(), JSON.stringify(state.selected), ...seen(), location.hash].join(' ');
    told('before', view());
    type('overloaded');
    later(600, () => { told('during', view()); walk(1); type(''); });
    later(1500, () => told('after', view()));
    """
    noted = driven(ferry[0], tmp_path, script)
    assert noted["before"] == noted["after"] != noted["during"]
    assert "words=overloaded" in noted["during"]


def test_what_was_found_is_stepped_through(ferry: tuple[Path, Path], tmp_path: Path) -> None:
    """Each press shows the next statement with its evidence and tells which of how many it is, around and around."""
    script = """
    const seen = [];
    const note = () => seen.push(`${hits()} ${state.selected.id}`);
    type('drowned');
    later(600, () => {
      for (const button of ['later', 'later', 'later', 'later', 'earlier']) { byId(button).click(); note(); }
      told('seen', seen.join('|')); told('proof', panel.querySelectorAll('blockquote').length);
    });
    """
    noted = driven(ferry[0], tmp_path, script)
    steps = noted["seen"].split("|")
    assert [step.rpartition(" ")[0] for step in steps] == ["1 of 3", "2 of 3", "3 of 3", "1 of 3", "3 of 3"]
    assert steps[0] == steps[3]
    assert len(set(steps)) == 3
    assert noted["proof"] == "1"


def test_a_search_in_the_address_lists_what_it_finds(ferry: tuple[Path, Path]) -> None:
    """A search can be sent to somebody, and the table holds no more than what is found."""
    dom, _ = opened(*ferry, "#view=table&words=overloaded")
    body = re.search(r'<tbody id="body">.*?</tbody>', dom, re.DOTALL)
    assert body
    assert body[0].count("<tr") == 2


@pytest.mark.parametrize(
    "others", ["{}", "{ words: 'drowned' }", "{ kind: 'person' }", "{ stances: new Set(['asserts']) }", "{ focus: 0 }"]
)
def test_each_facet_counts_what_a_click_would_give(tmp_path: Path, others: str) -> None:
    """Under all the other filters, its own selection aside: no list is shortened by what was chosen from it."""
    page = write_page(
        ARTICLES.dataset_of(ARTICLES.ferry(), ARTICLES.mayor(), *ARTICLES.sirens()), tmp_path / "page.html"
    )
    script = """
    const wrong = [];
    const number = (text) => Number(text.match(/\\((\\d+)\\)$/)[1]);
    const check = (name, n) => { if (String(n) !== count()) wrong.push(`${name}: ${n}, not ${count()}`); };
    const set = (others) => { clearAll(); Object.assign(state, others); refresh(); };
    let clicks = 0;
    for (const key of ['outlet', 'kind']) {
      set(OTHERS);
      const promised = [...byId(key).options].map((option) => [option.value, number(option.textContent)]);
      for (const [value, n] of promised) {
        byId(key).value = value;
        byId(key).dispatchEvent(new Event('change'));
        check(`${key} ${value}`, n);
        const still = [...byId(key).options].map((option) => [option.value, number(option.textContent)]);
        if (JSON.stringify(still) !== JSON.stringify(promised)) wrong.push(`${key} ${value} changes its own list`);
        clicks += 1;
      }
    }
    set(OTHERS);
    const buttons = [...byId('stances').querySelectorAll('button')];
    for (const button of buttons) {
      set({ ...OTHERS, stances: new Set() });
      const n = button.querySelector('.n').textContent;
      if (button.disabled) { if (n !== '0') wrong.push('disabled'); continue; }
      button.click();
      check(button.textContent, n);
      clicks += 1;
    }
    told('wrong', wrong.join('; '));
    told('clicks', clicks);
    """
    noted = driven(page, tmp_path, script.replace("OTHERS", others))
    assert noted["wrong"] == ""
    assert int(noted["clicks"]) > 5


@pytest.mark.parametrize("high", [300, 1400])
def test_the_picture_is_fitted_again_after_the_window_changes(
    ferry: tuple[Path, Path], tmp_path: Path, high: int
) -> None:
    """In a window of another size the first column still begins at the left edge.

    A busy machine draws few frames while the browser's clock runs on, so the place is told again and again until the
    canvas has the new height: what counts is where the column ends up.
    """
    text = ferry[0].read_text(encoding="utf-8")
    told = "dataset.left = Math.round(network.canvasToDOM({ x: drawn.left, y: 0 }).x)"
    seen = "dataset.high = Math.round(document.querySelector('canvas').height / devicePixelRatio)"
    grow = f"Object.assign(document.querySelector('main').style, {{ flex: 'none', height: '{high}px' }});"
    probe = (
        f"{grow} {{ const {{ dataset }} = document.documentElement; setInterval(() => {{ {told}; {seen}; }}, 100); }}"
    )
    page = tmp_path / "page.html"
    page.write_text(text.replace(READY, READY + probe), encoding="utf-8")
    for seconds in (10, 60, 240):
        dom, log = opened(
            page, tmp_path / f"profile-{seconds}", "", "--window-size=1100,700", f"--virtual-time-budget={seconds}000"
        )
        noted = {key: int(value) for key, value in re.findall(r'data-(left|high)="(-?\d+)"', dom)}
        assert "CONSOLE" not in log
        if abs(noted["high"] - high) <= 200:
            break
    assert abs(noted["high"] - high) <= 200  # the canvas, without the headings around it
    assert abs(noted["left"] - 18) <= 4  # the margin


def test_a_list_that_is_cut_says_so_and_opens(tmp_path: Path) -> None:
    """Six names of eleven with nothing below them would read as if there were six."""
    page = write_page(ARTICLES.dataset_of(*ARTICLES.many(2, 60)), tmp_path / "page.html")
    script = """
    const more = panel.querySelector('.more');
    const shelf = more.previousSibling;
    told('before', `${shelf.children.length}, ${more.textContent}`);
    more.click();
    told('after', `${shelf.children.length}, ${document.activeElement.textContent}`);
    """
    noted = driven(page, tmp_path, script)
    assert noted["before"] == "7, 4 more"
    assert noted["after"].startswith("11, Voice ")


def test_a_chosen_outlet_is_what_the_panel_is_about(ferry: tuple[Path, Path], tmp_path: Path) -> None:
    """And no more once all filters are cleared; an unknown one bears its file wherever it is named."""
    script = """
    const heads = [];
    const pick = (name) => {
      byId('outlet').value = [...byId('outlet').options].find((option) => option.textContent.startsWith(name)).value;
      byId('outlet').dispatchEvent(new Event('change'));
      heads.push(panel.querySelector('h2').textContent);
    };
    pick('Unknown outlet');
    told('voice', panel.querySelector('.voices .who').textContent);
    clearAll();
    heads.push(panel.querySelector('h2').textContent);
    pick('Unknown outlet');
    pick('all');
    told('heads', heads.join('|'));
    """
    noted = driven(ferry[0], tmp_path, script)
    begin = "Who says what, and through whom"
    assert noted["heads"].split("|") == ["Unknown outlet", begin, "Unknown outlet", begin]
    assert noted["voice"] == "Unknown outlet (unknown.txt)"


def test_the_keyboard_moves_the_picture_and_keeps_its_place(ferry: tuple[Path, Path], tmp_path: Path) -> None:
    """Arrows and plus do what the mouse does; a button that opens something does not throw the keyboard to the top."""
    script = """
    const press = (key) => holder.firstElementChild.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    const scale = camera().scale;
    press('+');
    told('larger', (camera().scale / scale).toFixed(2));
    const { x } = camera();
    press('ArrowRight');
    told('moved', camera().x > x);
    told('label', holder.firstElementChild.getAttribute('aria-label').includes('arrow keys'));
    const button = panel.querySelector('.list button');
    button.focus();
    button.click();
    told('place', document.activeElement.id);
    """
    noted = driven(ferry[0], tmp_path, script)
    assert noted == {**noted, "larger": "1.25", "moved": "true", "label": "true", "place": "panel"}


def test_what_is_found_by_its_title_says_so(tmp_path: Path) -> None:
    """Otherwise the words that were looked for stand nowhere in the line."""
    record = replace(ARTICLES.ferry(), title="Calamity at the pier")
    page = write_page(ARTICLES.dataset_of(record), tmp_path / "page.html")
    script = "type('calamity'); later(600, () => told('line', byId('found').querySelector('li .name').textContent));"
    assert driven(page, tmp_path, script)["line"].startswith("By its title: ")


def test_a_story_leads_to_its_other_articles(tmp_path: Path) -> None:
    """An article names the others of its event on the page; a story is known by itself, not by its name."""
    page = write_page(ARTICLES.dataset_of(*ARTICLES.sirens()), tmp_path / "page.html")
    articles = ARTICLES.block_of(page.read_text(encoding="utf-8"))["articles"]
    assert len({one["event"] for one in articles}) == 1
    assert articles[0]["event"]
    script = """
    select('chain', CHAINS[0].id);
    const before = CHAINS[0].article;
    const further = panel.querySelectorAll('.story button');
    told('others', further.length);
    further[0].click();
    told('elsewhere', CHAINS[byChainId.get(state.selected.id)].article !== before);
    """
    noted = driven(page, tmp_path, script)
    assert (noted["others"], noted["elsewhere"]) == ("2", "true")


def test_outlets_stay_in_view_however_far_the_picture_is_moved(tmp_path: Path) -> None:
    """In a picture higher than the window every line has a beginning that can be seen."""
    page = write_page(ARTICLES.dataset_of(*ARTICLES.many(3, 60)), tmp_path / "page.html")
    script = """
    const outlets = () => [...drawn.places].filter(([i]) => NODES[i].column === 0).map(([i]) => network.getPosition(i));
    const inside = (y) => y > 20 && y < holder.clientHeight;
    const seen = () => outlets().every((place) => inside(network.canvasToDOM(place).y));
    told('first', `${seen()} ${drawn.bottom - drawn.top <= holder.clientHeight / network.getScale()}`);
    for (let n = 0; n < 5; n += 1) byId('more').click();
    const scale = network.getScale();
    const places = [];
    for (const part of [0, 0.5, 1]) {
      move(0, drawn.top + (drawn.bottom - drawn.top) * part, scale);
      places.push(`${seen()} ${Math.round(outlets()[0].y)}`);
    }
    told('moved', places.map((place) => place.split(' ')[0]).join());
    told('along', new Set(places.map((place) => place.split(' ')[1])).size);
    told('high', drawn.bottom - drawn.top > 2 * holder.clientHeight / scale);
    """
    noted = driven(page, tmp_path, script, "", "--window-size=1400,900")
    assert (noted["first"], noted["moved"], noted["along"], noted["high"]) == (
        "true true",
        "true,true,true",
        "3",
        "true",
    )


def test_the_sentences_around_a_passage_are_shown_at_a_press(ferry: tuple[Path, Path], tmp_path: Path) -> None:
    """And go again; the passage stays as it was."""
    page, _ = ferry
    chains = ARTICLES.block_of(page.read_text(encoding="utf-8"))["chains"]
    chain = next(chain for chain in chains if chain["content"] == "the ferry had been overloaded")
    script = """
    const button = document.querySelector('.wider');
    const words = () => document.querySelector('blockquote').innerText;
    const before = words();
    button.click();
    told('more', words().length > before.length && words().includes(before.trim().slice(0, 30)));
    told('open', button.getAttribute('aria-expanded'));
    button.click();
    told('again', words() === before);
    """
    noted = driven(page, tmp_path, script, f"#chain={chain['id']}")
    assert (noted["more"], noted["open"], noted["again"]) == ("true", "true", "true")


def test_a_pronoun_is_shown_with_whom_it_was_read_as(tmp_path: Path) -> None:
    """Behind it in the passage, and below with the sentence that names her."""
    text = "Lorna Vasik chairs the harbour council. The quay will open in May, she said."
    who = (ARTICLES.entity(text, "e1", "Person", "Lorna Vasik", "Lorna Vasik", "she"),)
    hops = (ARTICLES.hop(text, 0, "she", "said", "The quay will open in May", entity="e1"),)
    page = write_page(
        ARTICLES.dataset_of(ARTICLES.article_record("a.txt", text, entities=who, attributions=hops)),
        tmp_path / "page.html",
    )
    (chain,) = ARTICLES.block_of(page.read_text(encoding="utf-8"))["chains"]
    dom, log = opened(page, tmp_path / "profile", f"#chain={chain['id']}")
    told = re.sub(r"<[^>]+>", "", _visible(dom))
    assert "she = Lorna Vasik said" in told
    assert "“she” was read as Lorna Vasik, named in: Lorna Vasik chairs the harbour council." in told
    assert "CONSOLE" not in log


def test_a_phone_begins_with_the_table_and_shows_evidence_in_a_sheet(ferry: tuple[Path, Path], tmp_path: Path) -> None:
    """The picture is one press away, as wide as the screen; nothing on the page is wider than that."""
    script = """
    told('view', state.view);
    told('wide', document.documentElement.scrollWidth <= innerWidth);
    byId('body').querySelector('button').click();
    told('sheet', getComputedStyle(panel).position);
    select(null);
    told('closed', getComputedStyle(panel).position);
    show('picture');
    const [left, right] = [drawn.left, drawn.right].map((x) => network.canvasToDOM({ x, y: 0 }).x);
    told('whole', left >= 0 && right <= holder.clientWidth);
    told('address', location.hash);
    """
    noted = driven(ferry[0], tmp_path, script, "", "--window-size=500,900")
    assert (noted["view"], noted["wide"], noted["whole"]) == ("table", "true", "true")
    assert (noted["sheet"], noted["closed"]) == ("fixed", "static")
    assert "view=picture" in noted["address"]


def test_an_article_is_named_once_above_its_rows(ferry: tuple[Path, Path]) -> None:
    """The rows below have the title for a screen reader only; the day has a column of its own."""
    dom, _ = opened(*ferry, "#view=table")
    cells = re.findall(r'<td class="of">(.*?)</td>', dom)
    assert len(cells) == 10
    assert sum('class="again"' in cell for cell in cells) == 8
    assert '<td class="day">2026-03-04</td>' in dom


def test_a_stance_is_counted_as_a_summary_counts_it(ferry: tuple[Path, Path], tmp_path: Path) -> None:
    """Each statement has one, that of the voice whose words it is; the first and last day are no filter."""
    script = """
    const chips = [...byId('stances').querySelectorAll('.n')].map((n) => Number(n.textContent));
    told('sum', chips.reduce((a, b) => a + b, 0) === CHAINS.length);
    told('days', `${byId('since').value === DATA.counts.days[0]} ${filtered()}`);
    """
    noted = driven(ferry[0], tmp_path, script)
    assert (noted["sum"], noted["days"]) == ("true", "true false")
