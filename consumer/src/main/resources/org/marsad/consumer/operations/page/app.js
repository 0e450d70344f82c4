// Where the page begins: who is signed in decides what is shown.

import {get, post, Refused} from './api.js';
import {showShell} from './shell.js';
import {showSignIn} from './signin.js';
import {session} from './state.js';
import {keptTheme} from './theme.js';
import {loadWords, t} from './words.js';

keptTheme();
start();

async function start() {
  const page = document.getElementById('page');
  const link = location.pathname === '/sign-in' ? location.hash.slice(1) : '';
  if (link) {
    history.replaceState(null, '', '/'); // the secret leaves the address at once
  }
  const signedIn = link ? post('/session', {link}) : get('/session');
  signedIn.catch(() => null); // said below, once there are words for it
  await loadWords();
  try {
    Object.assign(session, await signedIn);
  } catch (refused) {
    const isExpected = refused instanceof Refused && refused.status === 401;
    showSignIn(page, link ? t('link.used') : isExpected ? '' : refused.message);
    return;
  }
  showShell(page);
}
