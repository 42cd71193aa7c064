// The same as text: for reading, for the keyboard and a screen reader, for printing and for a spreadsheet.
let rowsShown = PER_PAGE;
const chainNames = (chain) => voicesOf(chain).map(nameOf);

function showTable() {
  const rows = passing();
  byId('body').replaceChildren(...rows.slice(0, rowsShown).map(row));
  const n = Math.min(rowsShown, rows.length);
  byId('rows').replaceChildren('Showing ', el('b', null, n.toLocaleString('en')), ' of ', el('b', null, rows.length.toLocaleString('en')), ` statements${filtered() ? ' that pass the filters' : ''}`);
  byId('rows').title = sum();
  byId('more-rows').hidden = n >= rows.length;
}

function row(i) {
  const chain = CHAINS[i];
  const article = chain.article === null ? null : ARTICLES[chain.article];
  const last = chain.hops[chain.hops.length - 1];
  const lit = state.selected && state.selected.type === 'chain' && state.selected.id === chain.id;
  return el('tr', { class: lit ? 'lit' : null },
    el('td', null, el('button', { type: 'button', class: 'row', click: () => { select('chain', chain.id); showTable(); panel.focus(); } },
      chainNames(chain).flatMap((name, n) => [n ? el('span', { class: 'arrow' }, '›') : null, bdi(name)]))),
    el('td', null, el('span', { class: `stance ${last[0]}` }, named(STANCES, last[0])), last[1] === 'unspecified' || last[1] === 'certain' ? null : el('div', { class: 'fine' }, named(CERTAINTIES, last[1]))),
    el('td', null, bdi(chain.content)), el('td', null, bdi(last[2] || '')), el('td', null, bdi(chain.figures.join('; '))),
    el('td', null, article ? [bdi(article.title || article.where || ''), el('div', { class: 'fine' }, article.date || '')] : null));
}

/** A cell that a spreadsheet would run as a formula is led by an apostrophe. */
function cell(value) {
  const text = String(value ?? '');
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

function asCsv() {
  const head = ['chain', 'stance', 'certainty', 'content', 'cue', 'figures', 'article', 'outlet', 'date', 'where'];
  const lines = passing().map((i) => {
    const chain = CHAINS[i];
    const article = chain.article === null ? {} : ARTICLES[chain.article];
    const last = chain.hops[chain.hops.length - 1];
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
