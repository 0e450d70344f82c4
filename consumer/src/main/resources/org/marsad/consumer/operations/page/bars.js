// The last 30 days of a record as bars, with the line that the last day reaches.

import {el, svg} from './dom.js';
import {shortDay} from './format.js';
import {number, t} from './words.js';

const HEIGHT = 70;
const WIDTH = 320;
const DAY_MS = 86400000;

/** A drawing of the record's days; days on which nobody was heard are hatched, not zero. */
export function bars(record) {
  const recent = record.recent;
  const step = WIDTH / recent.length;
  const high = record.value.high ?? record.value.best;
  const most = Math.max(1, high, ...recent.map((value) => value ?? 0));
  const y = (value) => HEIGHT - HEIGHT * value / most;
  const dayAt = (at) => shortDay(new Date(Date.parse(record.day) - DAY_MS * (recent.length - 1 - at)).toISOString().slice(0, 10));
  const line = y(record.value.best);
  return el('figure', {class: 'bars'},
    svg('svg', {viewBox: `0 -8 ${WIDTH} ${HEIGHT + 9}`, role: 'img',
      'aria-label': t('chart.label', recent.map((value, at) => dayAt(at) + ' ' + (value === null ? t('chart.unheard') : value)).join(', '))},
    recent.map((value, at) => value === null
      ? svg('rect', {class: 'unheard', x: at * step, y: 0, width: step - 1.5, height: HEIGHT}, svg('title', {}, dayAt(at) + ': ' + t('chart.unheard')))
      : svg('rect', {class: at === recent.length - 1 ? 'own' : 'day', x: at * step, y: Math.min(y(value), HEIGHT - 1), width: step - 1.5, height: Math.max(1, HEIGHT - y(value))}, svg('title', {}, dayAt(at) + ': ' + number(value)))),
    high > record.value.low ? svg('line', {class: 'range', x1: WIDTH - step / 2, x2: WIDTH - step / 2, y1: y(high), y2: y(record.value.low)}) : null,
    svg('line', {class: 'record', x1: 0, x2: WIDTH, y1: line, y2: line})),
    el('figcaption', {}, el('span', {}, dayAt(0)), el('b', {}, number(record.value.best)), el('span', {}, dayAt(recent.length - 1))));
}
