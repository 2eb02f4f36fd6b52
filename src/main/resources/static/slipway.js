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

function changed(field) {
  if (field.matches('[type=hidden]')) return false;
  if (field.matches('[type=checkbox], [type=radio]')) return field.checked !== field.defaultChecked;
  if (field.matches('select')) return field.selectedIndex !== Math.max(0, [...field.options].findIndex(option => option.defaultSelected));
  return field.value !== field.defaultValue;
}

function writing(region) {
  const focused = document.activeElement;
  return region.contains(focused) && focused.matches('input, textarea, select')
    || [...region.querySelectorAll('input, textarea, select')].some(changed)
    || region.querySelector('dialog[open]') !== null;
}

// A refresh never takes a half-written answer away, nor folds up what somebody has opened, nor moves the focus.
const focusable = 'a[href], button, summary, input, textarea, select';
const same = element => [element.tagName, element.getAttribute('href'), element.dataset.dialog,
  element.closest('details')?.id, element.textContent.trim()].join();
let opened = [];
let focused = null;
let behind = false;

function keep(region, event) {
  if (!writing(region)) return;
  event.detail.shouldSwap = false;
  behind = true;
}
document.addEventListener('htmx:beforeSwap', event => {
  opened = [...document.querySelectorAll('details[open][id]')].map(details => details.id);
  focused = document.activeElement.matches(focusable) ? same(document.activeElement) : null;
  keep(event.detail.target, event);
});
document.addEventListener('htmx:oobBeforeSwap', event => keep(event.detail.target, event));
document.addEventListener('htmx:afterSwap', () => {
  opened.forEach(id => document.getElementById(id)?.setAttribute('open', ''));
  tellTimes(document);
});
document.addEventListener('htmx:afterSettle', () => {
  if (focused && document.activeElement === document.body) {
    [...document.querySelectorAll(focusable)].find(element => same(element) === focused)?.focus({ preventScroll: true });
  }
  drawDiagrams();
});
// What was not shown for somebody's sake is asked for again, although the server believes that it has been seen.
document.addEventListener('htmx:configRequest', event => {
  if (behind) event.detail.path = event.detail.path.replace(/([?&]seen=)[^&]*/, '$1');
  behind = false;
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

// The month is drawn by the reader's own days.
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
for (const zone of document.querySelectorAll('input[data-own-zone]')) zone.value ||= here;
document.cookie = 'zone=' + encodeURIComponent(here) + '; Path=/; SameSite=Lax; Max-Age=31536000';
const days = document.querySelector('[data-days-of]');
if (days && days.dataset.daysOf !== here && !sessionStorage.getItem('days')) {
  sessionStorage.setItem('days', here);
  location.reload();
}

// Where something is wrong: the field says so itself, and the first one is ready to be corrected.
for (const link of document.querySelectorAll('a[data-flaw]')) {
  const field = document.querySelector(link.hash);
  if (!field) continue;
  const flaw = Object.assign(document.createElement('p'), { className: 'flaw', id: field.id + '-flaw' });
  flaw.textContent = link.parentElement.lastElementChild.textContent;
  field.after(flaw);
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-describedby', flaw.id);
}
document.querySelector('[aria-invalid=true]')?.focus({ preventScroll: true });

const viewers = new Map();
let chosen = null;

async function drawDiagrams() {
  const stage = document.getElementById('diagrams');
  if (!stage) return;
  const answer = await fetch(stage.dataset.source, { headers: { Accept: 'application/json' } });
  if (!answer.ok) return;
  const diagrams = await answer.json();
  const tabs = stage.querySelector('.tabs');
  diagrams.forEach((diagram, at) => {
    if (tabs.children[at]?.dataset.model !== diagram.model) tabs.insertBefore(tab(diagram), tabs.children[at] ?? null);
    const button = tabs.children[at];
    button.textContent = diagram.name + (diagram.failed.length ? ' (failed)' : diagram.active.length ? ' (here)' : '');
    button.onclick = () => { chosen = diagram.model; show(stage, diagram); };
  });
  while (tabs.children.length > diagrams.length) tabs.lastChild.remove();
  const first = diagrams.find(diagram => diagram.model === chosen) ?? diagrams[0];
  if (first) await show(stage, first);
}

function tab(diagram) {
  const button = document.createElement('button');
  button.type = 'button';
  button.role = 'tab';
  button.id = 'tab-' + diagram.model;
  button.dataset.model = diagram.model;
  return button;
}

document.addEventListener('keydown', event => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step || !event.target.matches('[role=tab]')) return;
  const tabs = [...event.target.parentElement.children];
  const next = tabs[(tabs.indexOf(event.target) + step + tabs.length) % tabs.length];
  next.focus();
  next.click();
});

async function show(stage, diagram) {
  for (const button of stage.querySelectorAll('.tabs button')) {
    const selected = button.dataset.model === diagram.model;
    button.setAttribute('aria-selected', selected);
    button.tabIndex = selected ? 0 : -1;
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

function closeMenus(except) {
  document.querySelectorAll('.bar details[open]').forEach(menu => { if (menu !== except) menu.open = false; });
}

document.addEventListener('click', event => closeMenus(event.target.closest('.bar details')));
document.addEventListener('keydown', event => { if (event.key === 'Escape') closeMenus(); });

tellTimes(document);
drawDiagrams();
setInterval(() => tellTimes(document), 15000);
