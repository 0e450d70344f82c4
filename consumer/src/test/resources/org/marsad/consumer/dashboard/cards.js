// Draws each alert as the page does and writes down what a reader sees. ALERTS, AREAS and NOW come before.

import {body, head, spoken} from '/assets/card.js';
import {Names} from '/assets/names.js';
import {GROUPS, rank} from '/assets/order.js';

Date.now = () => NOW;
const names = new Names();
names.take(AREAS.features);
const parts = {
  names,
  answers: {line: () => null, panel: () => null},
  alert: (alertId) => ALERTS.find((alert) => alert.alertId === alertId) || null,
};
const text = (card, selector) => {
  const found = card.querySelector(selector);
  return found ? found.innerText.replace(/\s+/g, ' ').trim() : '';
};
const seen = ALERTS.map((alert) => {
  const item = document.body.appendChild(document.createElement('li'));
  item.className = 'alert';
  item.appendChild(head(alert, true, parts));
  item.appendChild(body(alert, parts));
  return {
    alertId: alert.alertId,
    group: GROUPS[rank(alert, NOW).group].name,
    place: text(item, '.place'),
    when: text(item, '.when'),
    main: text(item, '.number.main'),
    values: text(item, '.values'),
    missing: text(item, '.missing'),
    chips: Array.from(item.querySelectorAll('.chip'), (chip) =>
      (chip.classList.contains('lead') ? '!' : '') + (chip.classList.contains('maybe') ? '~' : '') +
      (chip.tagName === 'S' ? '-' : '') + chip.textContent.trim()),
    bars: item.querySelectorAll('.spark rect').length,
    gaps: item.querySelectorAll('.spark .unheard').length,
    record: text(item, '.record'),
    certainty: text(item, '.certainty'),
    danger: text(item, '.danger'),
    tag: text(item, '.tag'),
    interrupts: item.querySelector('.tag.interrupts') !== null,
    changes: text(item, '.changes'),
    why: text(item, '.why'),
    struck: item.querySelector('s.place') !== null && item.querySelector('s.values') !== null,
    details: text(item, '.details'),
    spoken: spoken(alert, names),
  };
});
const out = document.body.appendChild(document.createElement('pre'));
out.id = 'seen';
out.textContent = btoa(unescape(encodeURIComponent(JSON.stringify(seen))));
