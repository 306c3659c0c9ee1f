/**
 * The console's script: puts fresh parts in place of old ones as soon as something has changed. A
 * part in which somebody types or stands with the keyboard waits until they have left it.
 */
const { body } = document;
const state = document.querySelector('.refresh .state');
let timer = 0;

async function refresh() {
  timer = 0;
  const response = await fetch(location.href);
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const part of document.querySelectorAll('[data-live]')) {
    const fresh = page.getElementById(part.id);
    if (!fresh || fresh.innerHTML === part.innerHTML) continue;
    if (part.contains(document.activeElement))
      part.addEventListener('focusout', plan, { once: true });
    else part.replaceWith(document.adoptNode(fresh));
  }
}

function plan() {
  if (timer === 0) timer = setTimeout(() => refresh().catch(() => {}), 100);
}

function show(connection, words) {
  body.dataset.connection = connection;
  state.textContent = words;
}

const changes = new EventSource(body.dataset.changes);
changes.onopen = () => {
  show('live', 'Live');
  plan();
};
changes.onmessage = plan;
changes.onerror = () => show('lost', 'Refresh');
