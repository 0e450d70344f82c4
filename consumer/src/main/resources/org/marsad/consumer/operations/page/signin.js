// Signing in by name and password.

import {post} from './api.js';
import {button, el, fill} from './dom.js';
import {otherLanguage, t} from './words.js';

/** The form; what it could not do before stands above it. */
export function showSignIn(page, trouble) {
  const said = el('p', {class: 'bad', role: 'alert', id: 'trouble'}, trouble);
  const name = el('input', {id: 'name', autocomplete: 'username', required: true, autofocus: true});
  const password = el('input', {id: 'password', type: 'password', autocomplete: 'current-password', required: true});
  const submit = async (event) => {
    event.preventDefault();
    try {
      await post('/session', {name: name.value, password: password.value});
      location.replace('/');
    } catch (refused) {
      fill(said, refused.status === 401 ? t('signin.wrong') : refused.status === 429 ? t('signin.wait') : refused.message);
      password.select();
    }
  };
  fill(page, el('main', {class: 'sign-in'},
    el('h1', {}, 'Marsad ', el('span', {lang: 'ar'}, 'مرصد')),
    el('form', {onsubmit: submit},
      said,
      el('label', {for: 'name'}, t('signin.name')), name,
      el('label', {for: 'password'}, t('signin.password')), password,
      el('button', {class: 'main'}, t('signin.go'))),
    button(t('other.language'), async () => {
      await otherLanguage();
      showSignIn(page, '');
    }, {class: 'plain', lang: t('other.language.code')})));
}
