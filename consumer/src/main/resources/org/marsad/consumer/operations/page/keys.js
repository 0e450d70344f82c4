// Keys for those who do not want the mouse.

import {button, el} from './dom.js';
import {t} from './words.js';

/** Listens: a digit goes to a view, j and k from card to card, / to the search, ? to the list. */
export function watchKeys(views, go) {
  addEventListener('keydown', (event) => {
    const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.ctrlKey || event.altKey || event.metaKey || document.querySelector('dialog[open]')) {
      return;
    }
    if (event.key === 'Escape' && isTyping) {
      event.target.blur();
    } else if (isTyping) {
      return;
    } else if (event.key === '?') {
      showKeys();
    } else if (event.key === '/') {
      event.preventDefault();
      document.querySelector('.filters input[type=search]')?.focus();
    } else if (event.key === 'j' || event.key === 'k') {
      step(event.key === 'j' ? 1 : -1);
    } else if (event.key === 'Escape') {
      go('now');
    } else if (/^[1-9]$/.test(event.key) && views[event.key - 1]) {
      go(views[event.key - 1]);
    }
  });
}

/** Lists the keys. */
export function showKeys() {
  const dialog = el('dialog', {'aria-labelledby': 'keys-title', onclose: () => dialog.remove()},
    el('h2', {id: 'keys-title'}, t('keys')),
    el('dl', {}, ['1–9', 'j k', 'Enter', '/', 'Esc', '?'].map((key, at) =>
      [el('dt', {}, el('kbd', {}, key)), el('dd', {}, t('key.' + at))])),
    button(t('close'), () => dialog.close(), {class: 'main'}));
  document.body.append(dialog);
  dialog.showModal();
}

function step(by) {
  const links = [...document.querySelectorAll('.card h3 a')];
  const at = links.indexOf(document.activeElement);
  links[Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
}
