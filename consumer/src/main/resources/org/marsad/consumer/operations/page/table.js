// Plain tables: a caption, heads, rows; and what to say where there is nothing.

import {el, fill} from './dom.js';
import {t} from './words.js';

/**
 * A table.
 *
 * @param columns [[head, cell of a row]]
 */
export function table(caption, columns, rows) {
  return el('div', {class: 'wide', tabindex: '0', role: 'region', 'aria-label': caption},
    el('table', {}, el('caption', {}, caption),
      el('thead', {}, el('tr', {}, columns.map(([head]) => head ? el('th', {scope: 'col'}, head) : el('td')))),
      el('tbody', {}, rows.length ? rows.map((row) => el('tr', {}, columns.map(([head, cell]) => el('td', {'data-head': head || null}, cell(row)))))
        : el('tr', {}, el('td', {colspan: columns.length, class: 'quiet'}, t('nothing.here'))))));
}

/** Loads and shows; says what was refused. */
export async function load(main, get, draw) {
  try {
    fill(main, draw(await get()));
  } catch (refused) {
    fill(main, el('p', {class: 'bad', role: 'alert'}, refused.message));
  }
}
