// In which order alerts stand: open danger, what nobody has answered, then the newest.

import {answers, isBound} from './state.js';
import {t} from './words.js';

const SEVERITIES = ['EXTREME', 'SEVERE', 'UNKNOWN', 'MODERATE', 'MINOR'];
const HOUR_MS = 3600000;

/** The sections in their order. */
export const SECTIONS = ['danger', 'unanswered', 'latest', 'exercise'];

/** What a section is headed with. */
export function headed(name) {
  return t(name === 'unanswered' && isBound() ? 'section.yours' : 'section.' + name);
}

/** Which section an alert stands in. */
export function section(alert, now) {
  if (alert.reality !== 'ACTUAL') {
    return 'exercise';
  }
  if (isOver(alert, now)) {
    return 'latest';
  }
  if (isDangerous(alert, now)) {
    return 'danger';
  }
  return isGrave(alert) && !isAnswered(alert) ? 'unanswered' : 'latest';
}

/** Whether a second strike is to be feared there now. */
export function isDangerous(alert, now) {
  return alert.messageType !== 'CANCEL' && Date.parse(alert.dangerUntil) > now;
}

/** Whether somebody has answered. */
export function isAnswered(alert) {
  return (answers.get(alert.alertId) || []).length > 0;
}

/** Whether it was taken back or has expired. */
export function isOver(alert, now) {
  return alert.messageType === 'CANCEL' || Date.parse(alert.expiresAt) <= now;
}

/** Whether it was taken back so long ago that it need not be shown. */
export function isGone(alert, now) {
  return alert.messageType === 'CANCEL' && now - Date.parse(alert.sentAt) > HOUR_MS;
}

/** Compares two alerts of one section. */
export function compare(one, other, where) {
  if (where === 'latest') {
    return Date.parse(other.sentAt) - Date.parse(one.sentAt);
  }
  return rank(one) - rank(other) || Date.parse(other.onset) - Date.parse(one.onset);
}

/** 0 for the gravest. */
export function rank(alert) {
  return SEVERITIES.indexOf(alert.severity);
}

function isGrave(alert) {
  return rank(alert) <= SEVERITIES.indexOf('SEVERE');
}
