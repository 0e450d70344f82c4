// Which alerts are shown: severity, finding, area, reality, unanswered, free text.

import {el, fill} from './dom.js';
import {isAnswered, rank} from './order.js';
import {areaOptions, otherName, placeName} from './places.js';
import {alerts, on} from './state.js';
import {t} from './words.js';

const chosen = {text: '', severity: '', finding: '', area: '', reality: '', unanswered: false};
const SEVERITIES = ['EXTREME', 'SEVERE', 'MODERATE'];
const FINDINGS = ['REPEAT_STRIKE', 'HEAVIEST_IN_DAYS', 'RESIDENTIAL_STRIKE', 'PROTECTED_SITE_STRIKE',
  'CASUALTIES', 'UNPLACED_STRIKE', 'WAVE', 'HOSPITAL_SURGE', 'SOURCE_SILENT'];

/** The bar; calls whenever something else is chosen. */
export function filterBar(onChange) {
  const change = (name) => (event) => {
    chosen[name] = event.target.type === 'checkbox' ? event.target.checked : event.target.value;
    mark();
    onChange();
  };
  const select = (name, options) => el('select', {'aria-label': t('filter.' + name), onchange: change(name)},
    el('option', {value: ''}, t('filter.' + name)),
    options.map(([value, text]) => el('option', {value, selected: chosen[name] === value}, text)));
  const area = select('area', []);
  const listAreas = () => {
    const codes = new Set([...alerts.values()].map((alert) => alert.area));
    fill(area, el('option', {value: ''}, t('filter.area')),
      areaOptions(codes).map(([value, text]) => el('option', {value, selected: chosen.area === value}, text)));
  };
  on('areas', listAreas);
  on('alerts', (ids) => ids.has('all') && listAreas());
  listAreas();
  const summary = el('summary', {}, t('filter'));
  const mark = () => fill(summary, t('filter'), isOn() ? el('b', {}, ' ●') : null);
  mark();
  return el('div', {class: 'filters'},
    el('input', {type: 'search', placeholder: t('filter.text'), 'aria-label': t('filter.text'), value: chosen.text, oninput: change('text')}),
    el('details', {open: isOn()}, summary,
      el('div', {class: 'choices'},
        select('severity', SEVERITIES.map((code) => [code, t('filter.from', t('severity.' + code))])),
        select('finding', FINDINGS.map((code) => [code, t('finding.' + code)])),
        area,
        select('reality', ['ACTUAL', 'EXERCISE', 'TEST'].map((code) => [code, t('reality.' + code)])),
        el('label', {}, el('input', {type: 'checkbox', checked: chosen.unanswered, onchange: change('unanswered')}), ' ', t('filter.unanswered')))));
}

/** Whether an alert is one of those that were chosen. */
export function matches(alert) {
  return (!chosen.severity || rank(alert) <= rank({severity: chosen.severity}))
    && (!chosen.finding || alert.findings.some((finding) => finding.rule === chosen.finding))
    && (!chosen.area || alert.area === chosen.area)
    && (!chosen.reality || alert.reality === chosen.reality)
    && (!chosen.unanswered || !isAnswered(alert))
    && (!chosen.text || words(alert).includes(chosen.text.trim().toLowerCase()));
}

function isOn() {
  return Object.entries(chosen).some(([name, value]) => name !== 'text' && value);
}

function words(alert) {
  const names = alert.neighbourhoods.concat(alert.area).flatMap((code) => [placeName(code), otherName(code)]);
  return [alert.alertId, alert.place?.text, ...names, ...Object.values(alert.text).map((text) => text.headline)]
    .join(' ').toLowerCase();
}
