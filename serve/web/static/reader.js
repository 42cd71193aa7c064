// The article: its marks and the notes beside them belong together, whichever of the two is pointed at or pressed.
'use strict';
(() => {
  const WIDE = matchMedia('(min-width: 60.01rem)'); // notes stand beside the text, each level with its words
  const APART = 6; // pixels between notes
  const marks = [...document.querySelectorAll('.text mark')];
  const shelf = document.querySelector('.notes');
  const notes = [...shelf.children];
  const idOf = (note) => note.querySelector('a').getAttribute('href').slice(1);
  const noteOf = new Map(notes.map((note) => [idOf(note), note]));
  const marksOf = (id) => marks.filter((mark) => mark.dataset.ids.split(' ').includes(id));
  const chosen = () => decodeURIComponent(location.hash.slice(1));

  /** Each note level with where its words begin, or as near below as the notes before it allow; the lit one exactly. */
  function place() {
    shelf.classList.toggle('placed', WIDE.matches);
    if (!WIDE.matches) { shelf.style.height = ''; notes.forEach((note) => { note.style.top = ''; }); return; }
    const zero = shelf.getBoundingClientRect().top;
    const wanted = notes.map((note) => document.getElementById(idOf(note)).getBoundingClientRect().top - zero);
    const heights = notes.map((note) => note.offsetHeight + APART);
    const tops = [];
    let floor = 0;
    notes.forEach((_, n) => { tops[n] = Math.max(wanted[n], floor); floor = tops[n] + heights[n]; });
    const lit = notes.indexOf(noteOf.get(chosen()));
    if (lit >= 0) {
      const before = heights.slice(0, lit).reduce((sum, height) => sum + height, 0);
      tops[lit] = Math.max(wanted[lit], before);
      for (let n = lit - 1; n >= 0; n -= 1) tops[n] = Math.min(tops[n], tops[n + 1] - heights[n]);
      for (let n = lit + 1; n < notes.length; n += 1) tops[n] = Math.max(wanted[n], tops[n - 1] + heights[n - 1]);
    }
    notes.forEach((note, n) => { note.style.top = `${tops[n]}px`; });
    shelf.style.height = `${Math.max(0, ...tops.map((top, n) => top + heights[n]))}px`;
  }

  function light() {
    const id = chosen();
    for (const mark of marks) mark.classList.toggle('lit', Boolean(id) && mark.dataset.ids.split(' ').includes(id));
    for (const note of notes) note.classList.toggle('lit', idOf(note) === id);
    place();
  }

  /** While something is pointed at, all that belongs to it shows. */
  function point(ids, on) {
    for (const id of ids) {
      marksOf(id).forEach((mark) => mark.classList.toggle('near', on));
      noteOf.get(id)?.classList.toggle('near', on);
    }
  }
  const innermost = (mark) => [mark.dataset.ids.split(' ').slice(-1)[0]];

  for (const mark of marks) {
    mark.addEventListener('pointerenter', () => point(innermost(mark), true));
    mark.addEventListener('pointerleave', () => point(innermost(mark), false));
    mark.addEventListener('click', (event) => {
      event.stopPropagation();
      if (!getSelection().isCollapsed) return; // words are being chosen, to be copied
      const ids = mark.dataset.ids.split(' ');
      const next = ids[(ids.indexOf(chosen()) + 1) % ids.length]; // of those that overlap here
      history.pushState(null, '', `#${next}`); // without a jump: who clicks sees the words already
      light();
    });
  }
  for (const note of notes) {
    note.addEventListener('pointerenter', () => point([idOf(note)], true));
    note.addEventListener('pointerleave', () => point([idOf(note)], false));
    note.addEventListener('click', (event) => {
      if (event.target.closest('a') || !getSelection().isCollapsed) return;
      history.pushState(null, '', `#${idOf(note)}`);
      light();
      marksOf(idOf(note))[0]?.scrollIntoView({ block: 'nearest' });
    });
  }
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !location.hash) return;
    history.pushState(null, '', location.pathname + location.search);
    light();
  });
  for (const event of ['hashchange', 'popstate']) window.addEventListener(event, light);
  window.addEventListener('resize', place);
  window.addEventListener('load', place);
  light();
  document.documentElement.dataset.ready = 'true';
})();
