// The header, the filters that are at once the legend, and what starts it all.
function refresh() {
  if (state.view === 'picture') draw();
  if (state.view === 'table') showTable();
  controls();
  remember();
}

function controls() {
  byId('picture').hidden = state.view !== 'picture';
  byId('table').hidden = state.view !== 'table';
  byId('as-picture').setAttribute('aria-pressed', state.view === 'picture');
  byId('as-table').setAttribute('aria-pressed', state.view === 'table');
  offer(state.outlet);
  for (const key of ['outlet', 'kind']) byId(key).value = state[key];
  for (const key of ['since', 'until']) byId(key).value = state[key] || edgeDay(key);
  byId('stances').querySelectorAll('button').forEach((button) => button.setAttribute('aria-pressed', state.stances.has(button.dataset.stance)));
  byId('clear').hidden = !filtered();
  if (document.activeElement !== byId('search')) byId('search').value = state.words;
  facets();
  tellHits();
}

/** The first or last day there is: what a field shows where nothing is asked for. */
const edgeDay = (key) => DATA.counts.days[key === 'since' ? 0 : 1] || '';

function show(view) {
  state.view = view;
  controls();
  refresh();
  if (view === 'picture') fit();
  if (narrow(900)) byId(view).scrollIntoView({ block: 'start' }); // on a phone it lies below the panel
}

const CALLED = new Map(); // the name of each choice, its number aside
const OFFERED = 300; // outlets in the list: those with most statements

/** How many would pass with each choice of a facet, given all the other filters. */
function facets() {
  for (const [key, of] of [['outlet', (chain) => [NODES[chain.path[0]].id]], ['kind', (chain) => [chain.kind]]]) {
    const counts = tallied(passing(key), of);
    for (const option of byId(key).options) {
      const n = option.value ? counts.get(option.value) || 0 : passing(key).length;
      const text = `${CALLED.get(option)} (${n.toLocaleString('en')})`;
      if (option.textContent !== text) option.textContent = text;
      option.disabled = !n && option.value !== '' && option.value !== state[key];
    }
  }
  const counts = tallied(passing('stances'), (chain) => [stanceOf(chain)]);
  byId('stances').querySelectorAll('button').forEach((button) => {
    const n = counts.get(button.dataset.stance) || 0;
    button.querySelector('.n').textContent = n.toLocaleString('en');
    button.disabled = !n && !state.stances.has(button.dataset.stance);
  });
}

function tallied(chains, of) {
  const counts = new Map();
  chains.forEach((i) => of(CHAINS[i]).forEach((key) => counts.set(key, (counts.get(key) || 0) + 1)));
  return counts;
}

function clearAll() {
  if (state.outlet && state.selected && state.selected.id === state.outlet) { state.selected = null; showPanel(); }
  Object.assign(state, { outlet: '', kind: '', since: '', until: '', stances: new Set(), words: '', focus: null, limit: DATA.first });
  former = null;
  refresh();
}

/** The picture as seen, on the page's ground instead of on nothing. */
function onPaper(picture) {
  const sheet = el('canvas', { width: picture.width, height: picture.height });
  const context = sheet.getContext('2d');
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, sheet.width, sheet.height);
  context.drawImage(picture, 0, 0);
  return sheet;
}

function sample(stance) {
  const ns = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(ns, 'svg');
  const path = document.createElementNS(ns, 'path');
  svg.setAttribute('viewBox', '0 0 30 8');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', stance === 'denies' ? 'M0 4H27M28 0V8' : 'M0 4H23M23 1L29 4L23 7');
  path.setAttribute('fill', 'none');
  path.setAttribute('stroke', `var(--${stance})`);
  path.setAttribute('stroke-width', '2');
  if (own(DASHES, stance)) path.setAttribute('stroke-dasharray', DASHES[stance].map((n) => n * 0.6).join(' '));
  svg.append(path);
  return svg;
}

function option(value, name) {
  const made = el('option', { value });
  CALLED.set(made, name);
  return made;
}

/** A long list offers an outlet only where it has many statements, or is chosen. */
function offer(id) {
  if (id && ![...byId('outlet').options].some((known) => known.value === id)) byId('outlet').append(option(id, outletName(NODES[byNodeId.get(id)])));
}
const outletName = (node) => (node.note ? `${node.name} (${node.note})` : node.name).slice(0, 60);

function fillOutlets() {
  const outlets = NODES.map((node, i) => i).filter((i) => NODES[i].column === 0 && THROUGH[i].length).sort((a, b) => THROUGH[b].length - THROUGH[a].length || a - b);
  byId('outlet').append(option('', 'all'));
  outlets.slice(0, OFFERED).map((i) => [outletName(NODES[i]), NODES[i].id]).sort(([a], [b]) => (a < b ? -1 : 1))
    .forEach(([name, id]) => byId('outlet').append(option(id, name)));
  const rest = outlets.length - OFFERED;
  byId('outlet').title = rest > 0 ? `${plural(rest, 'outlet')} more: find them by their names` : '';
}

function fill() {
  fillOutlets();
  byId('kind').append(option('', 'any kind'));
  const counts = tallied(CHAINS.map((_, i) => i), (chain) => [stanceOf(chain)]);
  Object.keys(STANCES).filter((stance) => counts.has(stance)).forEach((stance) => byId('stances').append(
    el('button', { type: 'button', 'data-stance': stance, 'aria-pressed': false, click: () => {
      if (!state.stances.delete(stance)) state.stances.add(stance);
      refresh();
    } }, sample(stance), STANCES[stance], el('span', { class: 'n' }))));
  const kinds = new Set(CHAINS.map((chain) => chain.kind));
  Object.keys(KINDS).filter((kind) => kinds.has(kind)).forEach((kind) => byId('kind').append(option(kind, kind === 'outlet' ? "outlet's own or another's" : KINDS[kind])));
  const used = new Set(NODES.map((node) => node.kind));
  byId('legend').append(...Object.keys(KINDS).filter((kind) => used.has(kind)).map((kind) => el('span', null, dot(kind), KINDS[kind])));
  const days = DATA.counts.days;
  byId('dates').hidden = days.length < 2 || days[0] === days[1];
  for (const key of ['since', 'until']) if (days.length) Object.assign(byId(key), { min: days[0], max: days[1] });
}

/** After a link into the page: the panel, and what it is about in view. */
function showSelected() {
  showPanel();
  reveal(selectedBoxes());
}

function listen() {
  for (const key of ['outlet', 'kind', 'since', 'until']) byId(key).addEventListener('change', (event) => {
    const chosen = state.selected && state.selected.id === state.outlet; // the panel tells of the outlet of before
    state[key] = event.target.value === edgeDay(key) ? '' : event.target.value;
    if (key === 'outlet' && (state.outlet || chosen)) { state.selected = state.outlet ? { type: 'node', id: state.outlet } : null; showPanel(); }
    refresh();
  });
  byId('as-picture').addEventListener('click', () => show('picture'));
  byId('as-table').addEventListener('click', () => show('table'));
  byId('skip').addEventListener('click', () => show('table'));
  byId('clear').addEventListener('click', clearAll);
  byId('more').addEventListener('click', () => { state.limit = Math.min(state.limit * 2, DATA.limit); refresh(); });
  byId('more-rows').addEventListener('click', (event) => grow(event.currentTarget, rows.later));
  byId('earlier-rows').addEventListener('click', (event) => grow(event.currentTarget, rows.earlier));
  document.querySelectorAll('th button').forEach((button) => button.addEventListener('click', () => sortBy(button.dataset.by)));
  byId('closer').addEventListener('click', () => zoom(1.25));
  byId('farther').addEventListener('click', () => zoom(0.8));
  byId('whole').addEventListener('click', () => fit(true));
  byId('image').addEventListener('click', () => onPaper(holder.querySelector('canvas')).toBlob((blob) => save(blob, 'whosays.png')));
  byId('csv').addEventListener('click', () => save(new Blob([asCsv()], { type: 'text/csv' }), 'whosays.csv'));
  listenToSearch();
  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) { event.preventDefault(); byId('search').focus(); }
    if (event.key !== 'Escape') return;
    if (!byId('found').hidden) toggleFound(false);
    else if (state.words && document.activeElement === byId('search')) leave();
    else if (state.selected) select(null);
    else if (state.focus !== null) focus(null);
  });
  window.addEventListener('hashchange', () => { recall(); refresh(); showSelected(); });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { readColours(); paint(); });
  window.addEventListener('beforeprint', printAll);
  window.addEventListener('afterprint', printed);
}

readColours();
recall();
fill();
listen();
if (state.view !== 'picture') draw();
refresh();
showSelected();
document.documentElement.dataset.ready = 'true';
