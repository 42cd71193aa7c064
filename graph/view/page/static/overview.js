// The panel before anything is selected: what there is, and where to begin.
let overview = null; // as it was left: what was opened in it stays open
const beginning = () => { overview ??= aboutAll(); return overview; };
function aboutAll() {
  const { counts } = DATA;
  if (!counts.chains) return nothing();
  const number = (n, one, many = `${one}s`) => el('div', null, el('b', null, n.toLocaleString('en')), el('span', null, n === 1 ? one : many));
  const [since, until] = counts.days.length ? counts.days : [null, null];
  const period = since ? (since === until ? since : `${since} to ${until}`) : 'no dates told';
  const scope = DATA.asked ? `Only ${DATA.asked}: ${counts.chains.toLocaleString('en')} of ${counts.total.toLocaleString('en')}. ` : '';
  return [el('h2', null, 'Who says what, and through whom'),
    el('p', { class: 'soft' }, bdi(`${scope}${plural(counts.articles, 'article')}, ${period}${counts.unknown ? `; ${counts.unknown.toLocaleString('en')} of unknown outlet` : ''}`)),
    el('div', { class: 'numbers' }, number(counts.outlets, 'outlet'), number(counts.sources, 'named source'), number(counts.unnamed, 'unnamed source'),
      number(counts.attributions, 'attribution'), number(counts.deep, 'passed on', 'passed on'), number(counts.figures, 'figure')),
    el('p', { class: 'fine tip' }, `${sum()} ${others()}`),
    ...begin(), ...contradicting(), ...travelled(), ...(narrow(700) ? [el('details', { class: 'rest' }, el('summary', null, 'Sources, outlets, and how to read this'), ranking())] : ranking())];
}

/** How the number of statements comes about, since the other numbers of a graph count attributions only. */
function sum() {
  const { attributions, chains } = DATA.counts;
  const own = chains - attributions;
  return `${plural(chains, 'statement')}: ${plural(attributions, 'attribution')}${own ? ` and ${plural(own, 'figure')} given in an outlet’s own words` : ''}.`;
}

/** What else the command line counts in the same words. */
function others() {
  const { claims, shared: several, nameless, unknown } = DATA.counts;
  const carriers = unknown ? 'several outlets, or articles of unknown outlet,' : 'several outlets';
  return `${plural(nameless, 'attribution')} to sources without a name. ${plural(claims, 'claim')}, each once whoever words it, ${several.toLocaleString('en')} that ${carriers} carry${DATA.asked ? ' in the whole graph' : ''}.`;
}

/** What to say where nothing is shown: what was asked for, and that it is the question, not the page. */
function nothing() {
  const { total } = DATA.counts;
  return DATA.asked && total
    ? [el('h2', null, 'Nothing matches'), el('p', { class: 'soft' }, 'None of the ', plural(total, 'statement'), ' in the graph matches ', bdi(DATA.asked), '. A name is found by its whole words; a shorter part of it may find more.')]
    : [el('h2', null, 'Nothing to show'), el('p', { class: 'soft' }, 'The graph holds no statement: no article in it attributes anything or gives a figure.')];
}

// Fewer letters are hardly a statement, and one that begins with a pronoun or breaks a quotation is not understood alone.
const LOST = /^["“]?(it|its|he|his|she|her|they|their|them|this|that|these|those|which|who|such|also)\b/i;
const whole = (words) => (words.match(/"/g) || []).length % 2 === 0 && (words.match(/“/g) || []).length === (words.match(/”/g) || []).length;
const tells = (words) => words.length > 24 && !LOST.test(words) && whole(words);

const disputedName = (chain) => (claimOf(chain) === null ? chain.content : NODES[claimOf(chain)].name);

/** The claim of a source that most outlets carry, other than one that is told already; undefined where it has none. */
function mostCarried(source, besides) {
  const own = THROUGH[source].map((c) => CHAINS[c]).filter((chain) => voicesOf(chain).slice(-1)[0] === source && stanceOf(chain) !== 'denies');
  const claims = [...new Set(own.map(claimOf))].filter((i) => i !== null && i !== besides && tells(NODES[i].name));
  return claims.sort((a, b) => carriersOf(b).size - carriersOf(a).size || a - b)[0];
}

/** Where to begin: the four questions that the data can answer best. */
function begin() {
  const spread = NODES.map((node, i) => i).filter((i) => NODES[i].column && NODES[i].kind !== 'claim').map((i) => [i, outletsOf(i).size]).filter(([, n]) => n > 1);
  const single = NODES.map((node, i) => [i, node]).filter(([i, node]) => node.shared && node.clause && node.shared.origins.length === 1 && node.shared.outlets > 1 && carriersOf(i).size > 1)
    .sort((a, b) => tells(b[1].name) - tells(a[1].name) || carriersOf(b[0]).size - carriersOf(a[0]).size || a[0] - b[0])[0];
  const most = spread.map(([i, n]) => [i, n, mostCarried(i, single && single[0])])
    .sort((a, b) => (b[2] !== undefined) - (a[2] !== undefined) || b[1] - a[1] || a[0] - b[0])[0];
  const nameless = (i) => voicesOf(CHAINS[i]).filter((node) => ['unnamed', 'nobody'].includes(NODES[node].kind) || NODES[node].unknown).length;
  const different = (chain) => [...new Set(voicesOf(chain))];  // somebody who tells what they once said is one voice
  const deepest = CHAINS.map((chain, i) => [i, different(chain).length]).sort((a, b) => b[1] - a[1] || nameless(a[0]) - nameless(b[0]) || a[0] - b[0])[0];
  const denied = DATA.order.filter((i) => CHAINS[i].hops.some(([stance]) => stance === 'denies' || stance === 'unverified'));
  const disputed = denied.find((i) => tells(CHAINS[i].content)) ?? denied[0];
  const disputing = (chain) => chain.hops.findIndex(([stance]) => stance === 'denies' || stance === 'unverified');  // which of its voices
  const item = (kind, title, text, click) => el('li', null, el('button', { type: 'button', click }, dot(kind), el('span', { class: 'name' }, el('b', null, title), el('br'), el('span', { class: 'fine' }, bdi(text.slice(0, 140))))));
  const items = [
    single && item('claim', `${plural(carriersOf(single[0]).size, 'outlet')}, one origin`, single[1].name, () => focus(single[0])),
    most && item(NODES[most[0]].kind, `One source behind ${most[1]} outlets`, most[2] === undefined ? NODES[most[0]].name : `${NODES[most[0]].name}: ${NODES[most[2]].name}`, () => focus(most[0])),
    deepest && deepest[1] > 2 && item('claim', `A chain through ${deepest[1] - 1} voices`, different(CHAINS[deepest[0]]).map((node) => NODES[node].name).join(' > '), () => select('chain', CHAINS[deepest[0]].id)),
    disputed !== undefined && item('claim', CHAINS[disputed].hops[disputing(CHAINS[disputed])][0] === 'denies' ? `Denied by ${NODES[CHAINS[disputed].path[disputing(CHAINS[disputed])]].name}` : 'Could not be verified', disputedName(CHAINS[disputed]), () => select('chain', CHAINS[disputed].id)),
  ].filter(Boolean);
  return items.length ? [el('h3', null, 'Begin here'), el('ul', { class: 'list' }, items)] : [];
}

/** What changed on the way: statements that an article tells otherwise than the one before it. */
function travelled() {
  const found = CHAINS.map((chain, i) => [chain, i]).filter(([chain]) => chain.changed.length);
  if (!found.length) return [];
  const item = ([chain, i]) => el('li', null, el('button', { type: 'button', click: () => select('chain', chain.id) }, dot('claim'),
    el('span', { class: 'name' }, bdi(chain.changed[0][0].slice(0, 140)), el('br'), el('span', { class: 'fine' }, bdi(NODES[CHAINS[i].path[0]].name)))));
  return [el('h3', null, `Changed on the way (${found.length.toLocaleString('en')})`), shortList(found, 6, item)];
}

function ranking() {
  const top = (keep, count) => NODES.map((node, i) => [i, count(i)]).filter(([i, n]) => n && keep(NODES[i])).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const isSource = (node) => node.column > 0 && !['claim', 'nobody'].includes(node.kind);
  return [el('h3', null, 'Most cited sources'), nodeList(top(isSource, saidBy), 7), el('h3', null, 'Outlets'), nodeList(top((node) => node.column === 0, (i) => THROUGH[i].length), 7),
    el('h3', null, 'How to read this'), el('p', { class: 'tip fine' }, 'Follow the lines from left to right: an outlet, whoever passes the claim on, the source it goes back to, the claim. A line has the style of the stance of the voice it leaves. A statement is one attribution, or a figure that an outlet gives in its own words; the number behind a source counts the attributions of its own words, that behind an outlet all its statements. Click anything for the words that prove it, double-click to see only what runs through it.')];
}
