// The map: outlines of our own areas, no tiles, so it works without a network.

import {el} from './dom.js';
import {certainty, counts, localTime, markWords, metres, missing, plural, words} from './format.js';

const EXACT_METRES = 250;
const DAY_MS = 86400000;
const LISTED = 8; // strikes named in one popup
const LABELS_FROM_ZOOM = 13;
const CELL = {interactive: false, weight: 1, className: 'cell'}; // colours are the stylesheet's
const LIVED_IN = Object.assign({}, CELL, {className: 'cell lived-in'});
const TOWN = Object.assign({}, CELL, {className: 'cell town', dashArray: '3 5'});
const RING = {interactive: false, weight: 1, className: 'ring', dashArray: '2 4'};
const CHOSEN = {interactive: false, weight: 3, className: 'chosen'};

/** Strikes by spot: strikes on one point share a marker, which says how many they are. */
export class StrikeMap {
  constructor(element, names) {
    this.names = names;
    this.strikes = new Map(); // strikeId → strike
    this.spots = new Map(); // position, kind and reality → {spot, strikes, marker}
    this.outlines = new Map(); // code → layer
    this.accepts = () => true;
    this.moved = false;
    this.stale = false; // strikes have come since the last drawing
    this.openKey = null; // the spot whose popup is open
    this.map = window.L.map(element, {attributionControl: false, zoomSnap: 0.5, maxZoom: 17});
    this.map.setView([35, 38], 6);
    this.backdrop = window.L.layerGroup().addTo(this.map);
    this.marks = window.L.layerGroup().addTo(this.map);
    this.labels = window.L.layerGroup().addTo(this.map);
    this.choice = window.L.featureGroup().addTo(this.map);
    window.L.control.scale({imperial: false}).addTo(this.map);
    this.map.on('dragstart', () => {
      this.moved = true;
    });
    this.map.on('zoomend moveend', () => this.label());
  }

  /** Takes a revision; refresh() shows it. */
  put(strike) {
    const known = this.strikes.get(strike.strikeId);
    if (known && known.revision >= strike.revision) {
      return;
    }
    this.strikes.set(strike.strikeId, strike);
    this.stale = true;
  }

  /** Draws what has come, if anything has. */
  refresh() {
    if (this.stale) {
      this.draw();
    }
  }

  standing() {
    return Array.from(this.strikes.values()).filter((strike) => strike.status === 'ACTIVE');
  }

  filter(accepts) {
    this.accepts = accepts;
    this.draw();
  }

  /** The outlines, widest first so that towns lie over governorates. */
  outline(features) {
    this.backdrop.clearLayers();
    this.outlines.clear();
    features.filter((feature) => feature.geometry && feature.properties.kind !== 'site')
      .forEach((feature) => this.addOutline(feature.properties, feature));
    this.draw();
  }

  /** Draws the strikes anew and, until the operator moves the map, shows the latest day's. */
  draw() {
    this.stale = false;
    const openKey = this.openKey; // clearing closes it
    const shown = this.standing().filter(this.accepts);
    const newest = Math.max.apply(null, shown.map((s) => Date.parse(s.occurredFrom)).concat(0));
    const bySpot = new Map();
    shown.forEach((strike) => {
      const spot = this.spotOf(strike);
      if (spot) {
        const drill = strike.reality !== 'ACTUAL'; // never shares a marker with the real thing
        const key = [spot.lat.toFixed(4), spot.lon.toFixed(4), spot.kind, drill].join(' ');
        const known = bySpot.get(key) || {spot, drill, strikes: []};
        known.strikes.push(strike);
        known.spot.radius = Math.max(known.spot.radius, spot.radius);
        bySpot.set(key, known);
      }
    });
    this.marks.clearLayers();
    this.spots = bySpot;
    bySpot.forEach((here, key) => this.mark(key, here, newest));
    this.fit(false);
    if (bySpot.has(openKey)) {
      bySpot.get(openKey).marker.openPopup();
    }
    this.label();
  }

  /** Shows the latest day's strikes, or all where the operator asks; else all outlines. */
  fit(asked) {
    if (this.moved && !asked) {
      return;
    }
    this.moved = asked;
    const points = Array.from(this.spots.values()).filter((here) => asked || here.recent)
      .map((here) => [here.spot.lat, here.spot.lon]);
    const bounds = points.length
      ? window.L.latLngBounds(points).pad(0.15)
      : window.L.featureGroup(Array.from(this.outlines.values())).getBounds();
    if (bounds.isValid()) {
      this.map.fitBounds(bounds, {maxZoom: 14, animate: false});
    }
  }

  /** Shows where an alert is; null takes the mark away. */
  choose(alert) {
    this.choice.clearLayers();
    if (!alert) {
      return;
    }
    alert.neighbourhoods.concat(alert.neighbourhoods.length ? [] : [alert.area]).forEach((code) => {
      const outline = this.outlines.get(code);
      if (outline) {
        window.L.geoJSON(outline.toGeoJSON(), {style: CHOSEN, interactive: false})
          .addTo(this.choice);
      }
    });
    alert.strikeIds.map((id) => this.strikes.get(id)).filter(Boolean)
      .map((strike) => this.spotOf(strike)).filter(Boolean)
      .forEach((spot) => this.choosePoint(spot.lat, spot.lon));
    const place = alert.place;
    if (place && place.lat !== undefined && place.lon !== undefined) {
      this.choosePoint(place.lat, place.lon);
    }
    const bounds = this.choice.getBounds();
    if (bounds.isValid()) {
      this.moved = true;
      this.map.fitBounds(bounds.pad(0.4), {maxZoom: 15, animate: false});
    }
  }

  /** The pane changed its size. */
  resized() {
    this.map.invalidateSize({animate: false});
    this.fit(false);
  }

  choosePoint(lat, lon) {
    window.L.circleMarker([lat, lon], Object.assign({radius: 16}, CHOSEN)).addTo(this.choice);
  }

  addOutline(facts, feature) {
    if (facts.kind === 'area' && facts.areaKind !== 'TOWN') {
      return; // a governorate's circle would cover its neighbours
    }
    const style = facts.kind === 'area' ? TOWN
      : facts.landUse === 'RESIDENTIAL' || facts.landUse === 'MIXED' ? LIVED_IN : CELL;
    const layer = window.L.geoJSON(feature, {style, interactive: false});
    this.outlines.set(facts.code, layer);
    this.backdrop.addLayer(layer);
  }

  /** Where a strike is drawn; null where nothing is known of its place. */
  spotOf(strike) {
    if (strike.lat !== undefined && strike.lon !== undefined) {
      const radius = strike.radiusMetres || 0;
      return {lat: strike.lat, lon: strike.lon, radius,
        kind: radius > EXACT_METRES ? 'coarse' : 'exact'};
    }
    const code = strike.neighbourhood || strike.area;
    const facts = this.names.facts(code);
    if (!facts || facts.lat === undefined) {
      return null;
    }
    return {lat: facts.lat, lon: facts.lon, radius: 0, kind: 'hollow', code};
  }

  mark(key, here, newest) {
    const spot = here.spot;
    const at = [spot.lat, spot.lon];
    if (spot.kind === 'coarse') {
      window.L.circle(at, Object.assign({radius: spot.radius}, RING)).addTo(this.marks);
    }
    here.strikes.sort((a, b) => Date.parse(b.occurredFrom) - Date.parse(a.occurredFrom));
    const recent = newest - Date.parse(here.strikes[0].occurredFrom) < DAY_MS;
    here.recent = recent;
    const many = here.strikes.length > 1 ? String(here.strikes.length) : '';
    const icon = window.L.divIcon({
      className: '',
      iconSize: [24, 24],
      iconAnchor: here.drill ? [2, 2] : [12, 12], // beside the real one on the same point
      html: el('span', {
        class: ['strike', spot.kind, 'size' + size(here.strikes), recent && 'recent',
          here.drill && 'drill']
          .filter(Boolean).join(' '),
      }, many),
    });
    const title = (here.drill ? 'EXERCISE or TEST: ' : '') + plural(here.strikes.length, 'strike');
    here.marker = window.L.marker(at, {icon, title, alt: title, zIndexOffset: recent ? 1000 : 0})
      .bindPopup(() => this.popup(here), {maxWidth: 300, maxHeight: 320})
      .on('popupopen', () => {
        this.openKey = key;
      })
      .on('popupclose', () => {
        this.openKey = null;
      })
      .addTo(this.marks);
  }

  popup(here) {
    const rest = here.strikes.length - LISTED;
    return el('div', {class: 'popup'},
      here.spot.kind === 'hollow'
        ? el('p', {class: 'warn'}, 'No point reported: drawn at the centre of ',
          this.names.nodes(here.spot.code)) : null,
      here.spot.kind === 'coarse'
        ? el('p', {class: 'warn'}, 'Known to ' + metres(here.spot.radius) + ' only') : null,
      here.strikes.slice(0, LISTED).map((strike) => this.line(strike)),
      rest > 0 ? el('p', {}, 'and ' + rest + ' older') : null);
  }

  line(strike) {
    const area = this.names.facts(strike.area);
    const zone = area ? area.timeZone : 'UTC';
    return el('div', {class: 'strike-line', 'data-strike-id': strike.strikeId},
      strike.reality === 'ACTUAL' ? null : el('strong', {class: 'reality'}, strike.reality),
      el('strong', {}, localTime(strike.occurredFrom, zone, strike.timePrecision)),
      el('div', {}, this.names.nodes(strike.neighbourhood || strike.area),
        strike.placeText ? [' · said: ', el('bdi', {}, strike.placeText)] : null),
      el('div', {}, counts(strike), ' ', el('span', {class: 'missing'}, missing(strike))),
      el('div', {class: 'dim'},
        [certainty(strike), words(strike.delivery)].concat((strike.marks || []).map(markWords))
          .join(' · ')));
  }

  /** Names of what is struck; of every neighbourhood once the map is close enough and has room. */
  label() {
    this.labels.clearLayers();
    const close = this.map.getZoom() >= LABELS_FROM_ZOOM;
    const view = this.map.getBounds();
    const shown = this.standing().filter(this.accepts);
    const struck = new Set(shown.map((strike) => (close && strike.neighbourhood) || strike.area));
    const wanted = Array.from(this.outlines.keys()).map((code) => this.names.facts(code))
      .filter((facts) => struck.has(facts.code) || (close && facts.kind === 'neighbourhood') ||
        (!struck.size && facts.kind === 'area'))
      .filter((facts) => !(close && facts.kind === 'area') && view.contains([facts.lat, facts.lon]))
      .sort((one, other) => struck.has(other.code) - struck.has(one.code));
    const taken = [];
    wanted.forEach((facts) => this.labelOne(facts, struck.has(facts.code), taken));
  }

  /** A name, unless it would touch one that is there already. */
  labelOne(facts, isStruck, taken) {
    const text = this.names.text(facts.code);
    const at = this.map.latLngToContainerPoint([facts.lat, facts.lon]);
    const half = text.length * (isStruck ? 4.2 : 3.4) + 4;
    const box = {left: at.x - half, right: at.x + half, top: at.y - 2, bottom: at.y + 16};
    const touches = taken.some((other) => box.left < other.right && other.left < box.right &&
      box.top < other.bottom && other.top < box.bottom);
    if (touches) {
      return;
    }
    taken.push(box);
    const icon = window.L.divIcon({
      className: 'label' + (isStruck ? ' struck' : ''),
      iconSize: [160, 16],
      iconAnchor: [80, -8],
      html: el('span', {dir: 'auto'}, text),
    });
    window.L.marker([facts.lat, facts.lon], {icon, interactive: false, keyboard: false})
      .addTo(this.labels);
  }
}

/** 1 to 4, by the people killed on that spot. */
function size(strikes) {
  const killed = strikes.reduce((sum, s) => sum + (s.killed ? s.killed.best : 0), 0);
  return killed >= 50 ? 4 : killed >= 10 ? 3 : killed >= 1 ? 2 : 1;
}
