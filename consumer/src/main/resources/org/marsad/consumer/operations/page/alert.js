// One alert: what is known, what to do about it, how it came about.

import {actions} from './actions.js';
import {get, part} from './api.js';
import {numbers, known, reality, why} from './card.js';
import {chips, leading} from './chips.js';
import {bars} from './bars.js';
import {button, el, fill} from './dom.js';
import {countdown, dots, moment, offset, weekday} from './format.js';
import {isDangerous} from './order.js';
import {heading, placeName} from './places.js';
import {to} from './route.js';
import {alerts, isBound, may} from './state.js';
import {because} from './reasons.js';
import {timeline} from './timeline.js';
import {counted, lang, t} from './words.js';

/** Draws the alert into the panel, at once from what is known, then with its story. */
export async function showAlert(panel, id) {
  const brief = alerts.get(id);
  if (brief) {
    fill(panel, head(brief), actions(brief), body(brief, null));
  } else {
    fill(panel, el('p', {class: 'quiet hint'}, t('loading')));
  }
  panel.dataset.alertId = id;
  try {
    const story = await get('/alerts/' + part(id));
    if (panel.dataset.alertId === id) {
      fill(panel, head(story), actions(story), body(story, story));
    }
  } catch (refused) {
    if (panel.dataset.alertId === id && !brief) {
      fill(panel, el('p', {class: 'bad'}, refused.message), el('p', {}, el('a', {href: to('now')}, t('back'))));
    }
  }
}

function head(alert) {
  const now = Date.now();
  const isCancel = alert.messageType === 'CANCEL';
  return el('header', {class: 'head ' + alert.severity.toLowerCase() + (isCancel ? ' cancelled' : '')},
    el('a', {class: 'back', href: to('now')}, t('back')),
    reality(alert),
    el('h2', {}, heading(alert)),
    el('p', {class: 'quiet'}, t('severity.' + alert.severity), ' · ', place(alert), moment(alert.onset, alert.timeZone, alert.onsetPrecision), ' ',
      offset(alert.timeZone, Date.parse(alert.onset))),
    isCancel ? el('p', {class: 'reason'}, t('cancel.' + alert.reason), ': ', why(alert)) : null,
    isDangerous(alert, now) ? el('p', {class: 'danger big', 'data-until': alert.dangerUntil},
      t('danger.left', countdown(alert.dangerUntil, now))) : null,
    el('div', {class: 'numbers'}, numbers(alert)),
    el('div', {class: 'chips'}, chips(alert)),
    el('p', {}, el('span', {class: 'dots', 'aria-hidden': 'true'}, dots(alert.certainty)), ' ',
      t('certainty.' + alert.certainty), ' · ', counted('sources', alert.sources)));
}

function place(alert) {
  return alert.subject.kind === 'STRIKE' ? '' : [el('bdi', {}, placeName(alert.area)), ' · '];
}

function body(alert, story) {
  const text = alert.text[lang()];
  return [
    story && text.instruction ? el('p', {class: 'instruction'}, text.instruction) : null,
    chart(alert),
    story ? el('section', {}, el('h3', {}, t('facts')), el('ul', {class: 'facts'}, text.description.map((line) => el('li', {}, line)))) : null,
    el('section', {}, el('h3', {}, t('who.knows')), story && !isBound() ? deliveries(story) : null,
      el('p', {class: 'known'}, known(alert))),
    story ? el('section', {}, el('h3', {}, t('timeline')), timeline(story.timeline, alert)) : null,
    story && may('OPERATOR') && !isBound() ? explain(alert) : null,
    el('p', {class: 'quiet small'}, el('span', {class: 'id', dir: 'ltr'}, alert.alertId), ' · ', t('revision', alert.revision)),
  ];
}

/** The days of the record, so that it can be seen. */
function chart(alert) {
  const finding = alert.findings.find((each) => each.rule === 'HEAVIEST_IN_DAYS');
  const record = finding && (finding.records.find((each) => each.recent.length) || leading(finding));
  if (!record || !record.recent.length) {
    return null;
  }
  return el('section', {},
    el('h3', {}, t('chart.of.' + record.scale, t('measure.' + record.measure), placeName(record.scopeCode))),
    bars(record),
    el('p', {class: 'quiet small'}, counted('chart.claim', record.likelyDays, weekday(record.watchedSince)), ' ',
      record.longestSilenceDays ? counted('chart.silent', record.longestSilenceDays) : null, ' ',
      el('a', {href: to('days', record.scopeCode)}, t('chart.more'))));
}

/** The last word to each subscriber over each channel. */
function deliveries(story) {
  const last = new Map();
  story.deliveries.forEach((each) => last.set(each.subscriber + ' ' + each.channel, each));
  if (!last.size) {
    return el('p', {class: 'quiet'}, t('nobody.told'));
  }
  return el('ul', {class: 'told'}, [...last.values()].map((each) =>
    el('li', {class: each.outcome.toLowerCase().replace('_', '-')},
      el('bdi', {}, each.subscriber), ' · ', each.channel, ' · ',
      el('b', {}, t('outcome.' + each.outcome)), ' ',
      each.outcome !== 'DELIVERED' ? because(each.reason) + ' ' : '',
      el('span', {class: 'quiet'}, moment(each.at, story.timeZone)))));
}

/** Why it says what it says, word for word; in English, for those who check the rules. */
function explain(alert) {
  const lines = el('pre', {dir: 'ltr', lang: 'en', tabindex: '0'});
  return el('details', {class: 'explain', ontoggle: async (event) => {
    if (event.target.open && !lines.textContent) {
      lines.textContent = t('loading');
      const said = await get('/alerts/' + part(alert.alertId) + '/explanation').catch((refused) => ({lines: [refused.message]}));
      lines.textContent = said.lines.join('\n');
    }
  }}, el('summary', {}, t('explain')), lines, button(t('print'), () => print(), {class: 'plain'}));
}
