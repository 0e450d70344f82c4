// Names of areas, neighbourhoods and sites.

import {el} from './dom.js';
import {areas} from './state.js';
import {counted, lang, nameIn, t} from './words.js';

/** A name in the reader's language; the code where none is known. */
export function placeName(code) {
  const known = areas.get(code);
  return known ? nameIn(known.names) : code.slice(code.lastIndexOf('/') + 1);
}

/** The name in the other language, where it has one. */
export function otherName(code) {
  return areas.get(code)?.names[lang() === 'ar' ? 'en' : 'ar'];
}

/** What an alert's card is headed with: the place, the hospital or what it is about. */
export function heading(alert) {
  const kind = alert.subject.kind;
  if (kind === 'HOSPITAL' || kind === 'SITE') {
    const site = alert.addressee || alert.findings.find((f) => f.surge)?.surge.siteId;
    return [el('bdi', {}, placeName(site || alert.area)), kind === 'HOSPITAL' ? el('small', {class: 'under'}, t('expected')) : null];
  }
  if (kind === 'SOURCE' || kind === 'SYSTEM') {
    return [t('event.' + kind)];
  }
  const spots = kind === 'STRIKE' ? alert.neighbourhoods : [];
  const isUnplaced = alert.findings.some((finding) => finding.rule === 'UNPLACED_STRIKE');
  const code = spots[0] || alert.area;
  const other = otherName(code);
  return [
    el('bdi', {}, placeName(code)),
    spots.length > 1 ? ' +' + (spots.length - 1) : null,
    el('small', {class: 'under'}, [
      other && other !== placeName(code) ? el('bdi', {}, other) : null,
      spots.length ? el('bdi', {}, placeName(alert.area)) : null,
      kind === 'STRIKE' && !spots.length && !isUnplaced ? t('neighbourhood.unknown') : null,
      kind === 'DAY' ? counted('amount.strikes', alert.strikes) : null,
      isUnplaced && alert.place?.text ? t('place.asSaid', alert.place.text) : null,
    ].filter(Boolean).flatMap((part, at) => (at ? [' · ', part] : [part]))),
  ];
}

/** All areas that alerts name, for a choice. */
export function areaOptions(codes) {
  return [...codes].map((code) => [code, placeName(code)])
    .sort((one, other) => one[1].localeCompare(other[1], lang()));
}
