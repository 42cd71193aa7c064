// The article: all words of the attribution that the address names are lit, here and in the list beside them.
'use strict';
(() => {
  const marks = [...document.querySelectorAll('.text mark')];
  const lines = [...document.querySelectorAll('aside li')];
  const idOf = (line) => line.querySelector('a').getAttribute('href').slice(1);
  function light() {
    const id = location.hash.slice(1);
    for (const mark of marks) mark.classList.toggle('lit', Boolean(id) && mark.dataset.ids.split(' ').includes(id));
    for (const line of lines) {
      line.classList.toggle('lit', idOf(line) === id);
      if (idOf(line) === id) line.scrollIntoView({ block: 'nearest' });
    }
  }
  for (const mark of marks) mark.addEventListener('click', (event) => {
    event.stopPropagation();
    if (!getSelection().isCollapsed) return; // words are being chosen, to be copied
    const ids = mark.dataset.ids.split(' ');
    const next = ids[(ids.indexOf(location.hash.slice(1)) + 1) % ids.length]; // of those that overlap here
    history.pushState(null, '', `#${next}`); // without a jump: who clicks sees the words already
    light();
  });
  for (const event of ['hashchange', 'popstate']) window.addEventListener(event, light);
  light();
  document.documentElement.dataset.ready = 'true';
})();
