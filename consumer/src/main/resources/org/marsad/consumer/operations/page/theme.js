// Dark or light: as the system says, until the reader says otherwise.

const KEY = 'marsad.theme';

/** Turns from dark to light or back, and remembers it in this browser. */
export function toggleTheme() {
  const isLight = getComputedStyle(document.documentElement).colorScheme.trim() === 'light';
  document.documentElement.dataset.theme = isLight ? 'dark' : 'light';
  try {
    localStorage.setItem(KEY, document.documentElement.dataset.theme);
  } catch (notAllowed) {
    // it holds until the page is closed
  }
  document.dispatchEvent(new Event('theme'));
}

/** As the reader chose it before. */
export function keptTheme() {
  try {
    const theme = localStorage.getItem(KEY);
    if (theme) {
      document.documentElement.dataset.theme = theme;
    }
  } catch (notAllowed) {
    // as the system says
  }
}
