// Who answered which alert, and the operations centre's own answer.

import {el} from './dom.js';
import {shortTime} from './format.js';

const INTENTS = {
  EN_ROUTE: 'on their way', PREPARED: 'prepared', SEEN: 'have seen it', CANNOT: 'cannot',
};
const OURS = [['SEEN', 'We have seen it'], ['CANNOT', 'We cannot handle it']];

/** Keeps the answers in step with what comes; onChange(alertId) is told of each change. */
export class Answers {
  constructor(onChange) {
    this.onChange = onChange;
    this.byAlert = new Map(); // alertId → [{subscriber, intent, teams, at}]
    this.failed = new Set(); // alertIds for which our answer was not taken
    this.as = '';
  }

  /** Takes all that there are. */
  take(said) {
    this.as = said.as;
    said.alerts.forEach((one) => this.put(one));
  }

  put(one) {
    this.byAlert.set(one.alertId, one.answers);
    this.failed.delete(one.alertId);
    this.onChange(one.alertId);
  }

  /** One line for the list; null where nobody has answered. */
  line(alert) {
    const said = this.of(alert);
    return said.length ? el('span', {class: 'line answers'}, said.map((answer, index) => [
      index ? ' · ' : '',
      el('bdi', {}, answer.subscriber), ' ',
      el('span', {class: 'intent ' + answer.intent.toLowerCase()}, this.intent(answer)),
    ])) : null;
  }

  /** All answers with their times, and our own. */
  panel(alert) {
    const over = alert.messageType === 'CANCEL' ||
      new Date(alert.expiresAt).getTime() < Date.now();
    const rows = this.of(alert).map((answer) => el('li', {},
      el('bdi', {}, answer.subscriber), ' ', this.intent(answer), ', ',
      el('time', {datetime: answer.at}, shortTime(answer.at, alert.timeZone, 'MINUTE'))));
    return el('section', {class: 'answer-panel', 'aria-label': 'Answers'},
      rows.length ? el('ul', {}, rows) : el('p', {class: 'missing'}, 'Nobody has answered.'),
      over ? null : el('p', {}, OURS.map((ours) => this.button(alert, ours[0], ours[1]))),
      this.failed.has(alert.alertId)
        ? el('p', {class: 'danger', role: 'alert'}, 'Your answer was NOT recorded. Try again.')
        : null);
  }

  button(alert, intent, text) {
    const button = el('button', {type: 'button', class: 'ours', title: 'as ' + this.as}, text);
    button.addEventListener('click', () => this.post(alert, intent, button));
    return button;
  }

  /** It shows once it comes back over the stream, so that what shows is what is recorded. */
  post(alert, intent, button) {
    button.disabled = true;
    fetch('/api/answers', {
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'X-Marsad-Page': '1'},
      body: JSON.stringify({alertId: alert.alertId, revision: alert.revision, intent}),
    }).then((answer) => {
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
    }).catch(() => {
      this.failed.add(alert.alertId);
      this.onChange(alert.alertId);
    });
  }

  intent(answer) {
    return (INTENTS[answer.intent] || answer.intent) +
      (answer.teams > 1 ? ' (' + answer.teams + ' teams)' : '');
  }

  of(alert) {
    return this.byAlert.get(alert.alertId) || [];
  }
}
