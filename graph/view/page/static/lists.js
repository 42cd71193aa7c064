// Long lists: of each only a stretch is built, which grows where somebody looks; search, order and keys reach all of it.
const STRETCH = 60;

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
  /** Build those before; what is seen stays where it is. */
  function earlier(n = STRETCH) {
    const box = holder.closest('.scroll') || holder;
    const high = box.scrollHeight;
    const fresh = made(Math.max(0, from - n), from);
    holder.prepend(...fresh);
    from -= fresh.length;
    box.scrollTop += box.scrollHeight - high;
    told(from, to);
  }
  /** Build one item, wherever it is, and return it: far from all others a new stretch begins around it. */
  function reach(n) {
    if (n < 0 || n >= items.length) return undefined;
    if (n < from - STRETCH || n >= to + STRETCH) {
      holder.replaceChildren();
      from = to = Math.max(0, n - STRETCH / 2);
      later();
    } else if (n < from) earlier();
    else if (n >= to) later();
    return holder.children[n - from];
  }
  holder.replaceChildren();
  later(most);
  return { items, later, earlier, reach, get from() { return from; }, get to() { return to; } };
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
