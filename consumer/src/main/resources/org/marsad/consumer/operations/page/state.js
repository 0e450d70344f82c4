// All that the page knows, kept up to date by the stream; whoever shows it is told what changed.

import {get} from './api.js';
import {Stream} from './stream.js';

const PAGE = 100;
const DAY_MS = 86400000;
const LOOK_AGAIN_MS = 30000;

/** Who is signed in: {user, role, subscriber, means}. */
export const session = {};

/** Alerts by id, as the API lists them. */
export const alerts = new Map();

/** Answers by alert: [{subscriber, intent, teams, at}]. */
export const answers = new Map();

/** Who was told, by alert: {told, notTold}. */
export const told = new Map();

/** Strikes by id, as GeoJSON features. */
export const strikes = new Map();

/** Areas, neighbourhoods and sites by code: their properties, and their geometry beside. */
export const areas = new Map();

/** How things stand, as GET /status says it. */
export const status = {};

/** More alerts than were loaded: where the next page begins; null: there are none. */
export const older = {next: null};

const listeners = new Map(); // what changes → who listens
let stream = null;
let areasChanges = null;
let began = null;
let waiting = new Map();

/** Calls, at most once per frame, with the ids that changed. What: alerts, strikes, areas, status … */
export function on(what, listener) {
  listeners.set(what, (listeners.get(what) || []).concat(listener));
}

/** Whether the stream is open: connecting, live, stale or lost. */
export function liveness() {
  return stream ? stream.state() : 'connecting';
}

/** Whether the user may do what a role may. */
export function may(role) {
  const roles = ['VIEWER', 'OPERATOR', 'EDITOR', 'ADMIN'];
  return roles.indexOf(session.role) >= roles.indexOf(role);
}

/** Whether the user works for a hospital or a crew, and sees what that one may. */
export function isBound() {
  return session.subscriber !== undefined;
}

/** Loads what there is, and follows what comes. */
export async function begin() {
  stream = new Stream({
    alert: (alert) => take(alert, true),
    removed: (said) => {
      alerts.delete(said.alertId);
      changed('alerts', said.alertId);
    },
    answers: (said) => {
      answers.set(said.alertId, said.answers);
      changed('alerts', said.alertId);
    },
    told: (said) => {
      told.set(said.alertId, said);
      changed('alerts', said.alertId);
    },
    strike: (feature) => {
      strikes.set(feature.id, feature);
      changed('strikes', feature.id);
    },
    hospital: (said) => changed('hospitals', said.siteId),
    mute: (said) => changed('mutes', said.muteId),
    heartbeat: (said) => onHeartbeat(said),
    reset: () => reload(),
    refused: () => loadStatus(), // where the session ended, the page asks for a log-in
  });
  await reload();
  loadAreas();
  setInterval(loadStatus, LOOK_AGAIN_MS);
  setInterval(() => changed('status'), 1000 * 5);
}

/** Reads everything anew: nothing of the earlier data stays. */
async function reload() {
  const [page] = await Promise.all([get('/alerts', {limit: PAGE}), loadStatus()]);
  [alerts, answers, told].forEach((map) => map.clear());
  takePage(page);
  changed('alerts', 'all');
  if (!isBound()) {
    loadStrikes();
  }
  while (older.next && isRecent(page)) {
    await loadOlder();
  }
}

/** Loads the next page of older alerts. */
export async function loadOlder() {
  takePage(await get('/alerts', {limit: PAGE, after: older.next}));
  changed('alerts', 'all');
}

/** How things stand now. */
async function loadStatus() {
  const now = await get('/status').catch(() => null);
  if (now) {
    Object.keys(status).forEach((key) => delete status[key]);
    Object.assign(status, now);
    began = began || now.since;
  }
  changed('status');
}

async function loadStrikes() {
  const collection = await get('/strikes', {limit: 1000});
  strikes.clear();
  collection.features.forEach((feature) => strikes.set(feature.id, feature));
  changed('strikes', 'all');
}

async function loadAreas() {
  const collection = await get('/areas');
  areas.clear();
  collection.features.forEach((feature) =>
    areas.set(feature.properties.code, {...feature.properties, geometry: feature.geometry}));
  changed('areas');
}

function isRecent(page) {
  const last = [...alerts.values()].at(-1);
  return page.total > PAGE && alerts.size < 1000 && Date.now() - Date.parse(last.sentAt) < DAY_MS;
}

function takePage(page) {
  page.alerts.forEach((alert) => take(alert, false));
  older.next = page.next || null;
}

function take(alert, isNews) {
  const known = alerts.get(alert.alertId);
  if (known && known.revision > alert.revision) {
    return;
  }
  if (alert.answers) {
    answers.set(alert.alertId, alert.answers);
  }
  if (alert.told) {
    told.set(alert.alertId, alert.told);
  }
  alerts.set(alert.alertId, alert);
  changed('alerts', alert.alertId);
  if (isNews && !(known && known.revision === alert.revision)) {
    changed('news', alert.alertId);
  }
}

function onHeartbeat(said) {
  if (areasChanges !== null && areasChanges !== said.areas) {
    loadAreas();
  }
  areasChanges = said.areas;
  if (began && began !== said.since) {
    began = said.since; // the server was started again, perhaps with other data
    reload();
  }
}

function changed(what, id) {
  if (!waiting.size) {
    requestAnimationFrame(tell);
    setTimeout(tell, 500); // a hidden page draws no frames
  }
  waiting.set(what, (waiting.get(what) || new Set()).add(id));
}

function tell() {
  const now = waiting;
  waiting = new Map();
  now.forEach((ids, what) => (listeners.get(what) || []).forEach((listener) => listener(ids)));
}
