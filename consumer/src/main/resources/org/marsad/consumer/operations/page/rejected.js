// What was set aside and warns nobody, with its reason; and sending it again.

import {get, post} from './api.js';
import {ask, reason} from './dialog.js';
import {button, el} from './dom.js';
import {load, table} from './table.js';
import {t} from './words.js';
import {headLocal, local} from './zone.js';

/** Draws the view. */
export function show(main) {
  return load(main, () => get('/rejected'), (said) => table(t('rejected.caption'), [
    [headLocal(t('when')), (row) => local(row.at)],
    [t('reason'), (row) => [el('b', {}, row.reason), ' ', el('bdi', {}, row.message)]],
    [t('source'), (row) => el('bdi', {}, row.source || '–')],
    [t('report'), (row) => el('bdi', {}, row.reportId || '–')],
    ['', (row) => row.sentAgain ? t('sent.again') : button(t('send.again'), () =>
      ask(t('ask.resend'), [reason(false)], async (given) => {
        await post('/rejected/resend', {ids: [row.id], reason: given.reason});
        show(main);
      }))],
  ], said.rejected.reverse()));
}
