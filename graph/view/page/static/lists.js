// Long lists: of each only a stretch is built, which grows where somebody looks; search, order and keys reach all of it.
const STRETCH = 60;

/** What scrolls a list: its own box, or where that is as high as what is in it (on a phone) the page. */
function scroller(holder) {
  const box = holder.closest('.scroll') || holder;
  return box.scrollHeight > box.clientHeight ? box : document.scrollingElement;
}

/** Shows items in an element, the first of them built by `build(item, n)`; `told` hears from where to where. */
function stretch(holder, items, build, most = STRETCH, told = () => {}) {
  let [from, to] = [0, 0];
  const made = (first, end) => items.slice(first, end).map((item, n) => build(item, first + n));
  /** Build the next ones and return the first of them. */
  function later(n = STRETCH) {
    const fresh = made(to, to + n);
    holder.append(...fresh);
    to += fresh.length;
    told(from, to);
    return fresh[0];
  }
  /** Build those before and return the last of them; what is seen stays where it is. */
  function earlier(n = STRETCH) {
    const seen = holder.firstElementChild;
    const top = seen?.getBoundingClientRect().top;
    const fresh = made(Math.max(0, from - n), from);
    holder.prepend(...fresh);
    from -= fresh.length;
    told(from, to);
    if (seen) scroller(holder).scrollTop += seen.getBoundingClientRect().top - top;
    return fresh[fresh.length - 1];
  }
  /** Build anew, from one item on. */
  function begin(first, n = STRETCH) {
    holder.replaceChildren();
    from = to = Math.max(0, Math.min(first, items.length));
    return later(n);
  }
  /** Build one item, wherever it is, and return it: far from all others a new stretch begins around it. */
  function reach(n) {
    if (n < 0 || n >= items.length) return undefined;
    if (n < from - STRETCH || n >= to + STRETCH) begin(n - STRETCH / 2);
    else if (n < from) earlier();
    else if (n >= to) later();
    return holder.children[n - from];
  }
  holder.replaceChildren();
  later(most);
  return { items, later, earlier, begin, reach, get from() { return from; }, get to() { return to; } };
}

/** The first of a list, and a button for the next ones: nothing is left out without a word, arrow keys go on. */
function shortList(items, most, build) {
  const shelf = el('ul', { class: 'list' });
  const more = el('button', { type: 'button', class: 'more quiet', click: () => list.later(PER_PAGE).firstChild.focus() });
  const list = stretch(shelf, items, build, most, (_, to) => {
    more.hidden = to >= items.length;
    more.textContent = `${(items.length - to).toLocaleString('en')} more`;
  });
  shelf.addEventListener('keydown', (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = by && list.reach([...shelf.children].indexOf(event.target.closest('li')) + by);
    if (!next) return;
    event.preventDefault();
    next.firstChild.focus();
  });
  return el('div', null, shelf, items.length > most ? more : null);
}

/** Accounts that contradict each other and are not one claim: why, and the way to the words of either side. */
function contradicting() {
  const side = (id) => el('button', { type: 'button', click: () => select('chain', id) }, dot('claim'), el('span', { class: 'fine' }, bdi(told(CHAINS.find((chain) => chain.id === id)))));
  const told = (chain) => `${voicesOf(chain).slice(-1).map((node) => NODES[node].name)[0] ?? ''}: ${chain.content.slice(0, 100)}`;
  const item = ([why, so, otherwise]) => el('li', null, el('span', { class: 'name' }, bdi(why.split(': “')[0].slice(0, 140))), side(so), side(otherwise));
  return DATA.conflicts.length ? [el('h3', null, `Accounts that contradict each other (${DATA.conflicts.length.toLocaleString('en')})`), shortList(DATA.conflicts, 6, item)] : [];
}
