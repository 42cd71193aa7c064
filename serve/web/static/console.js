// The query page: YASGUI on this service's own endpoint, the questions of the catalogue as its tabs.
'use strict';
(async () => {
  Yasgui.Yasqe.defaults.autocompleters = []; // they would fetch prefixes and terms from elsewhere
  const endpoint = new URL('/sparql', location.href).href;
  const answer = await fetch('/api/queries.json');
  const questions = await answer.json();
  const yasgui = new Yasgui(document.getElementById('yasgui'), {
    requestConfig: { endpoint, method: 'POST' },
    endpointCatalogueOptions: { getData: () => [{ endpoint }] },
    copyEndpointOnNewTab: true,
    persistenceId: 'whosays',
  });
  const tabs = () => Object.keys(yasgui._tabs).map((id) => yasgui.getTab(id));
  const named = (name) => tabs().find((tab) => tab.name() === name);
  for (const question of questions) {
    if (!named(question.name)) {
      yasgui.addTab(false, { name: question.name, yasqe: { value: question.sparql }, requestConfig: { endpoint } });
    }
  }
  const select = document.getElementById('questions');
  for (const question of questions) {
    const option = document.createElement('option');
    option.value = question.name;
    option.textContent = `${question.name}: ${question.question}`;
    select.append(option);
  }
  select.addEventListener('change', () => { if (select.value) yasgui.selectTabId(named(select.value).getId()); });
  const shown = () => { select.value = questions.some((question) => question.name === yasgui.getTab().name()) ? yasgui.getTab().name() : ''; };
  yasgui.on('tabSelect', () => setTimeout(shown)); // a question that is shown is the one that is named
  shown();
  document.documentElement.dataset.ready = 'true';
})();
