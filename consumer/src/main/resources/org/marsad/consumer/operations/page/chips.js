// What each rule found, as a chip. What is only possible is told as "perhaps".

import {el} from './dom.js';
import {metres} from './format.js';
import {sparkline} from './sparkline.js';
import {counted, has, t} from './words.js';

const GRAVE = new Set(['REPEAT_STRIKE', 'PROTECTED_SITE_STRIKE']);

/** The chips of an alert, the gravest first and filled. */
export function chips(alert) {
  const all = alert.findings.filter((finding) => finding.rule !== 'CASUALTIES' || finding.mass)
    .filter((finding) => !(finding.rule === 'WAVE' || finding.rule === 'HOSPITAL_SURGE' && finding.surge?.standing === 'RECEIVING'));
  all.sort((one, other) => weight(one) - weight(other));
  return all.map((finding) => el('span', {
    class: 'chip ' + finding.rule.toLowerCase().replace(/_/g, '-') + (isMaybe(finding) ? ' maybe' : ''),
  }, text(finding, alert), recentOf(finding)));
}

/** The record that reaches back the longest, by killed rather than by impacts. */
export function leading(finding) {
  const rank = {KILLED: 0, CASUALTIES: 1, IMPACTS: 2};
  return [...finding.records].sort((one, other) =>
    (one.scope === 'AREA' ? 0 : 1) - (other.scope === 'AREA' ? 0 : 1)
    || rank[one.measure] - rank[other.measure] || other.likelyDays - one.likelyDays)[0];
}

function isMaybe(finding) {
  return finding.certainty !== 'OBSERVED' && finding.certainty !== 'LIKELY';
}

function weight(finding) {
  return (isMaybe(finding) ? 10 : 0)
    + (GRAVE.has(finding.rule) ? 0 : finding.rule === 'HEAVIEST_IN_DAYS' ? 1 : finding.mass ? 2 : 3);
}

function recentOf(finding) {
  const record = finding.records.find((each) => each.recent.length);
  return record ? sparkline(record.recent) : null;
}

function text(finding, alert) {
  switch (finding.rule) {
    case 'CASUALTIES': return t('event.MASS');
    case 'RESIDENTIAL_STRIKE': return t(isMaybe(finding) ? 'residential.maybe' : 'residential');
    case 'REPEAT_STRIKE': return repeat(finding);
    case 'PROTECTED_SITE_STRIKE': return site(finding);
    case 'HEAVIEST_IN_DAYS': return heaviest(finding, alert);
    case 'HOSPITAL_SURGE': return t('standing.' + finding.surge.standing);
    default: return t('finding.' + finding.rule);
  }
}

function repeat(finding) {
  if (isMaybe(finding)) {
    return t('repeat.maybe.short');
  }
  const distance = finding.repeat.distanceMetres;
  return t(finding.repeat.earlierStrikes > 1 ? 'repeat.again' : 'repeat.plain') +
    (distance === undefined ? '' : ' · ' + metres(distance));
}

function site(finding) {
  const first = finding.sites[0];
  if (!first) {
    return t('finding.PROTECTED_SITE_STRIKE');
  }
  if (first.basis === 'REPORT') {
    return t(has('site.hit.' + first.kind) ? 'site.hit.' + first.kind : 'site.hit.OTHER');
  }
  const near = t('site.near', counted('site.' + first.kind, 1));
  return first.distanceMetres === undefined ? near : near + ' · ' + metres(first.distanceMetres);
}

function heaviest(finding, alert) {
  const record = leading(finding);
  if (!record) {
    return t('heaviest.plain');
  }
  const isHere = alert.subject.kind === 'STRIKE' && record.scope === 'NEIGHBOURHOOD';
  const words = counted('heaviest.' + record.scale, record.likelyDays,
    record.atLeast ? t('heaviest.atLeast') : '', isHere ? t('heaviest.here') : '') +
    (record.measure === 'KILLED' ? '' : t('heaviest.by.' + record.measure));
  return isMaybe(finding) ? t('heaviest.maybe', words) : words;
}
