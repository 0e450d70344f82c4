// The list of alerts: one card a subject whatever its revisions, in groups.

import {body, head, tick} from './card.js';
import {el, fill} from './dom.js';
import {compare, GROUPS, isExpired, rank} from './order.js';

const MOST = 1500; // what a phone still scrolls
const FRESH_MS = 60000;

/**
 * Keeps the list in step with what comes. names.nodes(code) gives a place's name as elements;
 * answers.line(alert) and answers.panel(alert) give who answered.
 */
export class AlertList {
  constructor(list, names, answers, onSelect) {
    this.list = list;
    this.parts = {names, answers, alert: (alertId) => {
      const entry = this.entries.get(alertId);
      return entry ? entry.alert : null;
    }};
    this.onSelect = onSelect;
    this.entries = new Map(); // alertId → {alert, item, rank}
    this.removed = new Map(); // alertId → up to which revision it may not be seen
    this.selected = null;
    this.cut = 0;
    this.accepts = () => true;
    this.groups = GROUPS.map((group) => {
      const items = el('ol', {class: 'alerts'});
      const heading = el('h2', {}, group.title);
      const section = el('section', {class: 'group', 'data-group': group.name, hidden: true},
        heading, items);
      list.appendChild(section);
      return {section, items, order: []}; // order: entries as shown
    });
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
    this.groups.forEach((group) => this.showOrHide(group));
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

  /** Moves the clocks on. Cards change their place only while nobody reads or uses the list. */
  tick(now) {
    tick(this.list, now);
    if (!this.list.matches(':hover') && !this.list.contains(document.activeElement)) {
      this.entries.forEach((entry) => {
        if (rank(entry.alert, now).group !== entry.rank.group) {
          this.takeOut(entry);
          this.place(entry, now);
          this.draw(entry);
        }
      });
    }
  }

  insert(alert, fresh) {
    const entry = {alert, item: el('li')};
    this.entries.set(alert.alertId, entry);
    entry.item.hidden = !this.accepts(alert);
    this.draw(entry);
    this.place(entry, Date.now());
    if (fresh) {
      entry.item.classList.add('fresh');
      setTimeout(() => entry.item.classList.remove('fresh'), FRESH_MS);
    }
  }

  place(entry, now) {
    entry.rank = rank(entry.alert, now);
    const group = this.groups[entry.rank.group];
    let low = 0;
    let high = group.order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(entry, group.order[middle]) < 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    const next = group.order[low];
    group.items.insertBefore(entry.item, next ? next.item : null);
    group.order.splice(low, 0, entry);
    this.showOrHide(group);
  }

  takeOut(entry) {
    const group = this.groups[entry.rank.group];
    group.items.removeChild(entry.item);
    group.order.splice(group.order.indexOf(entry), 1);
    this.showOrHide(group);
  }

  remove(entry) {
    this.takeOut(entry);
    this.entries.delete(entry.alert.alertId);
  }

  showOrHide(group) {
    group.section.hidden = group.order.every((entry) => entry.item.hidden);
  }

  trim() {
    while (this.entries.size > MOST) {
      const last = this.groups.slice().reverse().find((group) => group.order.length);
      this.remove(last.order[last.order.length - 1]);
      this.cut++;
    }
  }

  draw(entry) {
    const alert = entry.alert;
    const item = entry.item;
    const open = this.selected === alert.alertId;
    const focused = item.contains(document.activeElement);
    const lead = alert.findings[0];
    const data = {
      alertId: alert.alertId, revision: alert.revision, messageType: alert.messageType,
      subject: alert.subject.kind, lead: lead ? lead.rule : '', interrupts: alert.interrupts,
      reality: alert.reality, severity: alert.severity, area: alert.area,
    };
    Object.keys(data).forEach((name) => {
      item.dataset[name] = data[name];
    });
    item.classList.add('alert');
    item.classList.toggle('open', open);
    item.classList.toggle('expired', isExpired(alert, Date.now()));
    const button = head(alert, open, this.parts);
    button.addEventListener('click', () => this.select(alert.alertId));
    fill(item, button, open ? body(alert, this.parts) : null);
    if (focused) {
      button.focus();
    }
  }
}
