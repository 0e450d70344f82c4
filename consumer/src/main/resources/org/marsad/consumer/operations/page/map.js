// The map: our own areas, no tiles, so it works without a network.

import {cells} from './cells.js';
import {el, fill} from './dom.js';
import {moment} from './format.js';
import {placeLabels} from './labels.js';
import {isDangerous} from './order.js';
import {placeName} from './places.js';
import {go, to} from './route.js';
import {alerts, areas} from './state.js';
import {mapPrograms} from './vendor.js';
import {counted, t} from './words.js';

const HOUR_MS = 3600000;
const NAMES_FROM_ZOOM = 13.5;
const LISTED = 12; // strikes named in one popup
const MARK = 13; // pixels around a marker that no name may touch
const SHOWN_DAYS = 30;
const LIVED_IN = new Set(['RESIDENTIAL', 'MIXED']);

/** Strikes by spot, on the neighbourhoods of their towns. */
export class StrikeMap {
  /** A map in an element, once its program has been loaded. */
  static async in(element) {
    return new StrikeMap(element, ...await mapPrograms());
  }

  constructor(element, L, d3) {
    this.L = L;
    this.d3 = d3;
    this.spots = new Map(); // key → {at, radius, age, strikes}
    this.isMoved = false;
    const box = fill(element, el('div', {class: 'leaflet'}), this.legend()).firstChild;
    this.map = L.map(box, {attributionControl: false, zoomSnap: 0.5, maxZoom: 17});
    this.map.setView([35, 38], 6);
    this.ground = L.layerGroup().addTo(this.map);
    this.doubts = L.layerGroup().addTo(this.map);
    this.marks = L.layerGroup().addTo(this.map);
    this.names = L.layerGroup().addTo(this.map);
    this.choice = L.featureGroup().addTo(this.map);
    L.control.scale({imperial: false}).addTo(this.map);
    this.map.on('dragstart', () => {
      this.isMoved = true;
    });
    this.map.on('zoomend moveend', () => this.label());
    this.drawGround();
  }

  remove() {
    this.map.remove();
  }

  resized() {
    this.map.invalidateSize({animate: false});
  }

  /** The towns and their neighbourhoods, as far as they are known. */
  drawGround() {
    const byTown = new Map();
    [...areas.values()].filter((each) => each.kind === 'neighbourhood').forEach((spot) =>
      byTown.set(spot.area, (byTown.get(spot.area) || []).concat(spot)));
    byTown.forEach((spots) => {
      const outlines = cells(this.d3, spots);
      spots.forEach((spot) => {
        const style = {interactive: false, weight: 1.5, className: 'cell' + (LIVED_IN.has(spot.landUse) ? ' lived-in' : '')};
        const layer = spot.geometry && spot.geometry.type !== 'Point'
          ? this.L.geoJSON(spot.geometry, {style}) : outlines.has(spot.code) && this.L.polygon(outlines.get(spot.code), style);
        if (layer) {
          this.ground.addLayer(layer);
        }
      });
    });
    [...areas.values()].filter((town) => town.areaKind === 'TOWN' && !byTown.has(town.code)).forEach((town) =>
      this.L.circle([town.lat, town.lon], {radius: town.radiusMetres, interactive: false, weight: 1, className: 'cell town'}).addTo(this.ground));
  }

  /** Draws the strikes; new and old, actual and exercise never share a marker. */
  draw(strikes) {
    const standing = [...strikes.values()].filter((each) => each.properties.status === 'ACTIVE');
    const newest = Math.max(0, ...standing.map((each) => Date.parse(each.properties.occurredFrom)));
    const now = Math.min(Date.now(), newest + 24 * HOUR_MS) === Date.now() ? Date.now() : newest;
    this.spots = new Map();
    standing.forEach((strike) => this.gather(strike, now));
    this.marks.clearLayers();
    this.doubts.clearLayers();
    [...this.spots.values()].sort((one, other) => one.rank - other.rank).forEach((spot) => this.mark(spot));
    this.drawDanger();
    if (!this.isMoved) {
      this.fit();
    }
    this.label();
  }

  gather(strike, now) {
    const facts = strike.properties;
    const hours = (now - Date.parse(facts.occurredFrom)) / HOUR_MS;
    if (hours > SHOWN_DAYS * 24) {
      return;
    }
    const age = hours < 1 ? 'hour' : hours < 24 ? 'day' : 'older';
    const place = areas.get(facts.neighbourhood || facts.area);
    const at = strike.geometry ? [...strike.geometry.coordinates].reverse() : place?.lat !== undefined ? [place.lat, place.lon] : null;
    if (!at) {
      return; // nothing is known of its place: it is among the unplaced
    }
    const radius = strike.geometry ? facts.radiusMetres || 0 : place.radiusMetres;
    const key = [at[0].toFixed(4), at[1].toFixed(4), age, facts.reality].join(' ');
    const spot = this.spots.get(key) || {at, radius: 0, age, code: facts.neighbourhood || facts.area,
      isDrill: facts.reality !== 'ACTUAL', rank: {older: 0, day: 1, hour: 2}[age], isCoarse: !facts.neighbourhood, strikes: []};
    spot.radius = Math.max(spot.radius, radius);
    spot.strikes.push(facts);
    this.spots.set(key, spot);
  }

  mark(spot) {
    const many = spot.strikes.length > 1 ? spot.strikes.length : '';
    const killed = spot.strikes.reduce((sum, strike) => sum + (strike.killed?.best || 0), 0);
    const size = killed >= 20 ? 3 : killed >= 5 || many ? 2 : 1;
    const title = [spot.isDrill ? t('reality.' + spot.strikes[0].reality) : null, placeName(spot.code),
      counted('amount.strikes', spot.strikes.length), t('age.' + spot.age)].filter(Boolean).join(' · ');
    const icon = this.L.divIcon({className: '', iconSize: [26, 26], iconAnchor: spot.isDrill ? [0, 0] : [13, 13],
      html: el('span', {class: ['strike', spot.age, 'size' + size, spot.isCoarse && 'coarse', spot.isDrill && 'drill-mark'].filter(Boolean).join(' ')}, many)});
    this.L.marker(spot.at, {icon, title, alt: title, zIndexOffset: spot.rank * 1000})
      .bindPopup(() => this.popup(spot), {maxWidth: 300, maxHeight: 320}).addTo(this.marks);
    if (spot.radius > 0 && spot.age !== 'older') {
      this.L.circle(spot.at, {radius: spot.radius, interactive: false, weight: 1.5, className: 'doubt ' + spot.age}).addTo(this.doubts);
    }
  }

  popup(spot) {
    const latest = [...spot.strikes].sort((one, other) => Date.parse(other.occurredFrom) - Date.parse(one.occurredFrom));
    return el('div', {},
      el('b', {}, placeName(spot.code)), spot.isCoarse ? el('p', {}, t('map.coarse')) : null,
      el('ul', {class: 'popup'}, latest.slice(0, LISTED).map((strike) => el('li', {},
        el('a', {href: to('alert', 'strike:' + strike.strikeId)},
          strike.reality === 'ACTUAL' ? null : t('reality.' + strike.reality) + ' · ',
          moment(strike.occurredFrom, areas.get(strike.area)?.timeZone || 'UTC', strike.timePrecision),
          strike.killed ? ' · ' + counted('amount.KILLED', strike.killed.best) : '',
          strike.injured ? ' · ' + counted('amount.injured', strike.injured.best) : '')))),
      latest.length > LISTED ? el('p', {}, counted('older.shown', latest.length - LISTED)) : null);
  }

  drawDanger() {
    const now = Date.now();
    [...alerts.values()].filter((alert) => alert.subject.kind === 'STRIKE' && alert.reality === 'ACTUAL'
      && isDangerous(alert, now) && alert.place?.lat !== undefined).forEach((alert) =>
      this.L.circle([alert.place.lat, alert.place.lon], {radius: Math.max(alert.place.radiusMetres || 0, 250) + 250, weight: 2, className: 'window'})
        .on('click', () => go('alert', alert.alertId)).addTo(this.doubts));
  }

  /** The strikes of the last day, else all. */
  fit() {
    const all = [...this.spots.values()].filter((spot) => !spot.isDrill);
    const fresh = all.filter((spot) => spot.age !== 'older');
    const points = (fresh.length ? fresh : all).map((spot) => spot.at);
    if (points.length) {
      this.map.fitBounds(this.L.latLngBounds(points).pad(0.2), {maxZoom: 14.5, animate: false});
    }
  }

  /** Shows where an alert is; null takes the mark away. */
  choose(alert) {
    this.choice.clearLayers();
    const points = alert ? pointsOf(alert) : [];
    points.forEach((at) => this.L.circleMarker(at, {radius: 18, weight: 3, interactive: false, className: 'chosen-mark'}).addTo(this.choice));
    const hidden = points.filter((at) => !this.map.getBounds().pad(-0.1).contains(at));
    if (hidden.length) {
      this.map.fitBounds(this.L.latLngBounds(points).pad(0.5), {maxZoom: 14.5, animate: false});
    }
  }

  /** Names of what was struck of late always; others once the map is close enough. */
  label() {
    this.names.clearLayers();
    const view = this.map.getBounds();
    const isClose = this.map.getZoom() >= NAMES_FROM_ZOOM;
    const struck = new Map();
    this.spots.forEach((spot) => struck.set(spot.code, Math.max(spot.rank, struck.get(spot.code) ?? 0)));
    const wanted = [...areas.values()].filter((each) => each.lat !== undefined && view.contains([each.lat, each.lon]))
      .filter((each) => struck.get(each.code) >= 1 || (isClose ? each.kind === 'neighbourhood' : each.kind === 'area' && struck.has(each.code)))
      .sort((one, other) => (struck.get(other.code) ?? -1) - (struck.get(one.code) ?? -1))
      .map((each) => {
        const isStruck = struck.get(each.code) >= 1;
        const text = placeName(each.code);
        return {...this.map.latLngToContainerPoint([each.lat, each.lon]), text, isStruck, gap: isStruck ? MARK : 1,
          width: measure(text, isStruck) + 8, height: isStruck ? 22 : 17};
      });
    const taken = [...this.spots.values()].filter((spot) => view.contains(spot.at)).map((spot) => {
      const {x, y} = this.map.latLngToContainerPoint(spot.at);
      const beside = spot.isDrill ? MARK : 0; // an exercise stands beside the real one
      return {left: x - MARK + beside, right: x + MARK + beside, top: y - MARK + beside, bottom: y + MARK + beside};
    });
    placeLabels(wanted, taken).forEach((box, at) => {
      if (box) {
        const icon = this.L.divIcon({className: 'name' + (wanted[at].isStruck ? ' struck' : ''), iconSize: [wanted[at].width, wanted[at].height],
          iconAnchor: [0, 0], html: el('span', {dir: 'auto'}, wanted[at].text)});
        this.L.marker(this.map.containerPointToLatLng([box.left, box.top]), {icon, interactive: false, keyboard: false}).addTo(this.names);
      }
    });
  }

  legend() {
    const entry = (mark, text) => el('li', {}, el('span', {class: 'sign ' + mark}), ' ', text);
    return el('details', {class: 'legend', open: innerWidth > 899}, el('summary', {}, t('legend')), el('ul', {},
      entry('strike hour', t('age.hour')), entry('strike day', t('age.day')), entry('strike older', t('age.older')),
      entry('strike older coarse', t('legend.coarse')), entry('strike drill-mark', t('legend.drill')),
      entry('ring', t('legend.doubt')), entry('ring window', t('legend.danger')),
      entry('ground lived-in', t('legend.lived')), entry('ground', t('legend.land'))),
    el('p', {class: 'quiet small'}, t('legend.approximate')));
  }
}

function pointsOf(alert) {
  if (alert.place?.lat !== undefined) {
    return [[alert.place.lat, alert.place.lon]];
  }
  return alert.neighbourhoods.map((code) => areas.get(code)).filter((spot) => spot?.lat !== undefined).map((spot) => [spot.lat, spot.lon]);
}

const pen = document.createElement('canvas').getContext('2d');

function measure(text, isStruck) {
  pen.font = (isStruck ? '700 15px' : '12px') + ' ' + getComputedStyle(document.body).fontFamily;
  return pen.measureText(text).width;
}
