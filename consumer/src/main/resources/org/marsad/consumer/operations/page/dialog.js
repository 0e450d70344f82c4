// Asks before something is done, with a reason where one is needed.

import {button, el, fill} from './dom.js';
import {t} from './words.js';

/**
 * Asks, does it, and says what was refused.
 *
 * @param title what is going to be done
 * @param fields [{name, label, type, options, required, value, hint}]
 * @param act given what was entered, by name; a promise
 * @param doIt what the button says
 */
export function ask(title, fields, act, doIt = t('do.it')) {
  const trouble = el('p', {class: 'bad', role: 'alert'});
  const inputs = fields.map((field) => [field, input(field)]);
  const submit = async (event) => {
    event.preventDefault();
    go.disabled = true;
    try {
      await act(Object.fromEntries(inputs.map(([field, element]) =>
        [field.name, field.type === 'checkbox' ? element.checked : element.value.trim()])));
      dialog.close();
      document.getElementById('live').textContent = t('done');
    } catch (refused) {
      fill(trouble, refused.message);
    }
    go.disabled = false;
  };
  const go = el('button', {class: 'main'}, doIt);
  const dialog = el('dialog', {'aria-labelledby': 'ask-title', onclose: () => dialog.remove()},
    el('h2', {id: 'ask-title'}, title),
    el('form', {onsubmit: submit}, trouble,
      inputs.map(([field, element]) => el('label', {}, el('span', {}, field.label), element, field.hint ? el('small', {}, field.hint) : null)),
      el('div', {class: 'row'}, go, button(t('cancel.it'), () => dialog.close()))));
  document.body.append(dialog);
  dialog.showModal();
}

function input(field) {
  if (field.options) {
    return el('select', {name: field.name, required: field.required},
      field.options.map(([value, text]) => el('option', {value, selected: value === field.value}, text)));
  }
  return el('input', {name: field.name, type: field.type || 'text', required: field.required, value: field.value,
    min: field.type === 'number' ? 0 : null, maxlength: field.type ? null : 300});
}

/** The field for why something is done. */
export function reason(isRequired = true) {
  return {name: 'reason', label: t('reason'), required: isRequired};
}
