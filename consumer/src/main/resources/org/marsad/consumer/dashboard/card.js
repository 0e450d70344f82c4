// One alert as a card: where, the number that matters, what was found, how sure, until when.

import {changed, fate} from './changes.js';
import {el} from './dom.js';
import {chip, details, isMaybe, longestRecord, recordSentence, silence} from './findings.js';
import {
  ago, certainty, countdown, localTime, markWords, severityShape, shortTime, words,
} from './format.js';
import {sparkline} from './sparkline.js';
import {considerations, isStrike, missing, numbers, title, titleText} from './subjects.js';

/** What is always visible: a button that opens the card. */
export function head(alert, open, parts) {
  const end = fate(alert, parts.names);
  const told = end && end.struck ? 's' : 'span';
  return el('button', {type: 'button', class: 'head', 'aria-expanded': open},
    el('span', {class: 'line top'},
      el('span', {class: 'shape', role: 'img', 'aria-label': words(alert.severity),
        title: words(alert.severity)}, severityShape(alert.severity)),
      el(told, {class: 'place'}, place(alert, parts.names)),
      when(alert)),
    alert.reality === 'ACTUAL' && !tag(alert, end) ? null : el('span', {class: 'line'},
      alert.reality === 'ACTUAL' ? null : el('strong', {class: 'reality'}, alert.reality),
      tag(alert, end)),
    end ? el('span', {class: 'line why'}, end.text + successor(alert, parts)) : null,
    el(told, {class: 'line values'}, values(alert)),
    missing(alert) ? el('span', {class: 'line missing'}, missing(alert)) : null,
    el('span', {class: 'line chips'}, chips(alert, end)),
    end ? null : record(alert, parts.names),
    el('span', {class: 'line foot'},
      alert.sources > 0 ? el('span', {class: 'certainty'}, certainty(alert)) : null,
      danger(alert)),
    parts.answers.line(alert));
}

/** What is visible once the card is open. */
export function body(alert, parts) {
  const facts = details(alert, parts.names).concat([
    alert.targets.length ? ['Hit', alert.targets.map(words).join(', ')] : null,
    alert.delivery ? ['Delivered by', words(alert.delivery)] : null,
    isStrike(alert) && alert.place && alert.place.text ? ['Said', alert.place.text] : null,
    alert.dangerUntil ? ['Danger until', time(alert.dangerUntil, alert)] : null,
    ['Sent', zoned(time(alert.sentAt, alert), alert.timeZone)],
    alert.notBefore ? ['Waits until', time(alert.notBefore, alert)] : null,
    ['Expires', time(alert.expiresAt, alert)],
    ['Revision', alert.revision + (alert.interrupts ? ', interrupting' : ', brought up to date')],
    ['Earlier', earlier(alert)],
    ['Severity', words(alert.severity) + ', ' + words(alert.urgency)],
    alert.strikes > 1 ? ['Strikes', String(alert.strikes)] : null,
    alert.marks && alert.marks.length ? ['Doubts', alert.marks.map(markWords).join('; ')] : null,
  ]).filter((fact) => fact && fact[1]);
  const hints = considerations(alert);
  return el('div', {class: 'details'},
    hints.length ? el('p', {class: 'consider'}, 'Consider: ' + hints.join(' ')) : null,
    parts.answers.panel(alert),
    el('dl', {}, facts.map((fact) => [el('dt', {}, fact[0]), el('dd', {dir: 'auto'}, fact[1])])));
}

/** Moves countdowns and ages on; says whether a danger has ended. */
export function tick(list, now) {
  let ended = false;
  list.querySelectorAll('[data-until]').forEach((element) => {
    const left = countdown(element.dataset.until, now);
    element.textContent = left ? 'danger ' + left : 'danger is over';
    ended = ended || !left;
  });
  list.querySelectorAll('[data-since]').forEach((element) => {
    const text = ago(element.dataset.since, now);
    if (element.textContent !== text) {
      element.textContent = text;
    }
  });
  return ended;
}

/** The title as plain text, for the voice. */
export function spoken(alert, names) {
  const found = alert.findings.length ? ', ' + chip(alert.findings[0], alert) : '';
  const end = fate(alert, names);
  return (alert.reality === 'ACTUAL' ? '' : alert.reality + ': ') + (end ? end.tag + ': ' : '') +
    titleText(alert, names) + found;
}

function place(alert, names) {
  const about = title(alert);
  const dim = (about.area ? [names.text(about.area)] : []).concat(about.more);
  return [
    about.text ? el('strong', {}, about.text)
      : about.codes.map((code, index) => [index ? ', ' : null, names.nodes(code)]),
    dim.map((text) => [' · ', el('bdi', {class: 'dim', dir: 'auto'}, text)]),
  ];
}

/** Which alert speaks for it now, where that is known. */
function successor(alert, parts) {
  const other = alert.replacedBy ? parts.alert(alert.replacedBy) : null;
  return other ? ' See ' + titleText(other, parts.names) + ', ' +
    shortTime(other.onset, other.timeZone, other.onsetPrecision) + '.' : '';
}

/** With the zone, where the time does not name it. */
function zoned(time, zone) {
  return time.endsWith(' UTC') ? time : time + ' (' + zone + ')';
}

/** When it happened; of a day and a hospital when it was last told. */
function when(alert) {
  const isPast = alert.subject.kind === 'DAY' || alert.subject.kind === 'HOSPITAL';
  const at = isPast ? alert.sentAt : alert.onset;
  const precision = isPast ? 'MINUTE' : alert.onsetPrecision;
  const isFine = precision === 'SECOND' || precision === 'MINUTE';
  return el('span', {class: 'when'},
    el('time', {datetime: at}, shortTime(at, alert.timeZone, precision)), ' ',
    isFine ? el('span', {class: 'ago', 'data-since': at}, ago(at, Date.now())) : null);
}

/** What kind of revision it is, and what it changed. */
function tag(alert, end) {
  if (end) {
    return el('span', {class: 'tag ' + (end.struck ? 'struck' : 'eased')}, end.tag);
  }
  if (alert.messageType === 'ALERT') {
    return alert.interrupts ? null : el('span', {class: 'tag'}, 'for the record');
  }
  const news = changed(alert);
  return [
    el('span', {class: 'tag' + (alert.interrupts ? ' interrupts' : '')},
      (alert.interrupts ? 'interrupting update ' : 'update ') + alert.revision),
    news ? el('span', {class: 'changes'}, news) : null,
  ];
}

function values(alert) {
  return numbers(alert).map((number, index) => el('span', {class: index ? 'number' : 'number main'},
    el('b', {}, number.value), ' ', number.noun,
    number.beside ? [' ', el('span', {class: 'beside'}, number.beside)] : null, ' '));
}

/** That nobody has counted yet is told beside the numbers already. */
function chips(alert, end) {
  const told = alert.findings.filter((finding, index) => index === 0 || !finding.unknown);
  return told.map((finding, index) => {
    const classes = ['chip', index === 0 && !end && 'lead', isMaybe(finding) && 'maybe'];
    return [el(end ? 's' : 'span',
      {class: classes.filter(Boolean).join(' '), 'data-rule': finding.rule},
      chip(finding, alert), end ? null : bars(finding, alert)), ' '];
  });
}

function bars(finding, alert) {
  const longest = finding.rule === 'HEAVIEST_IN_DAYS' ? longestRecord(alert) : null;
  return longest && longest.recent && longest.recent.length ? sparkline(longest.recent) : null;
}

function record(alert, names) {
  const longest = longestRecord(alert);
  return longest
    ? el('span', {class: 'line record'}, recordSentence(longest, names),
      silence(longest) ? [' ', el('strong', {}, silence(longest))] : null)
    : null;
}

function danger(alert) {
  const left = alert.dangerUntil && alert.messageType !== 'CANCEL'
    ? countdown(alert.dangerUntil, Date.now()) : '';
  return left ? el('strong', {class: 'danger', 'data-until': alert.dangerUntil,
    title: 'until ' + time(alert.dangerUntil, alert)}, 'danger ' + left) : null;
}

function earlier(alert) {
  return (alert.references || []).map((reference) => 'revision ' + reference.revision + ' at ' +
    shortTime(reference.sentAt, alert.timeZone, 'MINUTE') +
    (reference.interrupts ? ', interrupting' : '')).join('; ');
}

function time(iso, alert) {
  return localTime(iso, alert.timeZone, 'MINUTE');
}
