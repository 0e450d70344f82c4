// What is wrong, in a few words each; nothing where all is well.

import {alerts} from './state.js';
import {counted, t} from './words.js';

/**
 * What a person should know of.
 *
 * @param live state of the stream
 * @param status as GET /status says it
 */
export function troubles(live, status) {
  const setAside = [...alerts.values()].filter((alert) => alert.messageType !== 'CANCEL'
    && alert.findings.some((finding) => finding.rule === 'SET_ASIDE')).length;
  const unreadable = (status.unreadable || []).reduce((sum, each) => sum + (each.count || 1), 0);
  return [
    live === 'lost' || live === 'stale' ? t('trouble.' + live) : null,
    status.caughtUp === false ? t('trouble.reading') : null,
    status.brokerSecondsAgo > 60 ? t('trouble.broker', status.brokerSecondsAgo) : null,
    status.reason,
    status.channelsNotTelling ? counted('trouble.untold', status.channelsNotTelling) : null,
    status.silentSources ? counted('trouble.silent', status.silentSources) : null,
    setAside ? t('finding.SET_ASIDE') : null,
    unreadable ? counted('trouble.unreadable', unreadable) : null,
    status.standingMutes ? counted('trouble.mutes', status.standingMutes) : null,
    ...(status.warnings || []),
  ].filter(Boolean);
}
