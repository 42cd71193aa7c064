// The panel: for whatever is selected the words that prove it.
const panel = byId('panel');
const CARDS = 12;
const STORY = 12;

function select(type, id) {
  state.selected = type ? { type, id } : null;
  if (type === 'chain') draw(); else paint();
  reveal(selectedBoxes());
  showPanel();
  lightRow();
  tellHits();
  remember();
}

function focus(node) {
  state.focus = node;
  state.limit = DATA.first;
  if (node !== null) state.selected = { type: 'node', id: NODES[node].id };
  refresh();
  showPanel();
}

function showPanel() {
  const { selected } = state;
  const held = panel.contains(document.activeElement); // what is replaced takes the keyboard's place with it
  const node = selected && selected.type === 'node' ? byNodeId.get(selected.id) : undefined;
  const edge = selected && selected.type === 'edge' ? byEdgeName.get(selected.id) : undefined;
  const chain = selected && selected.type === 'chain' ? byChainId.get(selected.id) : undefined;
  if (node !== undefined) panel.replaceChildren(...aboutNode(node));
  else if (edge !== undefined) panel.replaceChildren(...aboutEdge(edge));
  else if (chain !== undefined) panel.replaceChildren(eyebrow('claim', 'attribution'), el('h2', { class: 'long' }, bdi(CHAINS[chain].content)), ...cards([chain]));
  else panel.replaceChildren(...beginning());
  panel.classList.toggle('chosen', Boolean(selected)); // on a phone a sheet above what was chosen from
  panel.scrollTop = 0;
  if (held) panel.focus({ preventScroll: true });
}

const eyebrow = (kind, text) => el('p', { class: 'eyebrow' }, dot(kind), text, el('button', { type: 'button', class: 'close quiet', click: () => select(null) }, 'Overview'));
const heading = (text) => el('h2', { class: text.length > 60 ? 'long' : null }, bdi(text));

/** The outlets that are known to carry something through a node. */
const outletsOf = (i, chains = THROUGH[i]) => new Set(chains.map((c) => CHAINS[c].path[0]).filter((outlet) => !NODES[outlet].unknown));
const disputes = (c) => DISPUTING.has(CHAINS[c].hops[CHAINS[c].hops.length - 1][0]);
/** The outlets that say so, who only denies it or leaves it open aside. */
const carriersOf = (i) => outletsOf(i, THROUGH[i].filter((c) => !disputes(c)));

/** How many attributions have somebody as the voice whose words they are, as the command line counts. */
const saidBy = (i) => THROUGH[i].filter((c) => voicesOf(CHAINS[c]).slice(-1)[0] === i).length;

function aboutNode(i) {
  if (NODES[i].kind === 'claim') return aboutClaim(i);
  const node = NODES[i];
  const chains = THROUGH[i];
  const outlets = outletsOf(i);
  const unknown = new Set(chains.map((c) => CHAINS[c].path[0])).size - outlets.size;
  const articles = new Set(chains.map((c) => CHAINS[c].article));
  const what = chains.every((c) => CHAINS[c].hops.length > 1) ? 'attribution' : 'statement';
  const untold = node.kind === 'outlet' || !unknown ? '' : outlets.size ? `, ${unknown.toLocaleString('en')} of unknown outlet` : ' of unknown outlet';
  const spoken = node.kind === 'outlet' ? chains.length : saidBy(i);
  const facts = [plural(spoken, what), spoken < chains.length ? `passes on ${(chains.length - spoken).toLocaleString('en')} more` : null, node.kind === 'outlet' || !outlets.size ? null : `in ${plural(outlets.size, 'outlet')}`, plural(articles.size, 'article') + untold].filter(Boolean).join(' · ');
  return [eyebrow(node.kind, named(KINDS, node.kind)), heading(node.name),
    node.note ? el('p', { class: 'soft' }, bdi(node.note)) : null,
    el('p', { class: 'fine' }, facts),
    only(i, 'Show only what runs through here'),
    tally(chains, node.kind === 'outlet' ? 'Sources it relies on' : 'Carried by', node.kind === 'outlet' ? (c) => voicesOf(c).slice(-1)[0] : (c) => c.path[0], i),
    ...cards(chains)].filter(Boolean);
}

const only = (i, text) => el('div', { class: 'actions' }, state.focus === i
  ? el('button', { type: 'button', click: () => focus(null) }, 'Show everything again')
  : el('button', { type: 'button', click: () => focus(i) }, text));

/** A claim: who carries it, from how many independent origins, and every article's own words for it. */
function aboutClaim(i) {
  const chains = [...THROUGH[i]].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : a - b));
  const own = chains.filter((c) => !CHAINS[c].wrapped);
  const all = own.length ? own : chains;
  const disputing = all.filter(disputes);
  const carrying = all.filter((c) => !disputes(c));
  const inArticles = (list) => plural(new Set(list.map((c) => CHAINS[c].article)).size, 'article');
  return [eyebrow('claim', 'claim'), heading(NODES[i].name), ...shared(NODES[i].shared, THROUGH[i].some((c) => NODES[CHAINS[c].path[0]].unknown)), only(i, 'Show only this claim'), key(),
    ...(carrying.length ? section(`In the words of ${inArticles(carrying)} (${carrying.length})`, carrying) : []),
    ...(disputing.length ? section(`Denied or left open in ${inArticles(disputing)} (${disputing.length})`, disputing) : [])].filter(Boolean);
}

const DISPUTING = new Set(['denies', 'doubts', 'unverified', 'noComment']);
/** The earlier article first; one without a date comes last. */
const order = (c) => `${dateOf(CHAINS[c]) || '~'} ${String(CHAINS[c].article).padStart(6, '0')}`;

/** Voices without a name may be one that has a name, or each other: then the number is known only between two. */
const between = ([least, most], n) => (least < most ? `at least ${least}, at most ${plural(most, 'independent origin')}` : plural(n, 'independent origin'));
/** The counts are the graph's own: of all that carry the claim, whatever this page is narrowed to.
 * An article of unknown outlet counts as an outlet there; where one carries the claim, outlets are not told. */
function shared(counts, unknown) {
  if (!counts) return [];
  const carriers = [unknown ? null : plural(counts.outlets, 'outlet'), plural(counts.articles, 'article')];
  const n = counts.origins.length;
  const names = new Map();
  counts.origins.forEach((name) => names.set(name, (names.get(name) || 0) + 1));
  const which = [...names].flatMap(([name, times], at) => [at ? ' · ' : '', bdi(name), times > 1 ? ` (${times})` : '']);
  return [el('p', { class: 'counts', title: 'An origin is whoever a claim goes back to in the end. Copies of one text, and all who cite the same source, count once.' },
    `${carriers.filter(Boolean).join(', ')}, `, el('b', null, n ? between(counts.span, n) : 'no origin'), DATA.asked ? ' in the whole graph' : null),
  el('p', { class: 'fine' }, n ? [n === 1 ? 'Origin: ' : 'Origins: ', ...which] : 'Nobody says so here: it is only denied, doubted or left open.'),
  n > 1 && counts.because ? el('p', { class: 'fine' }, bdi(counts.because)) : null].filter(Boolean);
}

function aboutEdge(e) {
  const [start, end, stance, chains] = EDGES[e];
  return [eyebrow(NODES[start].kind, 'from one to the other'),
    el('h2', null, bdi(NODES[start].name), el('span', { class: `stance ${stance}` }, ` ${named(STANCES, stance)} `), bdi(NODES[end].name)),
    ...cards(chains)];
}

/** Who else is on the way, most often first. */
function tally(chains, title, pick, self) {
  const counts = new Map();
  let nobody = 0; // a gap an article, so a list would hold many of them
  chains.forEach((c) => {
    const node = pick(CHAINS[c]);
    if (NODES[node].kind === 'nobody') nobody += 1;
    else if (node !== self) counts.set(node, (counts.get(node) || 0) + 1);
  });
  if (!counts.size && !nobody) return null;
  const top = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return el('div', null, el('h3', null, title), nodeList(top, 6),
    nobody ? el('p', { class: 'fine' }, `No source is named ${nobody === 1 ? 'once' : plural(nobody, 'time')}.`) : null);
}
const nodeList = (pairs, most) => shortList(pairs, most, ([i, n]) => el('li', null,
  el('button', { type: 'button', click: () => open(i) }, dot(NODES[i].kind), el('span', { class: 'name' }, bdi(NODES[i].name),
    NODES[i].unknown && NODES[i].note ? el('span', { class: 'fine' }, ' ', bdi(NODES[i].note)) : null), el('span', { class: 'n' }, n))));

/** From a list or the search: make sure that it is in the picture, then select it. */
function open(i) {
  if (!drawn.nodes.has(i) || !THROUGH[i].some((c) => drawn.chains.has(c))) focus(i);
  else select('node', NODES[i].id);
}

function cards(chains) {
  const own = chains.filter((i) => !CHAINS[i].wrapped);
  const all = own.length ? own : chains;
  const [title, ...rest] = section(all.length > 1 ? `The words that prove it (${all.length.toLocaleString('en')})` : 'The words that prove it', all);
  return [title, key(), ...rest];
}

/** A heading over cards, a page of them at a time. */
function section(title, all) {
  const list = el('div', null);
  let from = 0;
  const more = el('button', { type: 'button', click: () => grow() });
  function grow() {
    all.slice(from, from + CARDS).forEach((i) => list.append(card(i)));
    from += CARDS;
    more.hidden = from >= all.length;
    more.textContent = `${(all.length - from).toLocaleString('en')} more`;
  }
  grow();
  return [el('h3', null, title), list, more];
}

const key = () => el('p', { class: 'key' }, ['content', 'source', 'cue', 'hedge'].map((role) => el('mark', { class: role }, { content: 'what is said', source: 'source', cue: 'cue', hedge: 'hedge' }[role])));

function card(i) {
  const chain = CHAINS[i];
  const certainty = (text) => (text === 'unspecified' || text === 'certain' ? null : el('span', { class: 'fine' }, named(CERTAINTIES, text)));
  const voices = voicesOf(chain).map((node, n) => {
    const [stance, sure, cue] = chain.hops[n];
    return el('li', null, dot(NODES[node].kind), el('button', { type: 'button', class: 'who', click: () => open(node) }, bdi(nameOf(node))),
      el('span', { class: `stance ${stance}` }, named(STANCES, stance)), certainty(sure), cue ? el('span', { class: 'fine' }, '“', bdi(cue), '”') : null);
  });
  const article = chain.article === null ? null : ARTICLES[chain.article];
  return el('article', { class: 'card' }, el('ol', { class: 'voices', 'aria-label': 'Chain of voices, outlet first' }, voices),
    ...evidence(chain),
    chain.figures.length ? el('ul', { class: 'figures', 'aria-label': 'Figures' }, chain.figures.map((text) => el('li', null, bdi(text)))) : null,
    chain.copied.length ? el('ul', { class: 'copied' }, chain.copied.map(([text, basis]) => el('li', { title: basis ? `Known by: ${basis}` : null }, bdi(text)))) : null,
    chain.changed.length ? el('details', { class: 'changed' }, el('summary', null, 'Changed on the way'),
      el('ul', null, chain.changed.map(([text, before]) => el('li', null, bdi(text), el('br'), el('span', { class: 'fine' }, 'before, in ', bdi(before)))))) : null,
    article ? source(article, chain) : null);
}

/** The passage with its marks, what stands around it at the press of a button, and whom its pronouns were read as. */
function evidence(chain) {
  const [before, after] = chain.around.map((text) => (text ? el('span', { class: 'beyond', hidden: true }, text) : null));
  const words = chain.passage.length ? chain.passage.flatMap((piece) => passageWords(chain, piece)) : [chain.content];
  const wider = el('button', { type: 'button', class: 'quiet wider', 'aria-expanded': 'false', click: () => {
    for (const text of [before, after]) if (text) text.hidden = !text.hidden;
    const open = !(before || after).hidden;
    wider.textContent = open ? 'Only the passage' : 'Show the sentences around it';
    wider.setAttribute('aria-expanded', open);
  } }, 'Show the sentences around it');
  return [el('blockquote', { dir: 'auto' }, before, words, after), before || after ? wider : null, readAs(chain)];
}

function passageWords(chain, [text, role, hop]) {
  if (!role || role === 'gap') return text;
  const mark = el('mark', { class: role, title: role === 'content' ? 'what is said' : `${role}: ${NODES[chain.path[hop]].name}` }, text);
  const unnamed = role === 'source' && chain.readings.some(([which]) => which === hop);
  return unnamed ? [mark, el('span', { class: 'is' }, ' = ', bdi(NODES[chain.path[hop]].name))] : mark;
}

/** Whom words that name nobody were read as, and the sentence that names them: a reader can tell a wrong guess. */
function readAs(chain) {
  if (!chain.readings.length) return null;
  return el('ul', { class: 'readings' }, chain.readings.map(([hop, words, sentence]) => {
    const [before, name, after] = sentence;
    const whom = el('b', null, bdi(NODES[chain.path[hop]].name));
    return el('li', null, words ? ['“', bdi(words), '” was read as ', whom] : ['No source stands here; read as ', whom],
      sentence.length ? [', named in: ', el('q', { dir: 'auto' }, before, el('mark', { class: 'source' }, name), after)] : '; the article has no sentence with that name that was read as theirs');
  }));
}

function source(article, chain) {
  const facts = [article.outlet || 'unknown outlet', article.wire ? `wire: ${article.wire}` : null, article.date].filter(Boolean);
  return el('div', { class: 'article' }, article.title ? el('b', null, bdi(article.title)) : 'Untitled article', el('br'),
    facts.flatMap((fact, n) => [n ? ' · ' : null, bdi(fact)]), el('br'),
    article.event ? story(article, chain.article) : null,
    article.link ? el('a', { href: article.link, target: '_blank', rel: 'noopener noreferrer' }, article.where) : article.where ? bdi(article.where) : null, article.where ? ' · ' : null,
    article.read ? [el('a', { class: 'deep', href: `${article.read}#${DATA.places[byChainId.get(chain.id)]}` }, 'read the article'), ' · '] : null,
    el('a', { class: 'deep', href: `#chain=${chain.id}` }, 'link to this'));
}

/** For each event its articles, each with the first of its chains. */
let events = null;
function articlesOf(event) {
  events ??= CHAINS.reduce((known, { article }, i) => {
    if (article === null || !ARTICLES[article].event) return known;
    if (!known.has(ARTICLES[article].event)) known.set(ARTICLES[article].event, new Map());
    const those = known.get(ARTICLES[article].event);
    if (!those.has(article)) those.set(article, i);
    return known;
  }, new Map());
  return [...(events.get(event) || [])].sort(([a], [b]) => a - b);
}

/** The event that an article tells of with others: which of these are on the page, and why they are thought to be. */
function story(article, at) {
  const first = articlesOf(article.event).filter(([n]) => n !== at);
  const name = ['Story: ', bdi(article.story)];
  if (!first.length) return el('div', { class: 'story', title: article.because }, name);
  return el('details', { class: 'story', title: article.because }, el('summary', null, article.story === article.title ? `The same story in ${plural(first.length, 'other article')}` : [...name, `, with ${plural(first.length, 'other article')}`]),
    shortList(first, STORY, ([n, i]) => el('li', null, el('button', { type: 'button', click: () => select('chain', CHAINS[i].id) }, bdi(ARTICLES[n].title || ARTICLES[n].where || 'Untitled article')))));
}
