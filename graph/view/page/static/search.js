// Finding words: in names, in claims, in the sentences that prove them and in titles; what is found is a filter too.
const NAMES = 6; // listed, of each kind
const WORDS = 24; // words around the first one found
const NEAR = 200; // pixels
const plain = (text) => ` ${text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()}`;
const wanted = (words) => plain(words).split(' ').filter(Boolean);
/** Whether each word that is looked for begins one of the text, in any order. */
const holds = (text, words) => words.every((word) => text.includes(` ${word}`));

// Read while nobody waits, or when something is first looked for.
const names = [];
const statements = [];
let last = { words: null, found: new Set() };
let former = null; // the view before anything was looked for
let results = []; // [type, number]: names, then statements
let built = null; // the stretch of them that is built
let at = -1;
let pause = 0;

function statementText(chain) {
  const article = chain.article === null ? {} : ARTICLES[chain.article];
  return plain([...chain.path.map((node) => NODES[node].name), chain.content, chain.passage.map(([text]) => text).join(''),
    ...chain.figures, article.title || '', article.outlet || ''].join(' · '));
}

/** Read one name or statement more; false where all are read. */
function readOne() {
  if (names.length < NODES.length) names.push(plain(`${NODES[names.length].name} ${NODES[names.length].note || ''}`));
  else if (statements.length < CHAINS.length) statements.push(statementText(CHAINS[statements.length]));
  else return false;
  return true;
}
function readAll() {
  while (readOne());
}
function readAhead(left) {
  while (left.timeRemaining() > 2) if (!readOne()) return;
  requestIdleCallback(readAhead);
}

/** The chains that hold these words. */
function holding(words) {
  if (last.words === words) return last.found;
  readAll();
  const looked = wanted(words);
  last = { words, found: new Set(statements.flatMap((text, i) => (holds(text, looked) ? [i] : []))) };
  return last.found;
}

function namesHolding(words) {
  readAll();
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

/** What was found, those first that have the words side by side as they were typed: in the claim, then beside it. */
function phraseFirst(found) {
  const looked = wanted(state.words);
  if (looked.length < 2) return found;
  const phrase = ` ${looked.join(' ')}`;
  const rank = (i) => (plain(CHAINS[i].content).includes(phrase) ? 0 : statements[i].includes(phrase) ? 1 : 2);
  const ranks = new Map(found.map((i) => [i, rank(i)]));
  return [...found].sort((a, b) => ranks.get(a) - ranks.get(b));
}

function list(most = NAMES) {
  const known = namesHolding(state.words);
  const rest = known.length - most;
  results = [...known.slice(0, most).map((i) => ['node', i]), ...(rest > 0 ? [['names', rest]] : []), ...phraseFirst(passing()).map((i) => ['chain', i])];
  at = -1;
  built = stretch(byId('found'), results, itemFound);
  if (!results.length) byId('found').append(el('li', { class: 'none' }, 'Nothing found'));
  byId('found').scrollTop = 0;
  toggleFound(true);
}

const itemFound = ([type, i], n) => el('li', { role: 'option', id: `found-${n}`, 'aria-selected': n === at, 'aria-posinset': n + 1, 'aria-setsize': results.length, click: () => take(n) },
  ...(type === 'node' ? nameFound(i) : type === 'chain' ? wordsFound(i) : [el('span', { class: 'name rest' }, `${plural(i, 'name')} more`)]));
/** Near the end of what is built the next ones are, near its beginning those before. */
function scrolled({ target }) {
  if (built.to < results.length && target.scrollHeight - target.clientHeight - target.scrollTop < NEAR) built.later();
  else if (built.from && target.scrollTop < NEAR) built.earlier();
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
  const found = state.words ? listed() : [];
  const chosen = state.selected && state.selected.type === 'chain' ? found.indexOf(byChainId.get(state.selected.id)) : -1;
  byId('hits').hidden = !state.words;
  for (const id of ['earlier', 'later']) { byId(id).hidden = !state.words; byId(id).disabled = !found.length; }
  byId('hits').textContent = chosen < 0 ? plural(found.length, 'statement') : `${(chosen + 1).toLocaleString('en')} of ${found.length.toLocaleString('en')}`;
}

/** From one statement that was found to the next one. */
function walk(by) {
  const found = listed();
  if (!found.length) return;
  const chosen = state.selected && state.selected.type === 'chain' ? found.indexOf(byChainId.get(state.selected.id)) : -1;
  const next = chosen < 0 ? (by > 0 ? 0 : found.length - 1) : (chosen + by + found.length) % found.length;
  toggleFound(false);
  lookAt(found[next]);
}

function lookAt(i) {
  select('chain', CHAINS[i].id);
  if (state.view === 'table') {
    const line = rows.reach(rows.items.indexOf(i));
    lightRow();
    line?.scrollIntoView({ block: 'nearest' });
  }
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
  mark(at < 0 ? (by > 0 ? 0 : results.length - 1) : (at + by + results.length) % results.length);
}

function mark(n) {
  byId(`found-${at}`)?.setAttribute('aria-selected', false);
  at = n;
  const item = built.reach(n);
  item.setAttribute('aria-selected', true);
  item.scrollIntoView({ block: 'nearest' });
  toggleFound(true);
}

function take(n) {
  const [type, i] = results[n];
  if (type === 'names') { list(Infinity); mark(n); return; }
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
  byId('found').addEventListener('scroll', scrolled);
  byId('found').addEventListener('mousedown', (event) => { if (event.target.closest('li')) event.preventDefault(); }); // the keyboard stays in the field
  if ('requestIdleCallback' in window) requestIdleCallback(readAhead);
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
