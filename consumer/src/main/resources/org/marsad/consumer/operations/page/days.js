// What days come to: killed, casualties and impacts with their bounds, silent days, the record.

import {get} from './api.js';
import {chart} from './chart.js';
import {el, fill} from './dom.js';
import {best, bounds, weekday} from './format.js';
import {areaOptions, placeName} from './places.js';
import {go} from './route.js';
import {alerts, areas, on} from './state.js';
import {table} from './table.js';
import {counted, t} from './words.js';
import {home} from './zone.js';

const MEASURES = ['killed', 'casualties', 'impacts'];
const LENGTHS = [30, 90, 365];
const LISTED = 31;

let shown = null;
let length = innerWidth < 600 ? 30 : 90;
let reality = 'ACTUAL';
let drawn = [];

/** Draws the view of an area or a neighbourhood. */
export async function show(main, view, about) {
  shown = main;
  const scope = about || home()?.area;
  if (!scope) {
    fill(main, el('p', {class: 'quiet hint'}, t('nothing.yet')));
    return;
  }
  const town = scope.split('/')[0];
  const towns = new Set([...alerts.values()].map((alert) => alert.area).concat(town));
  const spots = [...areas.values()].filter((spot) => spot.kind === 'neighbourhood' && spot.area === town).map((spot) => spot.code);
  const figures = el('div', {class: 'charts'}, el('p', {class: 'quiet'}, t('loading')));
  const again = () => show(main, view, scope);
  fill(main, el('h2', {}, el('bdi', {}, placeName(scope))), el('div', {class: 'bar'},
    choice(t('area'), areaOptions(towns), town, (code) => go('days', code)),
    choice(t('neighbourhood'), [['', t('days.whole')], ...areaOptions(spots)], scope === town ? '' : scope, (code) => go('days', code || town)),
    choice(t('days.length'), LENGTHS.map((days) => [String(days), counted('days', days)]), String(length), (days) => {
      length = Number(days);
      again();
    }),
    choice(t('filter.reality.of'), ['ACTUAL', 'EXERCISE', 'TEST'].map((code) => [code, t('reality.' + code)]), reality, (code) => {
      reality = code;
      again();
    })), reality === 'ACTUAL' ? null : el('p', {class: 'reality'}, t('reality.' + reality)), figures);
  const said = await get('/days', {scope, reality});
  if (shown === main) {
    await draw(figures, complete(said.days).slice(-length), scope);
  }
}

/** Another area. */
export function move(view, about) {
  show(shown, view, about);
}

/** The reader goes elsewhere. */
export function leave() {
  shown = null;
  clear();
}

on('areas', () => shown && show(shown, 'days', location.hash.split('/')[1] && decodeURIComponent(location.hash.split('/').slice(1).join('/'))));

async function draw(figures, days, scope) {
  clear();
  if (!days.length) {
    fill(figures, el('p', {class: 'quiet hint'}, t('days.none')));
    return;
  }
  fill(figures);
  for (const measure of MEASURES) {
    const title = t('days.of', t('measure.' + measure.toUpperCase()), placeName(scope));
    const box = el('figure', {class: 'days', role: 'img', 'aria-label': title + '. ' + t('days.below')});
    figures.append(el('h3', {}, title), box);
    drawn.push(await chart(box, days, measure));
  }
  figures.append(el('p', {class: 'quiet small'}, t('days.legend')), table(t('days.table'), [
    [t('day'), (day) => weekday(day.day)],
    ...MEASURES.map((measure) => [t('measure.' + measure.toUpperCase()), (day) => !day.heard ? t('chart.unheard')
      : day[measure] ? [el('b', {}, best(day[measure])), ' ', el('small', {}, bounds(day[measure]))] : day.strikes ? t('uncounted') : '0']),
    [t('strikes'), (day) => day.strikes],
  ], days.slice(-LISTED).reverse()));
}

function clear() {
  drawn.forEach((each) => each.destroy());
  drawn = [];
}

/** Days of which there is no row were days that nobody was heard of. */
function complete(rows) {
  const byDay = new Map(rows.map((row) => [row.day, row]));
  const all = [];
  if (rows.length) {
    const last = rows.at(-1).day;
    for (let at = Date.parse(rows[0].day); at <= Date.parse(last); at += 86400000) {
      const day = new Date(at).toISOString().slice(0, 10);
      all.push(byDay.get(day) || {day, heard: false, strikes: 0});
    }
  }
  return all;
}

function choice(label, options, value, onChoose) {
  return el('label', {}, el('small', {}, label), el('br'), el('select', {onchange: (event) => onChoose(event.target.value)},
    options.map(([code, text]) => el('option', {value: code, selected: code === value}, text))));
}
