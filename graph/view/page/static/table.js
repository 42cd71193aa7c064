// The same as text: for reading, for the keyboard and a screen reader, for printing and for a spreadsheet.
let rows = null; // the stretch of the table that is built
const chainNames = (chain) => voicesOf(chain).map(nameOf);
const articleOf = (chain) => (chain.article === null ? {} : ARTICLES[chain.article]);

// What the rows are put in order by; a minus before the name turns it around, and what has none comes last.
const SORTS = {
  chain: (chain) => chainNames(chain).join(' › '),
  stance: (chain) => named(STANCES, lastOf(chain)[0]),
  said: (chain) => chain.content,
  cue: (chain) => lastOf(chain)[2],
  figures: (chain) => chain.figures.join('; '),
  article: (chain) => articleOf(chain).title || articleOf(chain).where,
  date: (chain) => articleOf(chain).date,
};
const collator = new Intl.Collator('en', { numeric: true });
const ranks = new Map(); // of a column, made when somebody first wants its order
function ranksBy(column) {
  if (!ranks.has(column)) {
    const texts = CHAINS.map((chain) => (SORTS[column](chain) || '').replace(/^[^\p{L}\p{N}]+/u, ''));
    const order = CHAINS.map((_, i) => i).filter((i) => texts[i]).sort((a, b) => collator.compare(texts[a], texts[b]) || a - b);
    const places = CHAINS.map(() => Infinity);
    order.forEach((i, place) => { places[i] = place; });
    ranks.set(column, places);
  }
  return ranks.get(column);
}

/** The chains that pass, in the order of the table where that is what is seen. */
function listed() {
  if (!state.sort || state.view !== 'table') return passing();
  const known = judgements().passing;
  if (!known.has(`by ${state.sort}`)) known.set(`by ${state.sort}`, [...passing()].sort(following(ranksBy(state.sort.replace(/^-/, '')), state.sort.startsWith('-') ? -1 : 1)));
  return known.get(`by ${state.sort}`);
}
const following = (places, way) => (a, b) => (places[a] === places[b] ? a - b : places[a] === Infinity ? 1 : places[b] === Infinity ? -1 : way * (places[a] - places[b]));

/** From the first to the last, then the other way round, then as the graph has them. */
function sortBy(column) {
  state.sort = state.sort === column ? `-${column}` : state.sort === `-${column}` ? '' : column;
  refresh();
}

function showTable() {
  rows = stretch(byId('body'), listed(), row, PER_PAGE, tellRows);
  for (const button of document.querySelectorAll('th button')) {
    const is = state.sort.replace(/^-/, '') === button.dataset.by;
    button.dataset.way = !is ? '' : state.sort.startsWith('-') ? 'descending' : 'ascending';
    button.title = !is ? 'Put in this order' : state.sort.startsWith('-') ? 'Put in the order of the articles' : 'Turn the order around';
  }
  for (const head of document.querySelectorAll('th')) {
    const way = [...head.querySelectorAll('button')].map((button) => button.dataset.way).find(Boolean);
    if (way) head.setAttribute('aria-sort', way);
    else head.removeAttribute('aria-sort');
  }
}

/** More rows at the press of a button; where there are no more after them it goes, and the focus to the nearest new row. */
function grow(button, build) {
  const line = build(PER_PAGE);
  if (!button.hidden || !line) return;
  line.querySelector('button').focus({ preventScroll: true });
  line.scrollIntoView({ block: 'nearest' });
}

/** All rows are printed; afterwards the table is what it was, where it was. */
let unprinted = null;
function printAll() {
  const box = scroller(byId('body'));
  unprinted = state.view === 'table' && rows ? { from: rows.from, built: rows.to - rows.from, box, top: box.scrollTop } : null;
  showTable();
  rows.later(Infinity);
}
function printed() {
  showTable();
  if (!unprinted) return;
  rows.begin(unprinted.from, unprinted.built);
  unprinted.box.scrollTop = unprinted.top;
}

function tellRows(from, to) {
  const n = listed().length;
  const shown = `${from ? `${(from + 1).toLocaleString('en')} to ` : ''}${to.toLocaleString('en')}`;
  byId('rows').replaceChildren('Showing ', el('b', null, shown), ' of ', el('b', null, n.toLocaleString('en')), ` statements${filtered() ? ' that pass the filters' : ''}`);
  byId('rows').title = sum();
  byId('earlier-rows').hidden = !from;
  byId('more-rows').hidden = to >= n;
}

/** The row of what is selected is lit, if it is built. */
function lightRow() {
  if (state.view !== 'table' || !rows) return;
  const chosen = state.selected && state.selected.type === 'chain' ? rows.items.indexOf(byChainId.get(state.selected.id)) - rows.from : -1;
  [...byId('body').children].forEach((line, n) => line.classList.toggle('lit', n === chosen));
}

/** A row; the title of an article stands once above all that follows of it, for a screen reader in each. */
function row(i, n) {
  const chain = CHAINS[i];
  const article = chain.article === null ? null : ARTICLES[chain.article];
  const last = lastOf(chain);
  const lit = state.selected && state.selected.type === 'chain' && state.selected.id === chain.id;
  const again = n > 0 && CHAINS[listed()[n - 1]].article === chain.article;
  return el('tr', { class: [lit && 'lit', !again && 'new'].filter(Boolean).join(' ') || null },
    el('td', { class: 'day' }, article && article.date),
    el('td', { class: 'chain' }, el('button', { type: 'button', class: 'row', click: () => { select('chain', chain.id); panel.focus({ preventScroll: true }); } },
      chainNames(chain).flatMap((name, place) => [place ? el('span', { class: 'arrow' }, '›') : null, bdi(name)]))),
    el('td', { class: 'how' }, el('span', { class: `stance ${last[0]}` }, named(STANCES, last[0])), last[1] === 'unspecified' || last[1] === 'certain' ? null : el('div', { class: 'fine' }, named(CERTAINTIES, last[1]))),
    el('td', { class: 'said' }, bdi(chain.content)), el('td', { class: 'cue' }, last[2] ? bdi(last[2]) : null), el('td', { class: 'counted' }, chain.figures.length ? bdi(chain.figures.join('; ')) : null),
    el('td', { class: 'of' }, article ? el('span', { class: again ? 'again' : null }, bdi(article.title || article.where || '')) : null));
}

/** A cell that a spreadsheet would run as a formula is led by an apostrophe. */
function cell(value) {
  const text = String(value ?? '');
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

function asCsv() {
  const head = ['chain', 'stance', 'certainty', 'content', 'cue', 'figures', 'article', 'outlet', 'date', 'where'];
  const lines = listed().map((i) => {
    const chain = CHAINS[i];
    const article = articleOf(chain);
    const last = lastOf(chain);
    return [chainNames(chain).join(' > '), last[0], last[1], chain.content, last[2], chain.figures.join('; '), article.title, article.outlet, article.date, article.where].map(cell).join(',');
  });
  return `\ufeff${[head.join(','), ...lines].join('\r\n')}\r\n`;
}

function save(blob, name) {
  const url = URL.createObjectURL(blob);
  const link = el('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}
