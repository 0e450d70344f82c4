// What a hospital says of itself, entered in one tap, or in full.

import {part, post} from './api.js';
import {ask} from './dialog.js';
import {button, el} from './dom.js';
import {t} from './words.js';

const STATES = ['NORMAL', 'ADVISORY', 'CLOSED'];

/** Buttons for the states, and one for beds and staff. */
export function statusButtons(siteId, status, reality) {
  return el('div', {class: 'row'},
    button(t('status.enter'), () => ask(t('status.enter'), fields(status), (said) => enter(siteId, reality, said))));
}

/** The same for a hospital's own board: large, one tap each. */
export function stateButtons(siteId, status, reality) {
  return el('div', {class: 'row states', role: 'group', 'aria-label': t('emergency')},
    STATES.map((state) => button(t('emergency.' + state), () =>
      ask(t('ask.status', t('emergency.' + state)), [], () => enter(siteId, reality, {...kept(status), emergencyDepartment: state})),
    {'aria-pressed': String(status?.emergencyDepartment === state), class: state.toLowerCase()})),
    button(t('status.beds'), () => ask(t('status.enter'), fields(status), (said) => enter(siteId, reality, said))));
}

function enter(siteId, reality, said) {
  const number = (text) => text === '' || text === undefined ? undefined : Number(text);
  return post('/hospitals/' + part(siteId) + '/status', {...said, reality: reality === 'ACTUAL' ? undefined : reality,
    bedsAvailable: number(said.bedsAvailable), operatingRoomsAvailable: number(said.operatingRoomsAvailable)});
}

function kept(status) {
  return status ? {bedsAvailable: status.bedsAvailable, operatingRoomsAvailable: status.operatingRoomsAvailable, staffing: status.staffing} : {};
}

function fields(status) {
  return [
    {name: 'emergencyDepartment', label: t('emergency'), options: STATES.map((state) => [state, t('emergency.' + state)]), value: status?.emergencyDepartment},
    {name: 'bedsAvailable', label: t('beds'), type: 'number', value: status?.bedsAvailable},
    {name: 'operatingRoomsAvailable', label: t('rooms'), type: 'number', value: status?.operatingRoomsAvailable},
    {name: 'staffing', label: t('staffing'), options: ['UNKNOWN', 'ADEQUATE', 'INSUFFICIENT'].map((state) => [state, t('staffing.' + state)]), value: status?.staffing},
  ];
}
