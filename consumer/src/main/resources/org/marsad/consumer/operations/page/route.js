// Which view the address names: #now, #alert/ID, #days/aleppo.

const listeners = [];

/** The view's name and what it is about, if anything. */
export function here() {
  const [view, ...rest] = location.hash.slice(1).split('/');
  return {view, about: rest.length ? decodeURIComponent(rest.join('/')) : null};
}

/** The address of a view. */
export function to(view, about) {
  return '#' + view + (about ? '/' + encodeURIComponent(about) : '');
}

/** Goes to a view. */
export function go(view, about) {
  location.hash = to(view, about);
}

/** Calls whenever the view changes. */
export function onRoute(listener) {
  listeners.push(listener);
}

addEventListener('hashchange', () => listeners.forEach((listener) => listener(here())));
