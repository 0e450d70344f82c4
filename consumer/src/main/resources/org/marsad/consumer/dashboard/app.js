// Puts the parts together: what comes from the stream goes to the list, the map and the header.

import {AlertList} from './alerts.js';
import {Answers} from './answers.js';
import {spoken} from './card.js';
import {el, fill, tell} from './dom.js';
import {duration, localTime, plural} from './format.js';
import {StrikeMap} from './map.js';
import {Names} from './names.js';
import {Stream} from './sse.js';
import {toggleTheme} from './theme.js';

const MOST_ALERTS = 1000;
const MOST_STRIKES = 2000;
const BROKER_QUIET_S = 30;
const $ = (id) => document.getElementById(id);

const names = new Names();
const answers = new Answers((alertId) => list.redrawOne(alertId));
const list = new AlertList($('alerts'), names, answers, (alert) => map.choose(alert));
const map = new StrikeMap($('map'), names);
let facts = null; // of the last heartbeat
let loaded = false;
let areasVersion = -1;
let totals = {alerts: 0, strikes: 0, dropped: 0};
let latest = null; // {at, zone} of the newest alert or strike
let doubted = new Map(); // alerts from before a reset: alertId → revision
let refreshing = null;
let announced = 0;
let unseen = 0;

const stream = new Stream('/events', {
  onOpen: () => load(),
  onReset: () => {
    loaded = false;
    doubted = new Map(list.all().map((alert) => [alert.alertId, alert.revision]));
    load();
  },
  onHeartbeat: (heartbeat) => {
    facts = heartbeat;
    if (heartbeat.areas !== areasVersion) {
      loadAreas(heartbeat.areas);
    }
    dropDoubted();
    refresh();
  },
  onAlert: (alert) => {
    doubted.delete(alert.alertId);
    list.removed.delete(alert.alertId); // what the stream tells after a removal may be seen
    if (list.put(alert, loaded)) {
      announce(alert);
      refresh();
    }
  },
  onRemoved: (said) => {
    list.drop(said.alertId, said.revision);
    refresh();
  },
  onStrike: (strike) => {
    map.put(strike);
    refresh();
  },
  onAnswers: (said) => answers.put(said),
});

function load() {
  Promise.all([
    json('/api/alerts?limit=' + MOST_ALERTS),
    json('/api/strikes?limit=' + MOST_STRIKES),
    json('/api/answers'),
  ]).then((lists) => {
    const alerts = lists[0];
    const strikes = lists[1];
    answers.take(lists[2]);
    totals = {
      alerts: alerts.total, strikes: strikes.total, dropped: alerts.dropped + strikes.dropped,
    };
    alerts.alerts.forEach((alert) => {
      doubted.delete(alert.alertId);
      list.put(alert, false);
    });
    strikes.strikes.forEach((strike) => map.put(strike));
    loaded = true;
    refresh();
  }).catch(() => setTimeout(load, 3000));
}

/** What the server, once it has read all, does not tell again after a reset may not be seen. */
function dropDoubted() {
  if (loaded && facts.caughtUp) {
    doubted.forEach((revision, alertId) => list.drop(alertId, revision));
    doubted.clear();
  }
}

function loadAreas(version) {
  areasVersion = version;
  json('/api/areas').then((areas) => {
    names.take(areas.features);
    map.outline(areas.features);
    list.redraw();
    fillAreas();
  }).catch(() => {
    areasVersion = -1; // the next heartbeat tries again
  });
}

function json(url) {
  return fetch(url).then((answer) => {
    if (!answer.ok) {
      throw new Error(url + ': ' + answer.status);
    }
    return answer.json();
  });
}

/** Many messages, one drawing. */
function refresh() {
  if (refreshing === null) {
    refreshing = setTimeout(() => {
      refreshing = null;
      map.refresh();
      fillAreas();
      count();
    }, 150);
  }
}

function count() {
  const alerts = list.all();
  const accepted = alerts.filter(accepts);
  const active = accepted.filter((alert) => alert.messageType !== 'CANCEL');
  const current = active.filter((alert) => new Date(alert.expiresAt).getTime() > Date.now());
  $('count-alerts').textContent = active.length + ' active, ' + current.length + ' unexpired';
  $('count-strikes').textContent = map.standing().filter(accepts).length;
  alerts.forEach((alert) => newest(alert.sentAt, alert.timeZone));
  $('last-report').textContent = latest ? localTime(latest.at, latest.zone, 'MINUTE') : 'none';
  tell($('empty'), emptiness(alerts.length, accepted.length));
  tell($('cut'), cutText(alerts.length));
  const drills = alerts.filter((alert) => alert.reality !== 'ACTUAL' && accepts(alert)).length;
  tell($('reality'), drills
    ? '▨ EXERCISE OR TEST MESSAGES ON THIS PAGE: ' + plural(drills, 'alert') + ' marked so' : '');
}

function newest(at, zone) {
  if (latest === null || new Date(at) > new Date(latest.at)) {
    latest = {at, zone};
  }
}

function emptiness(all, accepted) {
  if (!loaded || accepted) {
    return '';
  }
  if (all) {
    return 'No alert matches the filter; ' + plural(all, 'alert') + ' hidden by it.';
  }
  const since = facts ? ' Watching since ' + localTime(facts.since, zoneHere(), 'MINUTE') + '.' : '';
  return 'No alerts yet.' + since + ' This is not an all clear.';
}

function cutText(shown) {
  const cut = totals.alerts > MOST_ALERTS || totals.strikes > MOST_STRIKES || totals.dropped;
  if (!cut && !list.cut) {
    return '';
  }
  return 'Newest only: ' + shown + ' of ' + Math.max(totals.alerts, shown) + ' alerts, ' +
    map.strikes.size + ' of ' + Math.max(totals.strikes, map.strikes.size) + ' strikes' +
    (totals.dropped ? '; ' + totals.dropped + ' older ones are no longer kept here' : '') +
    '. The archive has them all.';
}

/** Every second: is this page alive, and does it say so? */
function tick() {
  const state = stream.state();
  const ago = duration(stream.silence() / 1000);
  const shown = state === 'live' && facts && !facts.caughtUp ? 'catching-up' : state;
  const said = {
    live: 'live',
    'catching-up': 'reading history…',
    connecting: 'connecting…',
    stale: 'silent, last message ' + ago + ' ago',
    reconnecting: 'reconnecting… last message ' + ago + ' ago',
  }[shown];
  $('connection').dataset.state = shown;
  if ($('connection').textContent !== said) {
    $('connection').textContent = said;
  }
  tell($('banner'), warning(state, ago));
  tell($('trouble'), facts && facts.trouble ? '▲ ' + facts.trouble : '');
  list.tick(Date.now());
}

function warning(state, ago) {
  if (state === 'stale' || (state === 'reconnecting' && stream.silence() > 10000)) {
    return 'NOT LIVE: nothing received for ' + ago + '. Silence is not calm.';
  }
  if (state === 'connecting') {
    return 'Not connected yet. An empty page is not an all clear.';
  }
  if (facts && (facts.brokerSecondsAgo === undefined || facts.brokerSecondsAgo > BROKER_QUIET_S)) {
    return 'NOT LIVE: the server has no contact with the message log' +
      (facts.brokerSecondsAgo === undefined ? '' : ' since ' + duration(facts.brokerSecondsAgo)) +
      '. Silence is not calm.';
  }
  if (facts && facts.unreadable) {
    return plural(facts.unreadable, 'message') + ' could not be read and are missing here.';
  }
  return '';
}

/** Spoken politely and only what interrupts, the newest: a burst must not talk for minutes. */
function announce(alert) {
  if (!loaded || !facts || !facts.caughtUp || !alert.interrupts || !accepts(alert)) {
    return;
  }
  unseen++;
  if (document.hidden) {
    document.title = '(' + unseen + ') Marsad';
  }
  clearTimeout(announced);
  announced = setTimeout(() => {
    $('announce').textContent = spoken(alert, names);
  }, 500);
}

function accepts(message) {
  const area = $('filter-area').value;
  const reality = $('filter-reality').value;
  return (!area || message.area === area) && (!reality || message.reality === reality);
}

/** The areas that have something to show. */
function fillAreas() {
  const select = $('filter-area');
  const chosen = select.value;
  const codes = new Set(list.all().map((alert) => alert.area));
  map.standing().forEach((strike) => codes.add(strike.area));
  const wanted = Array.from(codes).sort((a, b) => names.text(a).localeCompare(names.text(b)));
  const key = wanted.map((code) => code + '=' + names.text(code)).join(' ');
  if (select.dataset.key !== key) {
    select.dataset.key = key;
    fill(select, el('option', {value: ''}, 'all'),
      wanted.map((code) => el('option', {value: code}, names.text(code))));
    select.value = codes.has(chosen) ? chosen : '';
  }
}

function zoneHere() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

function applyFilter() {
  list.filter(accepts);
  map.moved = false;
  map.filter(accepts);
  count();
}

function show(view) {
  document.body.dataset.view = view;
  document.querySelectorAll('[data-show]').forEach((button) => {
    button.setAttribute('aria-pressed', String(button.dataset.show === view));
  });
  map.resized();
}

$('filter-area').addEventListener('change', applyFilter);
$('filter-reality').addEventListener('change', applyFilter);
$('theme').addEventListener('click', toggleTheme);
$('fit').addEventListener('click', () => map.fit(true));
document.querySelectorAll('[data-show]').forEach((button) => {
  button.addEventListener('click', () => show(button.dataset.show));
});
document.addEventListener('visibilitychange', () => {
  unseen = 0;
  document.title = 'Marsad';
});
window.addEventListener('resize', () => map.resized());
setInterval(tick, 1000);
tick();
