// Signs in, and lists the alerts that the user may see, live.

const API = '/api/v1';
const OURS = {'X-Marsad-Request': '1', 'Content-Type': 'application/json'};
const STALE_AFTER_MS = 40000; // two heartbeats and a half
const $ = (id) => document.getElementById(id);
const alerts = new Map();
let stream = null;
let heardAt = 0;

start();

async function start() {
  const link = location.pathname === '/sign-in' ? location.hash.slice(1) : '';
  history.replaceState(null, '', '/'); // a link is used up, and no business of the history
  let answer = await fetch(API + '/session');
  if (!answer.ok && link) {
    answer = await signIn({link});
  }
  if (answer.ok) {
    open(await answer.json());
  } else {
    await ask(link ? await problem(answer) : '');
  }
}

function signIn(said) {
  return fetch(API + '/session', {method: 'POST', headers: OURS, body: JSON.stringify(said)});
}

async function problem(answer) {
  const said = await answer.json().catch(() => ({}));
  return said.detail || said.title || 'The server answered ' + answer.status + '.';
}

function ask(refusal) {
  stream?.close();
  $('desk').hidden = true;
  $('sign-out').hidden = true;
  $('sign-in').hidden = false;
  $('who').textContent = '';
  $('connection').textContent = 'not signed in';
  tell('refused', refusal);
  $('name').focus();
}

function open(session) {
  $('sign-in').hidden = true;
  $('desk').hidden = false;
  $('sign-out').hidden = false;
  $('who').textContent = session.user + ' · ' + session.role.toLowerCase();
  listen();
}

function listen() {
  stream = new EventSource(API + '/stream');
  stream.addEventListener('open', load);
  stream.addEventListener('reset', load);
  stream.addEventListener('alert', (event) => put(JSON.parse(event.data)));
  stream.addEventListener('removed', (event) => drop(JSON.parse(event.data).alertId));
  stream.addEventListener('heartbeat', heard);
  stream.addEventListener('error', lost);
}

async function load() {
  const answer = await fetch(API + '/alerts?limit=200');
  if (answer.status === 401) {
    ask('The session has ended.');
  } else if (answer.ok) {
    alerts.clear();
    (await answer.json()).alerts.forEach((alert) => alerts.set(alert.alertId, alert));
    draw();
    heard();
    trouble();
  } else {
    setTimeout(load, 2000); // it is still reading
  }
}

async function trouble() {
  const answer = await fetch(API + '/status');
  const status = answer.ok ? await answer.json() : {};
  tell('trouble', [status.reason, ...(status.warnings || [])].filter(Boolean).join(' · '));
}

function heard() {
  heardAt = Date.now();
  $('connection').textContent = 'live';
  $('connection').dataset.state = 'live';
}

/** A browser gives up for good where the answer is no stream. */
async function lost() {
  $('connection').textContent = 'not live: silence is not calm';
  $('connection').dataset.state = 'lost';
  if (stream.readyState === EventSource.CLOSED) {
    const answer = await fetch(API + '/session').catch(() => null);
    if (answer && answer.status === 401) {
      ask('The session has ended.');
    } else {
      setTimeout(listen, 3000);
    }
  }
}

function put(alert) {
  alerts.set(alert.alertId, alert);
  heardAt = Date.now();
  draw();
}

function drop(alertId) {
  alerts.delete(alertId);
  draw();
}

function draw() {
  const newest = Array.from(alerts.values()).sort((a, b) => b.sentAt.localeCompare(a.sentAt));
  $('empty').hidden = newest.length > 0;
  $('alerts').replaceChildren(...newest.map(card));
}

/** Text only ever becomes text, so no message can carry markup. */
function card(alert) {
  const item = document.createElement('li');
  item.className = 'alert';
  item.dataset.alertId = alert.alertId;
  item.dataset.severity = alert.severity;
  item.dataset.type = alert.messageType;
  item.append(line('headline', alert.text.en.headline), line('about', about(alert)));
  return item;
}

function about(alert) {
  const sent = new Date(alert.sentAt).toLocaleString('en-GB', {timeZone: alert.timeZone});
  return [alert.severity, alert.certainty, alert.messageType, sent + ' ' + alert.timeZone]
    .filter(Boolean).join(' · ').toLowerCase();
}

function line(name, text) {
  const paragraph = document.createElement('p');
  paragraph.className = name;
  paragraph.textContent = text;
  return paragraph;
}

function tell(id, text) {
  $(id).textContent = text;
  $(id).hidden = !text;
}

$('sign-in').addEventListener('submit', async (event) => {
  event.preventDefault();
  const answer = await signIn({name: $('name').value, password: $('password').value});
  $('password').value = '';
  if (answer.ok) {
    tell('refused', '');
    open(await answer.json());
  } else {
    tell('refused', await problem(answer));
  }
});
$('sign-out').addEventListener('click', async () => {
  await fetch(API + '/session', {method: 'DELETE', headers: OURS});
  ask('');
});
setInterval(() => {
  if (!$('desk').hidden) {
    trouble().catch(() => {});
    if (Date.now() - heardAt > STALE_AFTER_MS) {
      lost();
    }
  }
}, 10000);
