// The data block, what is asked for (state), and which chains pass. Text only ever becomes a text node.
const DATA = JSON.parse(document.getElementById('data').textContent);
const { nodes: NODES, edges: EDGES, chains: CHAINS, articles: ARTICLES } = DATA;
// What kinds, stances and certainties are called, as the ontology says it.
const [KINDS, STANCES, CERTAINTIES] = [DATA.kinds, DATA.stances, DATA.certainties].map(Object.fromEntries);
// Dashes are units of the canvas; the arrow's end tells a denial apart without colour.
const DASHES = { denies: [11, 5], doubts: [6, 5], unverified: [2, 5], noComment: [1, 9], asks: [8, 3, 1, 3], retracts: [11, 5] };
const PER_PAGE = 100;

const byId = (id) => document.getElementById(id);
const own = (object, key) => Object.prototype.hasOwnProperty.call(object, key);
const named = (names, key) => (own(names, key) ? names[key] : String(key));
const plural = (n, one, many = `${one}s`) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** An element with attributes and children; a child that is not an element becomes text. */
function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key === 'click') node.addEventListener('click', value);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value === true ? '' : value);
  }
  for (const child of children.flat()) if (child !== null && child !== undefined) node.append(child);
  return node;
}
const bdi = (text) => el('bdi', { dir: 'auto' }, text);
const dot = (kind) => el('span', { class: `dot ${own(KINDS, kind) ? kind : ''}`, 'aria-hidden': 'true' });

// Which chains run through a node, and each chain's outlet, source and claim.
const THROUGH = NODES.map(() => []);
CHAINS.forEach((chain, i) => new Set(chain.path).forEach((node) => THROUGH[node].push(i)));
const claimOf = (chain) => (NODES[chain.path[chain.path.length - 1]].kind === 'claim' ? chain.path[chain.path.length - 1] : null);
/** A name, with the file where it is that of no outlet: several unknown ones would read alike. */
const nameOf = (i) => (NODES[i].unknown && NODES[i].note ? `${NODES[i].name} (${NODES[i].note})` : NODES[i].name);
const voicesOf = (chain) => chain.path.slice(0, chain.hops.length);
const lastOf = (chain) => chain.hops[chain.hops.length - 1];
const stanceOf = (chain) => lastOf(chain)[0]; // of the voice whose words they are: each statement has one, as in a summary
const dateOf = (chain) => (chain.article === null ? null : ARTICLES[chain.article].date);
const byNodeId = new Map(NODES.map((node, i) => [node.id, i]));
const edgeName = (e) => `${NODES[EDGES[e][0]].id}.${NODES[EDGES[e][1]].id}.${EDGES[e][2]}`;
const byEdgeName = new Map(EDGES.map((_, e) => [edgeName(e), e]));
const byChainId = new Map(CHAINS.map((chain, i) => [chain.id, i]));

const state = { outlet: '', kind: '', since: '', until: '', stances: new Set(), words: '', focus: null, view: 'picture',
  sort: '', selected: null, limit: DATA.first };

// What a chain has to be like, filter by filter; the search is one of them.
const FILTERS = {
  outlet: (chain) => !state.outlet || NODES[chain.path[0]].id === state.outlet,
  kind: (chain) => !state.kind || chain.kind === state.kind,
  stances: (chain) => !state.stances.size || state.stances.has(stanceOf(chain)),
  dates: (chain) => (!state.since || (dateOf(chain) || '') >= state.since) && (!state.until || (dateOf(chain) || '~') <= state.until),
  focus: (chain) => state.focus === null || chain.path.includes(state.focus),
  words: (chain, i) => !state.words || holding(state.words).has(i),
};
let judged = { asked: null, fails: [], passing: new Map() };
/** Which filter each chain fails, once for all that ask: '' is none, null more than one. */
function judgements() {
  const asked = JSON.stringify([state.outlet, state.kind, state.since, state.until, [...state.stances], state.words, state.focus]);
  if (judged.asked !== asked) judged = { asked, fails: CHAINS.map(failed), passing: new Map() };
  return judged;
}
function failed(chain, i) {
  let only = '';
  for (const name in FILTERS) {
    if (FILTERS[name](chain, i)) continue;
    if (only) return null;
    only = name;
  }
  return only;
}
/** The chains that pass every filter, or every one but one: a facet counts under the others. */
const passing = (besides = '') => {
  const { fails, passing: known } = judgements();
  if (!known.has(besides)) known.set(besides, CHAINS.map((_, i) => i).filter((i) => fails[i] === '' || fails[i] === besides));
  return known.get(besides);
};
const filtered = () => Boolean(state.words || state.outlet || state.kind || state.since || state.until || state.stances.size || state.focus !== null);

/** The most telling chains that together need no more boxes in any column than the limit. */
function choose(candidates) {
  const allowed = new Set(candidates);
  const shown = new Set();
  const high = new Map(); // boxes of each column
  const picked = [];
  const only = candidates.every((i) => CHAINS[i].wrapped); // else what wraps another one is drawn where that is
  for (const i of DATA.order) {
    if (!allowed.has(i)) continue;
    const fresh = [...new Set(CHAINS[i].path)].filter((node) => !shown.has(node));
    if (CHAINS[i].wrapped && !only && fresh.length) continue;
    const more = new Map();
    for (const node of fresh) more.set(NODES[node].column, (more.get(NODES[node].column) || 0) + 1);
    if ([...more].some(([column, n]) => (high.get(column) || 0) + n > state.limit)) continue;
    fresh.forEach((node) => shown.add(node));
    more.forEach((n, column) => high.set(column, (high.get(column) || 0) + n));
    picked.push(i);
  }
  return { chains: new Set(picked), nodes: shown };
}

/** A phone is too narrow for the picture: there the page begins with the table. */
const narrow = (width) => matchMedia(`(max-width: ${width}px)`).matches;
const usual = () => (narrow(700) ? 'table' : 'picture');

/** The address keeps what is asked for, so that a view can be sent to somebody. */
function remember() {
  const parts = new URLSearchParams();
  if (state.view !== usual()) parts.set('view', state.view);
  for (const key of ['outlet', 'kind', 'since', 'until']) if (state[key]) parts.set(key, state[key]);
  if (state.stances.size) parts.set('stance', [...state.stances].join('.'));
  if (state.words) parts.set('words', state.words);
  if (state.focus !== null) parts.set('focus', NODES[state.focus].id);
  if (state.sort) parts.set('sort', state.sort);
  if (state.selected) parts.set(state.selected.type, state.selected.id);
  try {
    history.replaceState(null, '', `#${parts}`);
  } catch {
    // Inside a notebook's frame there is no address to keep.
  }
}

function recall() {
  const parts = new URLSearchParams(location.hash.slice(1));
  state.view = ['picture', 'table'].includes(parts.get('view')) ? parts.get('view') : usual();
  const told = (key, known) => (known(parts.get(key) || '') ? parts.get(key) : '');
  state.outlet = told('outlet', (id) => byNodeId.has(id));
  state.kind = told('kind', (kind) => own(KINDS, kind));
  for (const key of ['since', 'until']) state[key] = told(key, (day) => /^\d{4}-\d\d-\d\d$/.test(day));
  state.stances = new Set((parts.get('stance') || '').split('.').filter((stance) => own(STANCES, stance)));
  state.words = parts.get('words') || '';
  state.focus = byNodeId.get(parts.get('focus')) ?? null;
  state.sort = told('sort', (column) => own(SORTS, column.replace(/^-/, '')));
  state.selected = null;
  for (const [type, known] of [['chain', byChainId], ['node', byNodeId], ['edge', byEdgeName]]) {
    if (known.has(parts.get(type))) state.selected = { type, id: parts.get(type) };
  }
}
