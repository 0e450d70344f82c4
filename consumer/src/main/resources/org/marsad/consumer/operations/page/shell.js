// What surrounds every view: navigation, what is wrong, clock, keys.

import {remove} from './api.js';
import {ask} from './dialog.js';
import {button, el, fill} from './dom.js';
import {clock, offset} from './format.js';
import {showKeys, watchKeys} from './keys.js';
import {placeName} from './places.js';
import {go, here, onRoute, to} from './route.js';
import {alarmButton, watchForAlarms} from './sound.js';
import {begin, isBound, liveness, may, on, session, status} from './state.js';
import {troubles} from './strip.js';
import {toggleTheme} from './theme.js';
import {otherLanguage, t} from './words.js';
import {home, zone} from './zone.js';

/** The views by name: who may see them and what draws them. */
const VIEWS = {
  now: {load: () => import('./now.js')},
  alert: {load: () => import('./now.js'), isHidden: true},
  map: {load: () => import('./now.js'), may: () => !isBound()},
  days: {load: () => import('./days.js')},
  hospitals: {load: () => import('./hospitals.js'), may: () => !isBound()},
  board: {load: () => import('./board.js'), may: isBound},
  unplaced: {load: () => import('./unplaced.js'), may: () => !isBound()},
  deliveries: {load: () => import('./deliveries.js'), may: () => !isBound()},
  sources: {load: () => import('./sources.js'), may: () => !isBound() && may('EDITOR')},
  mutes: {load: () => import('./mutes.js'), may: () => !isBound()},
  rejected: {load: () => import('./rejected.js'), may: () => !isBound() && may('EDITOR')},
  audit: {load: () => import('./audit.js'), may: () => !isBound() && may('OPERATOR')},
  users: {load: () => import('./users.js'), may: () => !isBound() && may('ADMIN')},
};

let drawn = {}; // the module of the view

/** Draws the page of whoever is signed in. */
export function showShell(page) {
  const main = el('main', {id: 'main', tabindex: '-1'});
  const strip = el('div', {class: 'strip', role: 'status', hidden: true});
  const live = el('span', {class: 'liveness', role: 'status'});
  const time = el('span', {class: 'clock'});
  const nav = el('nav', {'aria-label': t('views')});
  fill(page,
    el('a', {class: 'skip', href: '#main', onclick: (event) => {
      event.preventDefault();
      main.focus();
    }}, t('skip')),
    el('header', {class: 'top'},
      el('h1', {}, t('marsad')), live, nav, time,
      alarmButton(),
      button('◐', toggleTheme, {title: t('theme'), 'aria-label': t('theme')}),
      button('?', showKeys, {class: 'keys', title: t('keys'), 'aria-label': t('keys')}),
      button(t('other.language'), async () => {
        await otherLanguage();
        location.reload();
      }, {lang: t('other.language.code')}),
      button(el('bdi', {}, session.user), askSignOut, {class: 'who', title: t('signout')})),
    strip, main);
  const show = () => {
    fill(live, el('span', {class: 'state ' + liveness()}, '● ', t('live.' + liveness())));
    showTroubles(strip);
  };
  on('status', show);
  let drawnIn = zone();
  on('alerts', () => {
    show();
    if (drawnIn !== zone()) {
      drawnIn = zone();
      tick(time);
      leave();
      draw(main, nav);
    }
  });
  setInterval(() => tick(time), 1000);
  onRoute(() => draw(main, nav));
  watchKeys(Object.keys(VIEWS).filter(isOffered), go);
  watchForAlarms();
  show();
  tick(time);
  draw(main, nav);
  begin();
}

function isOffered(name) {
  return !VIEWS[name].isHidden && (VIEWS[name].may || (() => true))();
}

async function draw(main, nav) {
  const at = here();
  const known = VIEWS[at.view] && (VIEWS[at.view].may || (() => true))();
  const view = known ? at.view : isBound() ? 'board' : 'now';
  fill(nav, Object.keys(VIEWS).filter(isOffered).map((name) =>
    el('a', {href: to(name), 'aria-current': name === view || view === 'alert' && name === 'now' ? 'page' : null},
      t('view.' + name))));
  nav.querySelector('[aria-current]')?.scrollIntoView({inline: 'nearest', block: 'nearest'});
  const module = await VIEWS[view].load();
  if (drawn.module === module && module.move) {
    module.move(view, at.about);
    return;
  }
  leave();
  drawn = {module};
  main.className = 'view-' + view;
  document.title = t('view.' + view) + ' · Marsad';
  module.show(main, view, at.about);
}

function leave() {
  drawn.module?.leave?.();
  drawn = {};
}

function showTroubles(strip) {
  const all = troubles(liveness(), status);
  strip.hidden = all.length === 0;
  const said = all.join(' · ');
  if (strip.textContent !== '▲ ' + said) {
    fill(strip, '▲ ', said);
  }
}

function tick(time) {
  const words = clock(Date.now(), zone()) + ' ' +
    (home() ? placeName(home().area) + ' (' + offset(zone()) + ')' : 'UTC');
  if (time.textContent !== words) {
    time.textContent = words;
  }
}

function askSignOut() {
  ask(t('signed.in', session.user, t('role.' + session.role)), [], async () => {
    await remove('/session');
    location.replace('/');
  }, t('signout'));
}
