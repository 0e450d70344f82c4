// What comes first: danger, then what stands by severity, then what is over; the newest first.

const SEVERITIES = ['EXTREME', 'SEVERE', 'MODERATE', 'MINOR'];
const TAKEN_BACK_SHOWS_MS = 3600000;

/** The groups of the list in their order. */
export const GROUPS = [
  {name: 'danger', title: 'Danger now'},
  {name: 'standing', title: 'Standing'},
  {name: 'over', title: 'Over'},
];

/** Whether a second strike on the spot is to be feared now. */
export function isInDanger(alert, now) {
  return alert.messageType !== 'CANCEL' && Boolean(alert.dangerUntil) &&
    Date.parse(alert.dangerUntil) > now;
}

/** Whether it has expired. */
export function isExpired(alert, now) {
  return Date.parse(alert.expiresAt) <= now;
}

/** Where an alert stands: its group, and within it exercises last, the gravest and newest first. */
export function rank(alert, now) {
  const newest = -Date.parse(alert.sentAt);
  const severity = SEVERITIES.indexOf(alert.severity);
  const place = [alert.reality === 'ACTUAL' ? 0 : 1, severity < 0 ? 0 : severity, newest];
  if (isInDanger(alert, now)) {
    return {group: 0, place};
  }
  const takenBack = alert.messageType === 'CANCEL' &&
    (!alert.interrupts || now + newest > TAKEN_BACK_SHOWS_MS);
  return isExpired(alert, now) || takenBack
    ? {group: 2, place: [newest]} : {group: 1, place};
}

/** Negative where one comes before the other, of the same group. */
export function compare(one, other) {
  for (let i = 0; i < one.rank.place.length; i++) {
    if (one.rank.place[i] !== other.rank.place[i]) {
      return one.rank.place[i] - other.rank.place[i];
    }
  }
  return one.alert.alertId < other.alert.alertId ? -1 : 1;
}
