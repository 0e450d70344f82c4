// Names and centres of places, from the areas' GeoJSON.

import {el} from './dom.js';

/** Looks up what /api/areas says of a code; a code without an entry stands for itself. */
export class Names {
  constructor() {
    this.byCode = new Map();
  }

  take(features) {
    this.byCode = new Map(features.map((feature) => [feature.properties.code, feature.properties]));
  }

  facts(code) {
    return this.byCode.get(code);
  }

  /** The name in Latin letters where there is one. */
  text(code) {
    const facts = this.byCode.get(code);
    const names = facts ? facts.names : {};
    return names.en || names.ar || code;
  }

  /** "Fardous الفردوس": each name in its own direction. */
  nodes(code) {
    const facts = this.byCode.get(code);
    const arabic = facts && facts.names.ar;
    const first = this.text(code);
    return el('span', {class: 'name', 'data-code': code},
      el('bdi', {dir: 'auto'}, first),
      arabic && arabic !== first ? [' ', el('bdi', {lang: 'ar', dir: 'auto'}, arabic)] : null);
  }
}
