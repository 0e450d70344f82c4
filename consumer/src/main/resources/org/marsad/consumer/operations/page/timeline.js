// How an alert came about: revisions, deliveries and answers, oldest first.

import {el} from './dom.js';
import {moment} from './format.js';
import {because} from './reasons.js';
import {counted, lang, t} from './words.js';

const MANY = 3; // deliveries of one kind in a row, from which on they are counted

/** The events in order; deliveries of one outcome within a revision are one line. */
export function timeline(events, alert) {
  return el('ol', {class: 'timeline'}, together(events).map((event) =>
    el('li', {class: event.kind.toLowerCase() + (event.interrupts ? ' loud' : '')},
      el('time', {datetime: event.at}, moment(event.at, alert.timeZone)), ' ', words(event))));
}

function together(events) {
  const all = [];
  events.forEach((event) => {
    const last = all.at(-1);
    const isSame = last && last.kind === 'DELIVERY' && event.kind === 'DELIVERY'
      && last.outcome === event.outcome && last.reason === event.reason;
    if (isSame) {
      last.subscribers.push(event.subscriber);
    } else {
      all.push({...event, subscribers: [event.subscriber]});
    }
  });
  return all;
}

function words(event) {
  switch (event.kind) {
    case 'REVISION': return [event.interrupts ? el('b', {}, t('rang'), ' ') : null, event.text[lang()].headline];
    case 'ANSWER': return [el('bdi', {}, event.subscriber), ': ', el('b', {}, t('answer.' + event.intent)), event.teams > 1 ? ' ×' + event.teams : ''];
    default: {
      const who = [...new Set(event.subscribers)];
      return [t('outcome.' + event.outcome), ': ', who.length > MANY ? counted('subscribers', who.length) : who.join(t('list.separator')),
        event.outcome !== 'DELIVERED' ? ' ' + because(event.reason) : ''];
    }
  }
}
