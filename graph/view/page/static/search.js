// Finding words: in names, in claims, in the sentences that prove them and in titles; what is found is a filter too.
const NAMES = 6; // listed, of each kind
const WORDS = 24; // words around the first one found
const plain = (text) => ` ${text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()}`;
const wanted = (words) => plain(words).split(' ').filter(Boolean);
/** Whether each word that is looked for begins one of the text, in any order. */
const holds = (text, words) => words.every((word) => text.includes(` ${word}`));

let names = null;
let statements = null;
let last = { words: null, found: new Set() };
let former = null; // the view before anything was looked for
let results = []; // [type, number]
let at = -1;
let pause = 0;

function statementText(chain) {
  const article = chain.article === null ? {} : ARTICLES[chain.article];
  return plain([...chain.path.map((node) => NODES[node].name), chain.content, chain.passage.map(([text]) => text).join(''),
    ...chain.figures, article.title || '', article.outlet || ''].join(' · '));
}

/** The chains that hold these words; read once, when something is first looked for. */
function holding(words) {
  if (last.words === words) return last.found;
  statements ??= CHAINS.map(statementText);
  const looked = wanted(words);
  last = { words, found: new Set(statements.flatMap((text, i) => (holds(text, looked) ? [i] : []))) };
  return last.found;
}

function namesHolding(words) {
  names ??= NODES.map((node) => plain(`${node.name} ${node.note || ''}`));
  const looked = wanted(words);
  return NODES.map((_, i) => i).filter((i) => NODES[i].kind !== 'claim' && THROUGH[i].length && holds(names[i], looked))
    .sort((a, b) => THROUGH[b].length - THROUGH[a].length || a - b);
}

/** What was typed becomes the filter; with nothing typed the view is again what it was. */
function search() {
  const typed = byId('search').value;
  const words = wanted(typed).length ? typed.trim() : '';
  if (words === state.words) return;
  if (words && !state.words) former = { focus: state.focus, selected: state.selected, limit: state.limit, ...camera() };
  state.words = words;
  if (!words) { leave(); return; }
  list();
  refresh();
}

function leave() {
  byId('search').value = '';
  state.words = '';
  results = [];
  toggleFound(false);
  const { focus: node = state.focus, selected = state.selected, limit = state.limit, x, y, scale } = former || {};
  former = null;
  Object.assign(state, { focus: node, selected, limit });
  refresh();
  showPanel();
  if (scale && state.view === 'picture') move(x, y, scale);
}

function list() {
  const found = passing();
  const known = namesHolding(state.words);
  results = [...known.slice(0, NAMES).map((i) => ['node', i]), ...found.slice(0, PER_PAGE).map((i) => ['chain', i])];
  at = -1;
  const items = results.map(([type, i], n) => el('li', { role: 'option', id: `found-${n}`, 'aria-selected': false, click: () => take(n) }, ...(type === 'node' ? nameFound(i) : wordsFound(i))));
  const more = found.length > PER_PAGE ? [el('li', { class: 'none' }, `and ${plural(found.length - PER_PAGE, 'statement')} more: see the table`)] : [];
  byId('found').replaceChildren(...(items.length ? [...items, ...more] : [el('li', { class: 'none' }, 'Nothing found')]));
  toggleFound(true);
}

const nameFound = (i) => [dot(NODES[i].kind), el('span', { class: 'name' }, bdi(NODES[i].name)), el('span', { class: 'fine' }, plural(THROUGH[i].length, 'statement'))];

function wordsFound(i) {
  const chain = CHAINS[i];
  const looked = wanted(state.words);
  const hit = (word) => wanted(word).some((part) => looked.some((one) => part.startsWith(one)));
  const title = (chain.article === null ? null : ARTICLES[chain.article].title) || '';
  const places = [chain.content, chain.passage.map(([text]) => text).join(''), chain.path.map((node) => NODES[node].name).join(' › '), title];
  const at = places.findIndex((text) => text.split(/\s+/).some(hit));
  const byTitle = at === places.length - 1;
  const words = (at < 0 || byTitle ? chain.content : places[at]).split(/\s+/);
  const from = Math.max(0, words.findIndex(hit) - 6);
  const shown = words.slice(from, from + WORDS).flatMap((word, n) => [n ? ' ' : from ? '… ' : '', hit(word) ? el('mark', { class: 'hit' }, word) : word]);
  const who = voicesOf(chain).map((node) => NODES[node].name).slice(-1)[0];
  return [dot('claim'), el('span', { class: 'name' }, byTitle ? el('span', { class: 'fine' }, 'By its title: ') : null, el('bdi', { dir: 'auto' }, shown, words.length > from + WORDS ? ' …' : '')), el('span', { class: 'fine who' }, bdi(who))];
}

/** How many there are, and which of them is looked at. */
function tellHits() {
  const found = state.words ? passing() : [];
  const chosen = state.selected && state.selected.type === 'chain' ? found.indexOf(byChainId.get(state.selected.id)) : -1;
  byId('hits').hidden = !state.words;
  for (const id of ['earlier', 'later']) { byId(id).hidden = !state.words; byId(id).disabled = !found.length; }
  byId('hits').textContent = chosen < 0 ? plural(found.length, 'statement') : `${(chosen + 1).toLocaleString('en')} of ${found.length.toLocaleString('en')}`;
}

/** From one statement that was found to the next one. */
function walk(by) {
  const found = passing();
  if (!found.length) return;
  const chosen = state.selected && state.selected.type === 'chain' ? found.indexOf(byChainId.get(state.selected.id)) : -1;
  const next = chosen < 0 ? (by > 0 ? 0 : found.length - 1) : (chosen + by + found.length) % found.length;
  toggleFound(false);
  lookAt(found[next]);
}

function lookAt(i) {
  select('chain', CHAINS[i].id);
  if (state.view === 'table') { rowsShown = Math.max(rowsShown, passing().indexOf(i) + 1); showTable(); document.querySelector('tr.lit')?.scrollIntoView({ block: 'nearest' }); }
  tellHits();
}

function toggleFound(open) {
  byId('found').hidden = !open;
  byId('search').setAttribute('aria-expanded', open);
  if (open && at >= 0) byId('search').setAttribute('aria-activedescendant', `found-${at}`);
  else byId('search').removeAttribute('aria-activedescendant');
}

function step(by) {
  if (!results.length) return;
  at = at < 0 ? (by > 0 ? 0 : results.length - 1) : (at + by + results.length) % results.length;
  [...byId('found').children].forEach((item, n) => { if (item.id) item.setAttribute('aria-selected', n === at); });
  byId('found').children[at].scrollIntoView({ block: 'nearest' });
  toggleFound(true);
}

function take(n) {
  const [type, i] = results[n];
  toggleFound(false);
  if (type === 'chain') { lookAt(i); return; }
  former = null; // somebody was looked for and is what is shown from here on
  byId('search').value = '';
  state.words = '';
  focus(i);
}

function listenToSearch() {
  const input = byId('search');
  input.addEventListener('input', () => { clearTimeout(pause); pause = setTimeout(search, 120); });
  input.addEventListener('focus', () => { if (results.length) toggleFound(true); });
  input.addEventListener('blur', () => setTimeout(() => toggleFound(false), 200));
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { event.preventDefault(); step(event.key === 'ArrowDown' ? 1 : -1); }
    if (event.key !== 'Enter') return;
    clearTimeout(pause);
    search();
    if (at >= 0 && !byId('found').hidden) take(at);
    else walk(event.shiftKey ? -1 : 1);
  });
  byId('earlier').addEventListener('click', () => walk(-1));
  byId('later').addEventListener('click', () => walk(1));
}
