// What may be done about an alert, by role: answer, mute, decide, place.

import {get, part, post} from './api.js';
import {ask, reason} from './dialog.js';
import {button, el} from './dom.js';
import {areas, isBound, may, session} from './state.js';
import {areaOptions, placeName} from './places.js';
import {t} from './words.js';

const INTENTS = ['SEEN', 'EN_ROUTE', 'PREPARED', 'CANNOT'];
const LENGTHS = ['PT1H', 'PT4H', 'PT12H', 'PT24H'];

/** The buttons that the user's role has; none for a viewer. */
export function actions(alert) {
  if (!may('OPERATOR')) {
    return null;
  }
  const isStrike = alert.subject.kind === 'STRIKE';
  return el('div', {class: 'actions', role: 'group', 'aria-label': t('actions')},
    el('div', {class: 'answers'}, INTENTS.map((intent, at) =>
      button(t('answer.' + intent), () => answer(alert, intent), {class: at ? '' : 'main', 'data-intent': intent}))),
    isBound() ? null : el('div', {class: 'row'},
      button(t('mute'), () => mute(alert)),
      button(t('copy.link'), copyLink)),
    may('EDITOR') && isStrike && !isBound() ? el('details', {}, el('summary', {}, t('correct')), el('div', {class: 'row'},
      button(t('place'), () => place(alert)),
      button(t('associate'), () => decide(alert, 'ASSOCIATE')),
      button(t('disassociate'), () => decide(alert, 'DISASSOCIATE')),
      button(t('prefer'), () => decide(alert, 'PREFER')))) : null);
}

function copyLink() {
  return navigator.clipboard.writeText(location.href);
}

function answer(alert, intent) {
  ask(t('ask.answer', t('answer.' + intent)), [
    {name: 'team', label: t('team'), value: session.user},
  ], (said) => post('/alerts/' + part(alert.alertId) + '/answers', {intent, revision: alert.revision, team: said.team}));
}

function mute(alert) {
  const spots = alert.neighbourhoods;
  ask(t('ask.mute'), [
    {name: 'neighbourhood', label: t('where'), options: [['', placeName(alert.area)], ...areaOptions(spots)], value: spots[0] || ''},
    {name: 'subject', label: t('subject'), options: [['', t('all')], [alert.subject.kind, t('subject.' + alert.subject.kind)]]},
    {name: 'for', label: t('how.long'), options: LENGTHS.map((length) => [length, t('length.' + length)])},
    {name: 'extreme', label: t('mute.extreme'), type: 'checkbox'},
    reason(),
  ], (said) => post('/mutes', {...said, area: alert.area, reality: alert.reality}));
}

/** The reports that an alert rests on, as the explanation names them. */
async function reportsOf(alert) {
  const said = await get('/alerts/' + part(alert.alertId) + '/explanation');
  return [...new Set(said.timeline.filter((event) => event.event === 'REPORT').map((event) => event.reportId))];
}

/** Says where the strike was. */
export async function place(alert) {
  const reports = await reportsOf(alert).catch(() => []);
  const towns = [...areas.values()].filter((area) => area.kind === 'area' && area.lat !== undefined).map((area) => area.code);
  const spots = [...areas.values()].filter((spot) => spot.kind === 'neighbourhood').map((spot) => spot.code);
  ask(t('place'), [
    {name: 'reportId', label: t('report'), options: reports.map((id) => [id, id]), required: true},
    {name: 'area', label: t('area'), options: areaOptions(towns), value: alert.area, required: true},
    {name: 'neighbourhood', label: t('neighbourhood'), options: [['', t('unknown')], ...areaOptions(spots).map(([code, name]) =>
      [code, name + ' · ' + placeName(code.split('/')[0])])], value: alert.neighbourhoods[0] || ''},
    reason(),
  ], (said) => post('/placements', {...said, area: said.neighbourhood ? areas.get(said.neighbourhood).area : said.area}));
}

async function decide(alert, kind) {
  const reports = await reportsOf(alert).catch(() => []);
  const options = reports.map((id) => [id, id]);
  ask(t('ask.' + kind), [
    {name: 'one', label: t('report'), options, required: true},
    ...(kind === 'PREFER' ? [] : [{name: 'other', label: t('report.second'), required: true,
      ...(kind === 'DISASSOCIATE' ? {options, value: reports[1]} : {})}]),
    reason(),
  ], (said) => post('/decisions', {kind, area: alert.area, reality: alert.reality, reason: said.reason,
    reports: kind === 'PREFER' ? [said.one] : [said.one, said.other]}));
}
