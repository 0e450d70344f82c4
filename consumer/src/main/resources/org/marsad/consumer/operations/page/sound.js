// A sound and a notification for what is worth waking somebody for; off until the reader allows it.

import {button, fill} from './dom.js';
import {alerts, on} from './state.js';
import {lang, t} from './words.js';

let audio = null;

/** The button that allows it. */
export function alarmButton() {
  const show = () => {
    fill(element, t(audio ? 'alarm.on' : 'alarm.off'));
    element.setAttribute('aria-pressed', String(audio !== null));
  };
  const element = button('', async () => {
    if (audio) {
      audio.close();
      audio = null;
    } else {
      audio = new AudioContext();
      ring('MODERATE');
      await window.Notification?.requestPermission?.();
    }
    show();
  }, {class: 'alarm'});
  show();
  return element;
}

/** Rings for interrupting revisions; a reader aloud is told of them in any case. */
export function watchForAlarms() {
  on('news', (ids) => {
    const loud = [...ids].map((id) => alerts.get(id)).filter((alert) => alert && alert.interrupts
      && Date.parse(alert.expiresAt) > Date.now());
    loud.forEach((alert) => {
      const text = alert.text[lang()];
      document.getElementById('urgent').textContent = text.headline;
      if (audio) {
        ring(alert.severity);
        notify(alert, text);
      }
    });
  });
}

function notify(alert, text) {
  if (window.Notification?.permission === 'granted') {
    const prefix = alert.reality === 'ACTUAL' ? '' : t('reality.' + alert.reality) + ' · ';
    const shown = new Notification(prefix + text.where, {body: text.title, tag: alert.alertId, lang: lang()});
    shown.onclick = () => {
      window.focus();
      location.hash = '#alert/' + encodeURIComponent(alert.alertId);
    };
  }
}

/** Two tones, three for what is extreme. */
function ring(severity) {
  const tones = severity === 'EXTREME' ? [880, 660, 880] : [660, 880];
  tones.forEach((hertz, at) => {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = hertz;
    volume.gain.value = 0.2;
    tone.connect(volume).connect(audio.destination);
    tone.start(audio.currentTime + at * 0.25);
    tone.stop(audio.currentTime + at * 0.25 + 0.2);
  });
}
