// Times in the reader's own zone, confirmation before what cannot be undone, the live diagram. Everything works without it but those.
const relative = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: 'auto' });
const absolute = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const steps = [['year', 31536000], ['month', 2592000], ['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];

function tellTimes(root) {
  for (const time of root.querySelectorAll('time[datetime]')) {
    const at = new Date(time.dateTime);
    const seconds = (at - Date.now()) / 1000;
    const [unit, size] = steps.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
    time.title = absolute.format(at) + ' (' + time.dateTime + ')';
    time.textContent = time.dataset.as === 'date' ? absolute.format(at) : relative.format(Math.round(seconds / size), unit);
  }
}

function writing(region) {
  const focused = document.activeElement;
  return region.contains(focused) && focused.matches('input, textarea, select')
    || [...region.querySelectorAll('textarea, input[type=text]')].some(field => field.value !== field.defaultValue)
    || region.querySelector('dialog[open]') !== null;
}

// A refresh never takes a half-written answer away, nor folds up what somebody has opened.
document.addEventListener('htmx:beforeSwap', event => {
  if (writing(event.detail.target)) event.detail.shouldSwap = false;
});
document.addEventListener('htmx:oobBeforeSwap', event => {
  if (writing(event.detail.target)) event.detail.shouldSwap = false;
});
let opened = [];
document.addEventListener('htmx:beforeSwap', () => {
  opened = [...document.querySelectorAll('details[open][id]')].map(details => details.id);
});
document.addEventListener('htmx:afterSettle', event => {
  opened.forEach(id => document.getElementById(id)?.setAttribute('open', ''));
  tellTimes(document);
  drawDiagrams();
});

document.addEventListener('click', event => {
  const opener = event.target.closest('[data-dialog]');
  if (opener) document.getElementById(opener.dataset.dialog).showModal();
  if (event.target.closest('[data-close]')) event.target.closest('dialog').close();
});
document.addEventListener('change', event => {
  if (event.target.matches('[data-submit]')) event.target.form.submit();
});
for (const zone of document.querySelectorAll('input[data-zone]')) {
  zone.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const label = document.getElementById(zone.dataset.zone);
  if (label) label.textContent = zone.value;
}

const viewers = new Map();
let chosen = null;

async function drawDiagrams() {
  const stage = document.getElementById('diagrams');
  if (!stage) return;
  const answer = await fetch(stage.dataset.source, { headers: { Accept: 'application/json' } });
  if (!answer.ok) return;
  const diagrams = await answer.json();
  const tabs = stage.querySelector('.tabs');
  tabs.replaceChildren(...diagrams.map(diagram => tab(stage, diagram, diagrams)));
  const first = diagrams.find(diagram => diagram.model === chosen) ?? diagrams[0];
  if (first) await show(stage, first);
}

function tab(stage, diagram, diagrams) {
  const button = document.createElement('button');
  button.type = 'button';
  button.role = 'tab';
  button.textContent = diagram.name + (diagram.failed.length ? ' (failed)' : diagram.active.length ? ' (here)' : '');
  button.dataset.model = diagram.model;
  button.onclick = () => { chosen = diagram.model; show(stage, diagram); };
  return button;
}

async function show(stage, diagram) {
  for (const button of stage.querySelectorAll('.tabs button')) {
    button.setAttribute('aria-selected', button.dataset.model === diagram.model);
  }
  let viewer = viewers.get(diagram.model);
  for (const [model, other] of viewers) other.host.hidden = model !== diagram.model;
  if (!viewer) {
    const host = document.createElement('div');
    host.className = 'diagram';
    host.role = 'img';
    host.ariaLabel = 'Diagram of ' + diagram.name;
    stage.querySelector('.stage').append(host);
    viewer = { host, js: new BpmnJS({ container: host }), marks: [] };
    viewers.set(diagram.model, viewer);
    await viewer.js.importXML(diagram.xml);
    viewer.js.get('canvas').zoom('fit-viewport', 'auto');
  }
  const canvas = viewer.js.get('canvas');
  const registry = viewer.js.get('elementRegistry');
  viewer.marks.forEach(([element, mark]) => canvas.removeMarker(element, mark));
  viewer.marks = [];
  for (const mark of ['passed', 'active', 'failed']) {
    for (const element of diagram[mark]) {
      if (!registry.get(element)) continue;
      canvas.addMarker(element, mark);
      viewer.marks.push([element, mark]);
    }
  }
}

tellTimes(document);
drawDiagrams();
setInterval(() => tellTimes(document), 15000);
