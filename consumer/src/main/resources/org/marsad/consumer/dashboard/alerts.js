// The list of alerts, newest first, one item an alert whatever its revisions.

import {el, fill} from './dom.js';
import {
  certainty, considerations, headline, isAboutOneStrike, localTime, missing, plural, recordDays,
  severityShape, values, words,
} from './format.js';
import {danger, ruleDetails, ruleFacts, ruleMissing, whyWithdrawn} from './rules.js';

const MOST = 1500; // what a phone still scrolls
const FRESH_MS = 60000;

/**
 * Keeps the list in step with what comes. names.nodes(code) gives a place's name as elements;
 * answers.line(alert) and answers.panel(alert) give who answered.
 */
export class AlertList {
  constructor(list, names, answers, onSelect) {
    this.list = list;
    this.names = names;
    this.answers = answers;
    this.onSelect = onSelect;
    this.entries = new Map(); // alertId → {alert, item}
    this.order = []; // alertIds as shown
    this.removed = new Map(); // alertId → up to which revision it may not be seen
    this.selected = null;
    this.cut = 0;
    this.accepts = () => true;
  }

  /** Takes a revision; says whether it was news. */
  put(alert, fresh) {
    const known = this.entries.get(alert.alertId);
    if ((known && known.alert.revision >= alert.revision) ||
        alert.revision <= this.removed.get(alert.alertId)) {
      return false;
    }
    if (known) {
      this.remove(known);
    }
    this.insert(alert, fresh);
    this.trim();
    return true;
  }

  /** Drops an alert, and whatever may still come of it up to this revision. */
  drop(alertId, revision) {
    const known = this.entries.get(alertId);
    this.removed.set(alertId, revision);
    if (known && known.alert.revision <= revision) {
      if (this.selected === alertId) {
        this.select(alertId);
      }
      this.remove(known);
    }
  }

  all() {
    return Array.from(this.entries.values(), (entry) => entry.alert);
  }

  /** Shows only the alerts that the function accepts. */
  filter(accepts) {
    this.accepts = accepts;
    this.entries.forEach((entry) => {
      entry.item.hidden = !accepts(entry.alert);
    });
  }

  /** Draws all again: names have come. */
  redraw() {
    this.entries.forEach((entry) => this.draw(entry));
  }

  /** Draws one again: somebody has answered it. */
  redrawOne(alertId) {
    const entry = this.entries.get(alertId);
    if (entry) {
      this.draw(entry);
    }
  }

  select(alertId) {
    const before = this.entries.get(this.selected);
    this.selected = this.selected === alertId ? null : alertId;
    const now = this.entries.get(this.selected);
    [before, now].filter(Boolean).forEach((entry) => this.draw(entry));
    this.onSelect(now ? now.alert : null);
  }

  insert(alert, fresh) {
    const item = el('li');
    const entry = {alert, item};
    this.draw(entry);
    item.hidden = !this.accepts(alert);
    const place = this.placeOf(alert);
    const next = this.entries.get(this.order[place]);
    this.list.insertBefore(item, next ? next.item : null);
    this.order.splice(place, 0, alert.alertId);
    this.entries.set(alert.alertId, entry);
    if (fresh) {
      item.classList.add('fresh');
      setTimeout(() => item.classList.remove('fresh'), FRESH_MS);
    }
  }

  placeOf(alert) {
    let low = 0;
    let high = this.order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.entries.get(this.order[middle]).alert;
      if (isNewer(alert, other)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  remove(entry) {
    this.list.removeChild(entry.item);
    this.order.splice(this.order.indexOf(entry.alert.alertId), 1);
    this.entries.delete(entry.alert.alertId);
  }

  trim() {
    while (this.order.length > MOST) {
      this.remove(this.entries.get(this.order[this.order.length - 1]));
      this.cut++;
    }
  }

  draw(entry) {
    const alert = entry.alert;
    const item = entry.item;
    const open = this.selected === alert.alertId;
    const focused = item.contains(document.activeElement);
    const data = {
      alertId: alert.alertId, revision: alert.revision, messageType: alert.messageType,
      rule: alert.rule, reality: alert.reality, severity: alert.severity, area: alert.area,
    };
    Object.keys(data).forEach((name) => {
      item.dataset[name] = data[name];
    });
    item.classList.add('alert');
    item.classList.toggle('open', open);
    item.classList.toggle('expired', new Date(alert.expiresAt).getTime() < Date.now());
    const head = this.head(alert, open);
    head.addEventListener('click', () => this.select(alert.alertId));
    fill(item, head, open ? this.details(alert) : null);
    if (focused) {
      head.focus();
    }
  }

  head(alert, open) {
    const cancelled = alert.messageType === 'CANCEL';
    return el('button', {type: 'button', class: 'head', 'aria-expanded': open},
      el('span', {class: 'shape', role: 'img', 'aria-label': words(alert.severity),
        title: words(alert.severity)}, severityShape(alert.severity)),
      el('span', {class: 'body'},
        el('span', {class: 'line'},
          alert.reality === 'ACTUAL' ? null : el('strong', {class: 'reality'}, alert.reality),
          tag(alert),
          el(cancelled ? 's' : 'strong', {class: 'headline'}, headline(alert))),
        el('span', {class: 'line place'}, this.place(alert)),
        el('span', {class: 'line'},
          el(cancelled ? 's' : 'span', {class: 'values'}, allValues(alert)), ' ',
          el('span', {class: 'missing'}, allMissing(alert))),
        danger(alert) ? el('strong', {class: 'line danger'}, danger(alert)) : null,
        cancelled ? el('span', {class: 'line why'}, 'Withdrawn: ' + whyWithdrawn(alert)) : null,
        this.answers.line(alert),
        el('span', {class: 'line foot'},
          el('time', {datetime: alert.onset},
            localTime(alert.onset, alert.timeZone, alert.onsetPrecision)),
          el('span', {class: 'certainty'}, certainty(alert)))));
  }

  place(alert) {
    const parts = alert.neighbourhoods.slice(0, 3).map((code) => this.names.nodes(code));
    if (alert.neighbourhoods.length > 3) {
      parts.push(' and ' + (alert.neighbourhoods.length - 3) + ' more');
    }
    const area = this.names.nodes(alert.area);
    if (alert.surge && alert.surge.siteId) {
      return [this.names.nodes(alert.surge.siteId), ' · ', area];
    }
    if (!parts.length) {
      return [area, alert.place && alert.place.text
        ? [' · said: ', el('bdi', {}, alert.place.text)] : null];
    }
    return [parts.map((part, index) => [index ? ', ' : null, part]), ' · ', area];
  }

  details(alert) {
    const facts = [
      ['Sent', localTime(alert.sentAt, alert.timeZone, 'MINUTE') + ' (' + alert.timeZone + ')'],
      ['Expires', localTime(alert.expiresAt, alert.timeZone, 'MINUTE')],
      ['Revision', alert.revision + ', ' + words(alert.messageType)],
      ['Severity', words(alert.severity) + ', ' + words(alert.urgency)],
      ['Strikes', plural(alert.strikeIds.length, 'strike')],
    ];
    if (alert.record) {
      facts.unshift(['Days', recordDays(alert.record)]);
      facts.push(['Counted', words(alert.record.measure) + ' per ' + words(alert.record.scale) +
        ' in the ' + words(alert.record.scope) + ' on ' + alert.record.day]);
    } else if (isAboutOneStrike(alert)) {
      facts.unshift(['Counts', [values(alert), missing(alert)].filter(Boolean).join('; ')]);
    }
    facts.unshift.apply(facts, ruleDetails(alert));
    if (alert.residential) {
      facts.push(['Residential', 'by ' + words(alert.residential.basis) + ', ' +
        words(alert.residential.certainty)]);
    }
    if (alert.targets.length) {
      facts.push(['Hit', alert.targets.map(words).join(', ')]);
    }
    if (alert.delivery) {
      facts.push(['Delivered by', words(alert.delivery)]);
    }
    facts.push(['Why', words(alert.reason.code) + alert.reason.numbers
      .map((number) => '; ' + number.name + ' ' + number.value).join('')]);
    return el('div', {class: 'details'},
      el('p', {class: 'consider'}, 'Consider: ' + considerations(alert).join(' ')),
      this.answers.panel(alert),
      el('dl', {}, facts.map((fact) => [el('dt', {}, fact[0]), el('dd', {dir: 'auto'}, fact[1])])));
  }
}

function allValues(alert) {
  return [ruleFacts(alert), values(alert)].filter(Boolean).join(' · ');
}

function allMissing(alert) {
  const told = ruleMissing(alert);
  return told === undefined ? missing(alert) : told;
}

function tag(alert) {
  if (alert.messageType === 'ALERT') {
    return null;
  }
  return el('span', {class: 'tag ' + alert.messageType.toLowerCase()},
    alert.messageType === 'CANCEL' ? 'CANCELLED' : 'UPDATE ' + alert.revision);
}

function isNewer(one, other) {
  const apart = new Date(one.sentAt) - new Date(other.sentAt);
  return apart !== 0 ? apart > 0 : one.alertId < other.alertId;
}
