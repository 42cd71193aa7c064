// Where the boxes stand: columns from left to right, each box level with what it is connected to, outlets in view.
/** Stack boxes in order, each as near to where it is wanted as the others allow. */
function stack(boxes, wanted, heights) {
  const blocks = [];
  boxes.forEach((box, n) => {
    const last = blocks[blocks.length - 1];
    const top = wanted[n] === null ? (last ? last.top + last.height : 0) : wanted[n] - heights.get(box) / 2;
    let block = { top, height: heights.get(box), weight: 1, boxes: [box] };
    while (blocks.length && blocks[blocks.length - 1].top + blocks[blocks.length - 1].height > block.top) {
      const upper = blocks.pop();
      const weight = upper.weight + block.weight;
      block = { top: (upper.top * upper.weight + (block.top - upper.height) * block.weight) / weight,
        height: upper.height + block.height, weight, boxes: [...upper.boxes, ...block.boxes] };
    }
    blocks.push(block);
  });
  const places = new Map();
  for (const block of blocks) {
    let top = block.top;
    for (const box of block.boxes) {
      places.set(box, top + heights.get(box) / 2);
      top += heights.get(box);
    }
  }
  return places;
}

/** Outlets that cite everybody would all stand in the middle: half of where they are wanted is an even distance. */
function spread(boxes, wanted, levels) {
  const low = Math.min(...levels);
  const high = Math.max(...levels);
  boxes.forEach((i, n) => {
    if (wanted.get(i) !== null) wanted.set(i, (wanted.get(i) + low + ((high - low) * (n + 0.5)) / boxes.length) / 2);
  });
}

const mean = (values) => (values.length ? values.reduce((a, b) => a + b, 0) / values.length : null);

/** The same arrangement as in Python, for what a filter leaves. */
function arrange(shown, edges) {
  const columns = new Map();
  const widths = new Map();
  for (const i of [...shown].sort((a, b) => NODES[a].rank - NODES[b].rank || a - b)) {
    const { column } = NODES[i];
    if (!columns.has(column)) columns.set(column, []);
    columns.get(column).push(i);
    widths.set(column, Math.max(widths.get(column) || 0, width(NODES[i])));
  }
  const heights = new Map([...shown].map((i) => [i, NODES[i].height + DATA.gaps[1]]));
  const right = new Map();
  edges.forEach(([start, end]) => right.set(start, [...(right.get(start) || []), end]));
  const y = new Map();
  for (const column of [...columns.keys()].sort((a, b) => b - a)) {
    const boxes = columns.get(column);
    const wanted = new Map(boxes.map((i) => [i, mean((right.get(i) || []).filter((n) => y.has(n)).map((n) => y.get(n)))]));
    boxes.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0) || NODES[a].rank - NODES[b].rank);
    if (column === 0) spread(boxes, wanted, [...y.values()]);
    stack(boxes, boxes.map((i) => wanted.get(i)), heights).forEach((value, i) => y.set(i, value));
  }
  const x = new Map();
  let edge = 0;
  for (const column of [...columns.keys()].sort((a, b) => a - b)) {
    x.set(column, edge + widths.get(column) / 2);
    edge += widths.get(column) + DATA.gaps[0];
  }
  return new Map([...y].map(([i, value]) => [i, [x.get(NODES[i].column), value]]));
}

/** The outlets of a picture higher than the window stand beside what is seen of it, so that every line has a beginning. */
function pinned(top, bottom) {
  const outlets = [...drawn.places.keys()].filter((i) => NODES[i].column === 0);
  const room = (i) => NODES[i].height + DATA.gaps[1];
  if (outlets.reduce((sum, i) => sum + room(i), 0) > bottom - top) return new Map(outlets.map((i) => [i, drawn.home.get(i)]));
  const within = (y) => Math.min(Math.max(y, top), bottom);
  const aims = (i) => drawn.edges.filter((e) => EDGES[e][0] === i).map((e) => within(drawn.places.get(EDGES[e][1])[1]));
  const places = new Map();
  let floor = top;
  const order = outlets.map((i) => [i, mean(aims(i)) ?? within(drawn.home.get(i))]).sort((a, b) => a[1] - b[1] || a[0] - b[0])
    .map(([i, y], n) => [i, (y + top + ((bottom - top) * (n + 0.5)) / outlets.length) / 2]);
  for (const [i, y] of order) {
    places.set(i, Math.max(y, floor + room(i) / 2));
    floor = places.get(i) + room(i) / 2;
  }
  let ceiling = bottom;
  for (const [i] of order.reverse()) {
    places.set(i, Math.min(places.get(i), ceiling - room(i) / 2));
    ceiling = places.get(i) - room(i) / 2;
  }
  return places;
}

/** Move the outlets with the view; called wherever that is moved. */
function pin() {
  const half = holder.clientHeight / 2 / network.getScale();
  const { y } = network.getViewPosition();
  const seen = [Math.max(y - half, drawn.top) + HEADING, Math.min(y + half, drawn.bottom)];
  const whole = drawn.bottom - drawn.top <= 2 * half + 1;
  const places = whole ? new Map([...drawn.home]) : pinned(...seen);
  let moved = false;
  places.forEach((to, i) => {
    const [x, from] = drawn.places.get(i);
    if (Math.abs(from - to) < 0.5) return;
    drawn.places.set(i, [x, to]);
    network.moveNode(i, x, to);
    moved = true;
  });
  if (moved) lines = shapeLines(litChains());
}
