// Where a hospital's or a crew's own user begins: what it has to expect, or where it has to go.

import {get} from './api.js';
import {card} from './card.js';
import {el, fill} from './dom.js';
import {best, bounds, dots} from './format.js';
import {compare, headed, isGone, section, SECTIONS} from './order.js';
import {placeName} from './places.js';
import {go, to} from './route.js';
import {alerts, may, on} from './state.js';
import {stateButtons} from './status.js';
import {surges} from './surges.js';
import {counted, number, t} from './words.js';
import {zoned} from './zone.js';

let shown = null;
let own = [];

/** Draws the view. */
export async function show(main) {
  shown = main;
  draw();
  own = (await get('/hospitals').catch(() => ({hospitals: []}))).hospitals;
  draw();
}

/** The reader goes elsewhere. */
export function leave() {
  shown = null;
}

on('hospitals', () => shown && show(shown));
on('alerts', () => draw());
on('areas', () => draw());

function draw() {
  if (!shown) {
    return;
  }
  const now = Date.now();
  const mine = [...alerts.values()].filter((alert) => !isGone(alert, now));
  fill(shown, own.map(hospital), el('div', {class: 'cards'}, SECTIONS.flatMap((name) => {
    const found = mine.filter((alert) => section(alert, now) === name).sort((one, other) => compare(one, other, name));
    return found.length ? [el('h2', {class: 'section ' + name}, headed(name)), ...found.map(withWay)] : [];
  })), mine.length ? null : el('p', {class: 'quiet hint'}, t('nothing.yet')));
}

function hospital(each) {
  const reality = each.fictional ? 'EXERCISE' : 'ACTUAL';
  const expects = surges(reality).get(each.siteId);
  const status = each.statuses.find((said) => said.reality === reality);
  return el('section', {class: 'board' + (each.fictional ? ' drill' : '')},
    each.fictional ? el('p', {class: 'reality'}, t('reality.EXERCISE')) : null,
    el('h2', {}, el('bdi', {}, placeName(each.siteId))),
    expects ? [
      el('div', {class: 'figures'}, figure(expects.soon, 'surge.soon'), figure(expects.day, 'surge.day'), figure(expects.critical, 'surge.critical'),
        status?.bedsAvailable === undefined ? null : el('div', {}, el('b', {}, number(status.bedsAvailable)), el('span', {}, t('beds')))),
      expects.standing === 'RECEIVING' ? null : el('p', {class: 'bad'}, t('standing.' + expects.standing)),
      el('p', {}, el('span', {'aria-hidden': 'true'}, dots(expects.alerts[0].certainty)), ' ', t('certainty.' + expects.alerts[0].certainty), ' · ',
        counted('sources', expects.alerts[0].sources), ' · ', t('board.as.of', zoned(expects.surge.asOf))),
      el('p', {}, t('from'), ': ', expects.alerts.map((alert) => [el('a', {href: to('alert', alert.alertId)}, placeName(alert.area), ' · ',
        alert.neighbourhoods.map(placeName).join(t('list.separator'))), ' '])),
      changes(expects.alerts),
    ] : el('p', {class: 'big quiet'}, t('board.calm')),
    el('p', {}, t('emergency'), ': ', el('b', {}, status ? t('emergency.' + status.emergencyDepartment) : t('says.nothing')),
      status ? [' · ', zoned(status.updatedAt)] : null),
    may('OPERATOR') ? stateButtons(each.siteId, status, reality) : null);
}

function figure(range, word) {
  return el('div', {}, el('b', {}, best(range)), el('span', {}, counted(word, range.best)), el('small', {}, bounds(range)));
}

function changes(from) {
  const codes = [...new Set(from.flatMap((alert) => alert.changes))];
  return codes.length ? el('p', {class: 'news'}, codes.map((code) => t('changed.' + code)).join(t('list.separator'))) : null;
}

/** A crew's card says how to get there. */
function withWay(alert) {
  const element = card(alert, alert.changes);
  element.addEventListener('click', (event) => event.target.closest('a') || go('alert', alert.alertId));
  const place = alert.place;
  if (alert.subject.kind === 'STRIKE' && place?.lat !== undefined) {
    const spot = place.lat.toFixed(5) + ',' + place.lon.toFixed(5);
    element.append(el('a', {class: 'way', href: 'geo:' + spot + '?q=' + spot}, t('way'), ' ', el('bdi', {dir: 'ltr'}, spot)));
  }
  return element;
}
