// What is going on: a card for each subject, the map beside it, the chosen alert in full.

import {showAlert} from './alert.js';
import {card} from './card.js';
import {button, el, fill} from './dom.js';
import {filterBar, matches} from './filters.js';
import {countdown, ago} from './format.js';
import {compare, headed, isGone, section, SECTIONS} from './order.js';
import {go, here} from './route.js';
import {alerts, areas, isBound, loadOlder, older, on, strikes} from './state.js';
import {counted, t} from './words.js';

const WIDE = matchMedia('(min-width: 900px)');
const READING_MS = 10000; // after the last touch of the list
const SHOWN = 60; // cards of the last section at first

let list = null;
let panel = null;
let mapPane = null;
let fresh = null;
let main = null;
let map = null;
let more = 0;
let touchedAt = 0; // when the reader last moved in the list
const cards = new Map(); // alert id → {key, element}
const news = new Map(); // alert id → codes of what is new since the reader looked
const waiting = new Set(); // new alerts that wait for the reader to look up

/** Draws the view. */
export function show(element, view, about) {
  main = element;
  cards.clear();
  list = el('section', {class: 'list', 'aria-label': t('view.now'), tabindex: '-1'});
  mapPane = isBound() ? null : el('section', {class: 'map', 'aria-label': t('view.map')});
  panel = el('section', {class: 'panel', 'aria-label': t('panel'), tabindex: '-1'});
  fresh = button('', () => {
    waiting.clear();
    list.scrollTop = 0;
    main.scrollTop = 0;
    arrange();
  }, {class: 'fresh', hidden: true});
  ['pointermove', 'pointerdown', 'keydown', 'focusin', 'wheel'].forEach((event) => list.addEventListener(event, () => {
    touchedAt = Date.now();
  }, {passive: true}));
  fill(main, el('div', {class: 'column'}, filterBar(redraw), fresh, list), mapPane, panel);
  redraw();
  move(view, about);
}

/** Goes to another alert, or from the list to the map, without drawing all anew. */
export function move(view, about) {
  main.className = 'view-' + view + (about ? ' chosen' : '');
  list.querySelectorAll('.card').forEach((each) =>
    each.classList.toggle('chosen', each.dataset.alertId === about));
  if (about) {
    news.delete(about);
    showAlert(panel, about);
    panel.scrollTop = 0;
  } else {
    fill(panel, el('p', {class: 'quiet hint'}, t('panel.empty')));
  }
  drawMap(about);
}

/** The reader goes elsewhere. */
export function leave() {
  map?.remove();
  map = null;
  main = null;
}

on('alerts', (ids) => {
  if (!main) {
    return;
  }
  const open = here().view === 'alert' ? here().about : null;
  if (ids.has('all')) {
    redraw();
  } else {
    [...ids].forEach(refresh);
    arrangeUnlessRead();
  }
  if (open && ids.has(open)) {
    showAlert(panel, open);
  }
});
on('news', (ids) => ids.forEach((id) => news.set(id, alerts.get(id)?.changes || [])));
on('areas', () => {
  if (main) {
    cards.clear();
    redraw();
    drawMap(here().about);
  }
});
on('strikes', () => map?.draw(strikes));
WIDE.addEventListener('change', () => main && drawMap(here().about));
setInterval(tick, 1000);

async function drawMap(about) {
  const isShown = mapPane && (WIDE.matches || main.classList.contains('view-map'));
  if (!isShown || !areas.size) {
    return;
  }
  const {StrikeMap} = await import('./map.js');
  if (!map && main) {
    map = await StrikeMap.in(mapPane);
    map.draw(strikes);
  }
  map?.resized();
  map?.choose(about ? alerts.get(about) : null);
}

function redraw() {
  more = SHOWN;
  waiting.clear();
  arrange();
}

/** While somebody reads the list, cards change in place but do not move. */
function arrangeUnlessRead() {
  const isRead = list.scrollTop > 8 || main.scrollTop > 8 || Date.now() - touchedAt < READING_MS;
  if (!isRead) {
    arrange();
    return;
  }
  shown(Date.now()).filter((alert) => !cards.has(alert.alertId)).forEach((alert) => waiting.add(alert.alertId));
  fresh.hidden = waiting.size === 0;
  fill(fresh, counted('fresh', waiting.size));
}

function shown(now) {
  return [...alerts.values()].filter((alert) => !isGone(alert, now) && matches(alert));
}

/** Puts the cards into their sections. */
function arrange() {
  const now = Date.now();
  const sections = new Map(SECTIONS.map((name) => [name, []]));
  shown(now).forEach((alert) => sections.get(section(alert, now)).push(alert));
  const kept = new Set();
  const nodes = [];
  sections.forEach((found, name) => {
    if (!found.length) {
      return;
    }
    found.sort((one, other) => compare(one, other, name));
    nodes.push(el('h2', {class: 'section ' + name}, headed(name), ' ', el('small', {}, found.length)));
    found.slice(0, name === 'latest' ? more : found.length).forEach((alert) => {
      kept.add(alert.alertId);
      nodes.push(cardOf(alert));
    });
    if (name === 'latest' && found.length > more) {
      nodes.push(button(counted('older.shown', found.length - more), () => {
        more += SHOWN;
        arrange();
      }, {class: 'older'}));
    }
  });
  if (older.next) {
    nodes.push(button(t('older.load'), loadOlder, {class: 'older'}));
  }
  if (!kept.size) {
    nodes.push(el('p', {class: 'quiet hint'}, t(alerts.size ? 'nothing.matches' : 'nothing.yet')));
  }
  [...cards.keys()].filter((id) => !kept.has(id)).forEach((id) => cards.delete(id));
  fresh.hidden = true;
  waiting.clear();
  const focused = list.contains(document.activeElement) ? document.activeElement : null;
  list.replaceChildren(...nodes);
  if (focused?.isConnected) {
    const touched = touchedAt;
    focused.focus({preventScroll: true});
    touchedAt = touched;
  }
}

function cardOf(alert) {
  const known = cards.get(alert.alertId);
  if (known) {
    return known;
  }
  const element = card(alert, news.get(alert.alertId));
  element.addEventListener('click', (event) => {
    if (!event.target.closest('a') && !String(getSelection())) {
      go('alert', alert.alertId);
    }
  });
  element.classList.toggle('chosen', here().about === alert.alertId);
  cards.set(alert.alertId, element);
  return element;
}

/** Draws a card anew where it is. */
function refresh(id) {
  const before = cards.get(id);
  cards.delete(id);
  if (before && alerts.has(id)) {
    const hadFocus = before.contains(document.activeElement);
    before.replaceWith(cardOf(alerts.get(id)));
    if (hadFocus) {
      cards.get(id).querySelector('a').focus();
    }
  }
}

/** Once a second only what has changed is written. */
function tick() {
  const now = Date.now();
  document.querySelectorAll('[data-until]').forEach((element) => {
    const left = countdown(element.dataset.until, now);
    element.textContent = left ? t('danger.left', left) : t('danger.over');
  });
  if (main && waiting.size) {
    arrangeUnlessRead();
  }
  if (Math.floor(now / 1000) % 20 === 0) {
    document.querySelectorAll('[data-ago]').forEach((element) => {
      element.textContent = ago(element.dataset.ago, now);
    });
  }
}
