// The picture: which boxes, where, and which of them are lit. Positions of the first picture come with the data.
const holder = byId('canvas');
const nodeSet = new vis.DataSet();
let network = null;
let drawn = { chains: new Set(), nodes: new Set(), edges: [], places: new Map(), home: new Map(), left: 0, right: 0, top: 0, bottom: 0, heads: [] };
let colours = {};
let touched = false; // by hand: from then on the view stays where it was put

const shape = (node) => (own(DATA.widths, node.kind) ? node.kind : 'voice');
const width = (node) => DATA.widths[shape(node)];
const READABLE = 0.72; // of its size: a picture that is higher than the window is not made smaller than this
const HEADING = 42; // above the boxes: what the columns are called
const LAST = NODES.reduce((last, node) => Math.max(last, node.column), 0);

function readColours() {
  const style = getComputedStyle(document.documentElement);
  const names = ['paper', 'ink', 'soft', 'accent', 'box-ink', 'outlet-ink', ...Object.keys(STANCES),
    ...Object.keys(KINDS).flatMap((kind) => [kind, `${kind}-edge`])];
  colours = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  colours['outlet-edge'] = colours.outlet;
  colours.serif = style.getPropertyValue('--serif');
  colours.sans = style.getPropertyValue('--sans');
}

function box(i, [x, y], faded) {
  const node = NODES[i];
  const kind = node.kind;
  const fill = colours[kind];
  const border = colours[`${kind}-edge`];
  const chosen = state.selected && state.selected.type === 'node' && state.selected.id === node.id;
  return { id: i, x, y, shape: 'box', label: node.label, opacity: faded ? 0.22 : 1, borderWidth: chosen ? 3 : kind === 'claim' ? 1 : 1.5, borderWidthSelected: 3,
    widthConstraint: { minimum: width(node) - 18 }, heightConstraint: { minimum: node.height - 18, valign: 'middle' }, margin: 9,
    color: { background: fill, border: chosen ? colours.accent : border, highlight: { background: fill, border: colours.accent }, hover: { background: fill, border: colours.accent } },
    font: { size: kind === 'claim' ? 17 : 15, face: kind === 'claim' ? colours.serif : colours.sans, align: kind === 'claim' ? 'left' : 'center', multi: false,
      color: faded ? `${colours.soft}88` : kind === 'outlet' ? colours['outlet-ink'] : kind === 'nobody' ? colours.soft : colours['box-ink'] },
    shapeProperties: { borderRadius: kind === 'outlet' ? 5 : kind === 'claim' ? 3 : 16, borderDashes: kind === 'unnamed' ? [5, 4] : kind === 'nobody' ? [2, 4] : false } };
}

/** The chains that are lit: those of the selection, or all. */
function litChains() {
  const { selected } = state;
  if (!selected) return null;
  if (selected.type === 'chain') return new Set([byChainId.get(selected.id)]);
  if (selected.type === 'node') return new Set(THROUGH[byNodeId.get(selected.id)]);
  return new Set(EDGES[byEdgeName.get(selected.id)][3]);
}

/** Draw what passes; called for every change of filter, and with the same chains only to light others up. */
function draw() {
  const candidates = passing();
  const picked = choose(candidates);
  const must = state.selected && state.selected.type === 'chain' ? byChainId.get(state.selected.id) : undefined;
  if (must !== undefined && !picked.chains.has(must)) {
    picked.chains.add(must);
    CHAINS[must].path.forEach((node) => picked.nodes.add(node));
  }
  const edges = EDGES.map((_, e) => e).filter((e) => EDGES[e][3].some((i) => picked.chains.has(i)));
  const same = network !== null && picked.nodes.size === drawn.nodes.size && [...picked.nodes].every((i) => drawn.nodes.has(i));
  const first = !same && picked.nodes.size === DATA.placed.length && DATA.placed.every(([i]) => picked.nodes.has(i));
  const places = same ? drawn.places : first ? new Map(DATA.placed.map(([i, x, y]) => [i, [x, y]])) : arrange(picked.nodes, edges.map((e) => EDGES[e]));
  drawn = { ...picked, edges, places, home: same ? drawn.home : homes(places), ...bounds(places) };
  paint();
  if (!same) { touched = false; fit(); }
  announce(candidates);
}

/** Where each outlet stands by itself, wherever the view has moved it to. */
const homes = (places) => new Map([...places].filter(([i]) => NODES[i].column === 0).map(([i, [, y]]) => [i, y]));

function bounds(places) {
  const all = [...places].map(([i, [x, y]]) => ({ left: x - width(NODES[i]) / 2, right: x + width(NODES[i]) / 2, top: y - NODES[i].height / 2, bottom: y + NODES[i].height / 2, column: NODES[i].column, x }));
  const least = (key) => all.reduce((a, b) => Math.min(a, b[key]), Infinity);
  const most = (key) => all.reduce((a, b) => Math.max(a, b[key]), -Infinity);
  const columns = [...new Map(all.map(({ column, x }) => [column, x]))].sort((a, b) => a[0] - b[0]);
  const heads = columns.map(([column, x]) => [x, column === 0 ? 'Outlets' : column === LAST ? 'Claims' : column === LAST - 1 ? 'Sources' : 'Passed on by']);
  return all.length ? { left: least('left'), right: most('right'), top: least('top') - HEADING, bottom: most('bottom'), heads } : { left: 0, right: 1, top: 0, bottom: 1, heads: [] };
}

function paint() {
  const lit = litChains();
  const near = lit && new Set([...lit].filter((i) => drawn.chains.has(i)).flatMap((i) => CHAINS[i].path));
  if (near && state.selected.type === 'node') near.add(byNodeId.get(state.selected.id));
  const boxes = [...drawn.places].map(([i, place]) => box(i, place, near && !near.has(i)));
  lines = shapeLines(lit);
  refill(nodeSet, boxes);
  if (!network) start();
  network.redraw();
}

function refill(set, items) {
  const ids = new Set(items.map((item) => item.id));
  set.remove(set.getIds().filter((id) => !ids.has(id)));
  set.update(items);
}

function start() {
  network = new vis.Network(holder, { nodes: nodeSet, edges: [] }, { physics: false, layout: { improvedLayout: false }, autoResize: true,
    interaction: { hover: true, zoomView: false, dragView: true, dragNodes: false, multiselect: false, selectConnectedEdges: false, hoverConnectedEdges: false, tooltipDelay: 1e9 } });
  network.on('click', ({ nodes, pointer }) => {
    const e = nodes.length ? null : lineAt(pointer.canvas);
    if (nodes.length) select('node', NODES[nodes[0]].id);
    else if (e !== null) select('edge', edgeName(e));
    else select(null);
  });
  network.on('doubleClick', ({ nodes }) => focus(nodes.length ? nodes[0] : null));
  network.on('dragStart', () => { touched = true; });
  network.on('dragging', pin);
  network.on('dragEnd', keepInside);
  network.on('resize', () => queueMicrotask(() => (touched ? keepInside() : refit()))); // vis puts its camera back after this event, before it draws
  for (const [name, value] of [['role', 'img'], ['aria-label', 'Picture: arrow keys move it, + and − zoom; the table holds the same as text']]) holder.firstElementChild.setAttribute(name, value);
  holder.append(track);
  network.on('afterDrawing', measure);
  network.on('beforeDrawing', drawLines);
  network.on('afterDrawing', drawHeads);
}

/** The columns' headings stay at the top of the view. */
function drawHeads(context) {
  const scale = network.getScale();
  const size = Math.min(12, 15 * scale) / scale;
  const view = network.getViewPosition();
  const top = view.y - holder.clientHeight / 2 / scale;
  const at = Math.max(drawn.top + 14, top + size * 1.5);
  context.save();
  context.globalAlpha = 0.92;
  context.fillStyle = colours.paper;
  if (at > drawn.top + 14) context.fillRect(view.x - holder.clientWidth / scale, top - size, (2 * holder.clientWidth) / scale, size * 3.2);
  context.globalAlpha = 1;
  context.font = `600 ${size}px ${colours.sans}`;
  context.textAlign = 'center';
  context.fillStyle = colours.soft;
  drawn.heads.forEach(([x, text]) => context.fillText(text.toUpperCase(), x, at));
  context.restore();
}

/** The thumb at the edge tells how much lies above and below. */
const thumb = el('i');
const track = el('div', { class: 'track', 'aria-hidden': 'true' }, thumb);
function measure() {
  const high = holder.clientHeight / network.getScale();
  const all = drawn.bottom - drawn.top + 20;
  const above = network.getViewPosition().y - high / 2 - drawn.top + 10;
  track.hidden = all <= high + 4;
  thumb.style.top = `${Math.max(0, above / all) * 100}%`;
  thumb.style.height = `${Math.min(1, high / all) * 100}%`;
}

/** Show all of it if it can be read then, else as much from the top as can. */
function fit(whole = false) {
  if (!network || !holder.clientWidth) return;
  const across = (holder.clientWidth - 36) / (drawn.right - drawn.left);
  const down = (holder.clientHeight - 20) / (drawn.bottom - drawn.top);
  const scale = whole ? Math.min(across, down, 1.25) : Math.min(Math.max(Math.min(across, down), Math.min(across, READABLE)), 1.25);
  move(drawn.left + (holder.clientWidth - 36) / scale / 2, drawn.top + (holder.clientHeight - 20) / scale / 2, scale);
}

/** In a window of another size: all of it again, and what is selected in view. */
function refit() {
  fit();
  network.redraw();
  reveal(selectedBoxes());
}
function selectedBoxes() {
  const { selected } = state;
  if (!selected) return [];
  if (selected.type === 'node') return [byNodeId.get(selected.id)];
  return selected.type === 'chain' ? CHAINS[byChainId.get(selected.id)].path : EDGES[byEdgeName.get(selected.id)].slice(0, 2);
}

function move(x, y, scale) {
  const halfWide = holder.clientWidth / 2 / scale;
  const halfHigh = holder.clientHeight / 2 / scale;
  const within = (value, low, high, half, margin) => (high - low + 2 * margin <= 2 * half ? (low + high) / 2
    : Math.min(Math.max(value, low - margin + half), high + margin - half));
  network.moveTo({ scale, position: { x: within(x, drawn.left, drawn.right, halfWide, 18 / scale), y: within(y, drawn.top, drawn.bottom, halfHigh, 10 / scale) } });
  pin();
}
const camera = () => (network ? { ...network.getViewPosition(), scale: network.getScale() } : {});
function keepInside() {
  const { x, y } = network.getViewPosition();
  move(x, y, network.getScale());
}
function zoom(factor) {
  touched = true;
  const { x, y } = network.getViewPosition();
  move(x, y, Math.min(Math.max(network.getScale() * factor, 0.08), 2.5));
}
/** Bring boxes into view without changing the scale, where they are not already. */
function reveal(boxes) {
  const places = boxes.filter((i) => NODES[i].column > 0).map((i) => drawn.places.get(i)).filter(Boolean); // outlets are in view anyway
  if (!places.length || !network || !holder.clientWidth) return;
  const inside = ([x, y]) => {
    const at = network.canvasToDOM({ x, y });
    return at.x > 40 && at.y > 30 && at.x < holder.clientWidth - 40 && at.y < holder.clientHeight - 30;
  };
  if (places.every(inside)) return;
  const middle = (n) => (Math.min(...places.map((place) => place[n])) + Math.max(...places.map((place) => place[n]))) / 2;
  move(middle(0), middle(1), network.getScale());
}

holder.addEventListener('wheel', (event) => {
  event.preventDefault();
  if (event.ctrlKey || event.metaKey) { zoom(Math.exp(-event.deltaY / 300)); return; }
  touched = true;
  const unit = event.deltaMode === 1 ? 18 : 1;
  const { x, y } = network.getViewPosition();
  const scale = network.getScale();
  move(x + (event.deltaX * unit) / scale, y + (event.deltaY * unit) / scale, scale);
}, { passive: false });

const STEP = 90; // pixels of the screen that an arrow key moves the picture
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
holder.addEventListener('keydown', (event) => {
  if (!network || event.ctrlKey || event.metaKey || event.altKey || !(own(WAYS, event.key) || event.key === '+' || event.key === '-')) return;
  event.preventDefault();
  if (!own(WAYS, event.key)) { zoom(event.key === '+' ? 1.25 : 0.8); return; }
  touched = true;
  const [across, down] = WAYS[event.key];
  const { x, y, scale } = camera();
  move(x + (across * STEP) / scale, y + (down * STEP) / scale, scale);
});

function announce(candidates) {
  const shown = candidates.filter((i) => drawn.chains.has(i) || CHAINS[i].wrapped && CHAINS[i].path.every((node) => drawn.nodes.has(node))).length;
  const rest = candidates.length - shown;
  const line = byId('shown');
  line.title = sum();
  line.replaceChildren('Showing ', el('b', null, shown.toLocaleString('en')), ' of ', el('b', null, candidates.length.toLocaleString('en')), ` statements${filtered() ? ' that pass the filters' : ''}`);
  if (state.focus !== null) {
    line.append(el('span', { class: 'chip' }, bdi(NODES[state.focus].name.slice(0, 60)), el('button', { type: 'button', 'aria-label': 'Show everything again', click: () => focus(null) }, '✕')));
  } else if (rest && state.limit >= DATA.limit) {
    line.append('; search or filter to reach the rest');
  }
  byId('more').hidden = !rest || state.limit >= DATA.limit;
  byId('empty').hidden = candidates.length > 0;
  if (!CHAINS.length) byId('empty').textContent = DATA.asked && DATA.counts.total ? 'Nothing in the graph matches.' : 'The graph holds no statement.';
}
