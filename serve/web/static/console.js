// The page to ask on: YASGUI on this service's own endpoint, and a menu that opens a question of the catalogue as a tab.
'use strict';
(async () => {
  const STARTER = `# Who says what; the menu has more questions.
PREFIX ws: <https://w3id.org/whosays/ns#>
SELECT ?source ?content ?outlet WHERE {
  ?attribution ws:speaker ?source ; ws:content ?content .
  OPTIONAL { ?attribution ws:outlet ?outlet }
} LIMIT 50
`;
  Yasgui.Yasqe.defaults.autocompleters = []; // they would fetch prefixes and terms from elsewhere
  Yasgui.Yasqe.defaults.value = STARTER;
  Yasgui.Yasr.defaults.errorRenderers = [wrong];
  Yasgui.Yasr.plugins.table.prototype.formatLiteral = ({ value }) => escaped(value); // 412, not "412" and its data type
  const asked = new URLSearchParams(location.hash.slice(1)).get('question'); // YASGUI empties the address
  const endpoint = new URL('/sparql', location.href).href;
  const answer = await fetch('/api/queries.json');
  const questions = new Map((await answer.json()).map((question) => [question.name, question]));
  const yasgui = new Yasgui(document.getElementById('yasgui'), {
    requestConfig: { endpoint, method: 'POST' },
    endpointCatalogueOptions: { getData: () => [{ endpoint }] },
    copyEndpointOnNewTab: true,
    persistenceId: 'whosays-ask',
  });
  const why = document.getElementById('why');
  const reasons = new Map(); // why the question of a tab has no rows
  const menu = document.getElementById('menu');
  const find = document.getElementById('find');
  const buttons = [...menu.querySelectorAll('button')];
  const shown = () => buttons.filter((button) => !button.parentElement.hidden);
  const isNarrow = () => matchMedia('(max-width: 60rem)').matches;
  const named = (name) => Object.keys(yasgui._tabs).map((id) => yasgui.getTab(id)).find((tab) => tab.name() === name);

  /** What is wrong, as a sentence and not as what programs read. */
  async function wrong({ text }) {
    try {
      const told = document.createElement('p');
      told.className = 'detail';
      told.textContent = JSON.parse(text).detail;
      return told;
    } catch {
      return undefined; // no answer of this service
    }
  }

  function escaped(text) {
    const held = document.createElement('span');
    held.textContent = text;
    return held.innerHTML;
  }

  /** A question of the catalogue as it is shown: what it asks and its SPARQL, without what programs read above that. */
  function textOf({ question, sparql }) {
    return `# ${question}\n${sparql.replace(/^(?:#.*\r?\n)+/, '')}`;
  }

  /** The tab of a question: the one that is open, or a new one, which is asked at once. */
  async function open(name) {
    const there = named(name);
    if (there) { yasgui.selectTabId(there.getId()); return; }
    const tab = yasgui.addTab(true, { name, yasqe: { value: textOf(questions.get(name)) }, requestConfig: { endpoint } });
    await tab.query(); // the tab itself tells what is wrong
  }

  /** Terms that no graph has are told, and why a question of the catalogue, as it stands there, has no rows; until it is another. */
  async function explain(tab) {
    const editor = tab.getYasqe();
    const { results } = tab.getYasr();
    const note = results?.res?.headers?.['x-whosays-note'] || '';
    const known = questions.get(tab.name());
    const isKnown = known && [textOf(known), known.sparql].includes(editor.getValue());
    if (!note && !(isKnown && results?.getBindings()?.length === 0)) return;
    const mine = { text: note && note[0].toUpperCase() + note.slice(1) };
    reasons.set(tab.getId(), mine);
    const changed = () => { editor.off('change', changed); forget(tab); };
    editor.on('change', changed);
    mark();
    if (note) return;
    const told = await (await fetch(`/api/${tab.name()}/why.json`)).json();
    if (told.why && reasons.get(tab.getId()) === mine) mine.text = `No rows: ${told.why}.`;
    mark();
  }

  function forget(tab) {
    reasons.delete(tab.getId());
    mark();
  }

  /** The question that is looked at is marked in the menu, and why it has no rows is told above it. */
  function mark() {
    const tab = yasgui.getTab();
    for (const button of buttons) {
      if (button.dataset.name === tab?.name()) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
    why.textContent = reasons.get(tab?.getId())?.text || '';
    why.hidden = !why.textContent;
  }

  /** Where an IRI of the graph can be read here: an article, or what the explorer has of a claim or an entity. */
  function placeOf(iri) {
    const [, kind, key, at] = iri.match(/^https:\/\/w3id\.org\/whosays\/id\/(article|proposition|entity)\/([^/#]+)(#attr=.*)?/) || [];
    if (kind === 'article') return `/article/${key}${at || ''}`;
    return kind ? `/explore?${kind}=${encodeURIComponent(iri)}` : null;
  }
  function lead({ target }) {
    const link = target.closest('a[href]');
    const place = link && placeOf(link.getAttribute('href'));
    if (place) link.href = place;
  }

  const words = (text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  /** Only questions with a word that begins so, for each word that was typed. */
  function narrow() {
    const wanted = words(find.value);
    for (const button of buttons) {
      const has = words(button.dataset.words);
      button.parentElement.hidden = !wanted.every((word) => has.some((one) => one.startsWith(word)));
    }
    for (const section of menu.querySelectorAll('section')) section.hidden = !section.querySelector('li:not([hidden])');
    document.getElementById('none').hidden = shown().length > 0;
  }

  function step(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const all = [find, ...shown()];
    all[Math.min(Math.max(all.indexOf(document.activeElement) + by, 0), all.length - 1)].focus();
  }

  for (const button of buttons) button.addEventListener('click', () => {
    open(button.dataset.name);
    mark();
    if (isNarrow()) menu.open = false;
  });
  find.addEventListener('input', narrow);
  find.addEventListener('keydown', (event) => { if (event.key === 'Enter') shown()[0]?.click(); });
  menu.addEventListener('keydown', step);
  for (const event of ['pointerover', 'focusin']) document.getElementById('yasgui').addEventListener(event, lead);
  for (const event of ['tabSelect', 'tabChange', 'tabClose']) yasgui.on(event, () => setTimeout(mark));
  yasgui.on('query', (_, tab) => forget(tab));
  yasgui.on('queryResponse', (_, tab) => setTimeout(() => explain(tab))); // its rows are read only after this
  if (isNarrow()) menu.open = false;
  if (questions.has(asked)) open(asked);
  mark();
  document.documentElement.dataset.ready = 'true';
})();
