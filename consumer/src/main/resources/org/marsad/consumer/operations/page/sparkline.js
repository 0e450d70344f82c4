// The last days as bars: a day on which nobody was heard is a gap, not zero.

import {svg} from './dom.js';

const HEIGHT = 14;
const STEP = 3;

/** Bars of counts, oldest first, null where nobody was heard; the last is the record's own. */
export function sparkline(recent) {
  const most = Math.max(1, ...recent.map((value) => value ?? 0));
  const width = STEP * recent.length;
  return svg('svg', {class: 'spark', viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, 'aria-hidden': 'true'},
    recent.map((value, day) => {
      const height = value === null ? HEIGHT : Math.max(1, Math.round(HEIGHT * value / most));
      return svg('rect', {x: STEP * day, y: HEIGHT - height, width: STEP - 1, height,
        class: value === null ? 'unheard' : day === recent.length - 1 ? 'own' : 'day'});
    }));
}
