// The lines between the boxes: drawn here, from side to side, so that a line says where it ends; vis draws the boxes.
let lines = [];
let hovered = null;
const probe = document.createElement('canvas').getContext('2d');

/** Where each line leaves and enters: spread over the side of a box in the order of what it leads to. */
function ports() {
  const at = new Map();
  for (const [side, other] of [[0, 1], [1, 0]]) {
    const groups = new Map();
    for (const e of drawn.edges) {
      const node = EDGES[e][side];
      if (!groups.has(node)) groups.set(node, []);
      groups.get(node).push(e);
    }
    for (const [node, edges] of groups) {
      edges.sort((a, b) => drawn.places.get(EDGES[a][other])[1] - drawn.places.get(EDGES[b][other])[1] || a - b);
      const apart = Math.min(9, (NODES[node].height - 14) / Math.max(edges.length - 1, 1));
      edges.forEach((e, n) => at.set(`${e} ${side}`, (n - (edges.length - 1) / 2) * apart));
    }
  }
  return at;
}

function shapeLines(lit) {
  const at = ports();
  const columns = walls();
  return drawn.edges.map((e) => {
    const [start, end, stance, chains] = EDGES[e];
    const [x1, y1] = drawn.places.get(start);
    const [x2, y2] = drawn.places.get(end);
    const from = [x1 + width(NODES[start]) / 2, y1 + at.get(`${e} 0`)];
    const to = [x2 - width(NODES[end]) / 2, y2 + at.get(`${e} 1`)];
    const on = lit && chains.some((i) => lit.has(i) && drawn.chains.has(i));
    const many = chains.filter((i) => drawn.chains.has(i)).length;
    return { e, stance, on, faded: Boolean(lit) && !on, path: curve(from, to, stance, columns), head: head(to, stance), colour: colours[stance] || colours.reports,
      wide: Math.min(1.5 + Math.log2(many || 1), 6) };
  }).sort((a, b) => Number(a.on) - Number(b.on));
}

/** The boxes of each column with where they begin and end, from left to right. */
function walls() {
  const columns = new Map();
  for (const [i, [x, y]] of drawn.places) {
    const { column, height } = NODES[i];
    if (!columns.has(column)) columns.set(column, { left: x - width(NODES[i]) / 2, right: x + width(NODES[i]) / 2, boxes: [] });
    columns.get(column).boxes.push([y - height / 2, y + height / 2]);
  }
  return [...columns.values()].sort((a, b) => a.left - b.left);
}

/** Where a line between two points has to pass a column: in the gap nearest to its way, null where no box is in it. */
function gapIn(column, [x1, y1], [x2, y2]) {
  const half = DATA.gaps[1] / 2;
  const at = (x) => { const u = (x - x1) / (x2 - x1); return y1 + (y2 - y1) * u * u * (3 - 2 * u); };
  const [enters, leaves] = [at(column.left), at(column.right)];
  const hit = ([top, bottom]) => Math.max(enters, leaves) > top - 3 && Math.min(enters, leaves) < bottom + 3;
  if (!column.boxes.some(hit)) return null;
  const middle = (enters + leaves) / 2;
  const box = column.boxes.find(([top, bottom]) => middle > top - half && middle < bottom + half);
  if (!box) return middle;
  return middle - box[0] < box[1] - middle ? box[0] - half : box[1] + half;
}

/** From side to side; a column on the way is passed between its boxes, so that no line seems to end at one. */
function curve([x1, y1], [x2, y2], stance, columns) {
  const path = new Path2D();
  const tip = stance === 'denies' ? x2 - 2 : x2 - 8;
  path.moveTo(x1, y1);
  let [x, y] = [x1, y1];
  const bend = (to, level) => {
    const pull = to > x ? Math.max((to - x) * 0.5, 20) : 110;
    path.bezierCurveTo(x + pull, y, to - pull, level, to, level);
    [x, y] = [to, level];
  };
  for (const column of columns.filter(({ left, right }) => left > x1 && right < x2)) {
    const level = gapIn(column, [x, y], [tip, y2]);
    if (level === null) continue;
    bend(column.left - 6, level);
    path.lineTo(column.right + 6, level);
    x = column.right + 6;
  }
  bend(tip, y2);
  return path;
}

/** An arrow; for a denial a bar across the way. */
function head([x, y], stance) {
  const path = new Path2D();
  if (stance === 'denies') path.rect(x - 5, y - 7, 3, 14);
  else {
    path.moveTo(x - 1, y);
    path.lineTo(x - 10, y - 4.5);
    path.lineTo(x - 10, y + 4.5);
    path.closePath();
  }
  return path;
}

function drawLines(context) {
  context.save();
  for (const line of lines) {
    context.globalAlpha = line.faded ? 0.1 : line.on || line.e === hovered ? 1 : line.stance === 'reports' ? 0.6 : 0.9;
    context.strokeStyle = line.colour;
    context.fillStyle = line.colour;
    context.lineWidth = line.wide + (line.e === hovered ? 1.5 : line.on ? 0.8 : 0);
    context.setLineDash(own(DASHES, line.stance) ? DASHES[line.stance] : []);
    context.stroke(line.path);
    context.fill(line.head);
  }
  context.restore();
}

/** The topmost line near a point of the canvas, or null. */
function lineAt({ x, y }) {
  probe.lineWidth = 9 / network.getScale();
  for (let n = lines.length - 1; n >= 0; n -= 1) if (!lines[n].faded && probe.isPointInStroke(lines[n].path, x, y)) return lines[n].e;
  return null;
}

holder.addEventListener('pointermove', (event) => {
  if (!network || event.buttons) return;
  const place = { x: event.clientX - holder.getBoundingClientRect().left, y: event.clientY - holder.getBoundingClientRect().top };
  const node = network.getNodeAt(place);
  const e = node === undefined ? lineAt(network.DOMtoCanvas(place)) : null;
  holder.style.cursor = node !== undefined || e !== null ? 'pointer' : '';
  if (e === hovered) return;
  hovered = e;
  network.redraw();
});
