// One card for each subject: the number that matters is the largest thing on it.

import {chips} from './chips.js';
import {el} from './dom.js';
import {ago, best, bounds, countdown, dots, moment, offset, weekday} from './format.js';
import {isDangerous, isOver} from './order.js';
import {heading} from './places.js';
import {to} from './route.js';
import {answers, isBound, told} from './state.js';
import {counted, t} from './words.js';
import {unlessHome} from './zone.js';

const SHAPES = {EXTREME: '▲', SEVERE: '◆', MODERATE: '●', MINOR: '○'};

/**
 * A card.
 *
 * @param news codes of what is new since the reader looked
 */
export function card(alert, news) {
  const now = Date.now();
  const isCancel = alert.messageType === 'CANCEL';
  return el('article', {
    class: ['card', alert.severity.toLowerCase(), alert.reality !== 'ACTUAL' && 'drill',
      isCancel && 'cancelled', isOver(alert, now) && 'over'].filter(Boolean).join(' '),
    'data-alert-id': alert.alertId, 'data-subject': alert.subject.kind,
  },
  reality(alert),
  el('header', {},
    el('span', {class: 'shape', title: t('severity.' + alert.severity)}, SHAPES[alert.severity] || '□',
      el('span', {class: 'unseen'}, t('severity.' + alert.severity))),
    el('h3', {}, el('a', {href: to('alert', alert.alertId)}, heading(alert))),
    when(alert)),
  isCancel ? el('p', {class: 'reason'}, t('cancel.' + alert.reason), ': ', why(alert)) : null,
  el('div', {class: 'numbers'}, numbers(alert)),
  el('div', {class: 'chips'}, chips(alert)),
  el('footer', {},
    el('span', {}, el('span', {class: 'dots', 'aria-hidden': 'true'}, dots(alert.certainty)), ' ',
      t('certainty.' + alert.certainty), ' · ', counted('sources', alert.sources)),
    isDangerous(alert, now) ? el('strong', {class: 'danger', 'data-until': alert.dangerUntil},
      t('danger.left', countdown(alert.dangerUntil, now))) : null),
  el('p', {class: 'known'}, known(alert)),
  news?.length ? el('p', {class: 'news'}, news.map((code) => t('changed.' + code)).join(t('list.separator'))) : null);
}

/** That it is an exercise or a test; null where it is actual. */
export function reality(alert) {
  return alert.reality === 'ACTUAL' ? null
    : el('p', {class: 'reality'}, t('reality.' + alert.reality), ' · ', t('say.reality.' + alert.reality));
}

/** The numbers of an alert, the largest thing on its card. */
export function numbers(alert) {
  const surge = alert.findings.find((finding) => finding.surge)?.surge;
  if (surge) {
    return [amount('surge.soon', surge.within90Minutes), amount('surge.day', surge.within24Hours),
      amount('surge.critical', surge.critical)];
  }
  const wave = alert.findings.find((finding) => finding.wave)?.wave;
  return [
    wave ? amount('strikes.word', wave.strikes) : null,
    ['killed', 'injured', 'impacts'].filter((name) => alert[name])
      .map((name) => amount(name + '.word', alert[name])),
    alert.subject.kind === 'STRIKE' && !alert.killed && !alert.injured
      ? el('span', {class: 'quiet'}, t('uncounted')) : null,
    alert.subject.kind === 'SOURCE' || alert.subject.kind === 'SYSTEM'
      ? el('span', {}, alert.text[document.documentElement.lang].title) : null,
  ];
}

/** Who was told, who was not, who answered. */
export function known(alert) {
  const said = answers.get(alert.alertId) || [];
  const reached = told.get(alert.alertId);
  return [
    reached?.told ? t('told', reached.told) + ' · ' : null,
    reached?.notTold ? el('strong', {class: 'bad'}, counted('not.told', reached.notTold), ' · ') : null,
    said.length
      ? said.map((answer, at) => [at ? ', ' : '', el('bdi', {}, answer.subscriber), ': ', t('answer.' + answer.intent)])
      : t(isBound() ? 'you.unanswered' : 'nobody.answered'),
  ];
}

/** Why it was taken back, as the texts say it. */
export function why(alert) {
  const key = 'why.' + alert.reason + '.' + alert.subject.kind;
  const words = t(key, alert.onset ? weekday(alert.onset.slice(0, 10)) : '');
  return words === alert.subject.kind.toLowerCase() ? t('why.' + alert.reason) : words;
}

function amount(word, range) {
  const beside = bounds(range);
  return el('span', {class: 'amount'}, el('b', {}, best(range)), ' ', counted(word, range.best),
    beside ? el('small', {}, ' ', beside) : null);
}

function when(alert) {
  const asOf = alert.findings.find((finding) => finding.surge)?.surge.asOf;
  const at = asOf || alert.onset;
  const words = moment(at, alert.timeZone, asOf ? 'MINUTE' : alert.onsetPrecision);
  const since = alert.subject.kind === 'DAY' ? '' : ago(at, Date.now());
  const far = ' ' + offset(alert.timeZone, Date.parse(at));
  return el('time', {datetime: at, title: alert.timeZone + far},
    words, el('span', {class: unlessHome(alert.timeZone, at) ? null : 'as-clock'}, far),
    since ? [' · ', el('span', {'data-ago': at}, since)] : null);
}
