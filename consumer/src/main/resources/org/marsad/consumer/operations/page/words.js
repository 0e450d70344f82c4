// The words of the reader's language: those of the alerts and those of this page.

import {get} from './api.js';

const KEY = 'marsad.language';
const LANGUAGES = ['en', 'ar'];

let words = {};
let plurals = new Intl.PluralRules('en');
let language = kept() || (navigator.language.startsWith('ar') ? 'ar' : 'en');

/** Loads the words of the chosen language and turns the page its way. */
export async function loadWords() {
  words = await get('/words/' + language);
  plurals = new Intl.PluralRules(language);
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
}

/** The code of the language, en or ar. */
export function lang() {
  return language;
}

/** The way to write numbers and dates: digits as telephones show them. */
export function locale() {
  return language === 'ar' ? 'ar-SY-u-nu-latn' : 'en-GB';
}

/** The other language takes over; the page is drawn anew. */
export function otherLanguage() {
  language = LANGUAGES[(LANGUAGES.indexOf(language) + 1) % LANGUAGES.length];
  try {
    localStorage.setItem(KEY, language);
  } catch (notAllowed) {
    // it holds until the page is closed
  }
  return loadWords();
}

/** The words of a key with its places filled; a code without words as it is, in small letters. */
export function t(key, ...facts) {
  const pattern = words[key];
  if (pattern === undefined) {
    return key.slice(key.lastIndexOf('.') + 1).toLowerCase().replace(/_/g, ' ');
  }
  return pattern.replace(/\{(\d)[^}]*}/g, (place, at) => String(facts[at] ?? ''))
    .replace(/''/g, "'");
}

/** The same in the form that a count asks for; the count is the first fact. */
export function counted(key, count, ...facts) {
  const form = key + '.' + plurals.select(count);
  return t(form in words ? form : key + '.other', number(count), ...facts);
}

/** Whether there are words for a key. */
export function has(key) {
  return key in words;
}

/** 1240 as people write it. */
export function number(value) {
  return new Intl.NumberFormat(locale(), {maximumFractionDigits: 1}).format(value);
}

/** A name of an area, a neighbourhood or a site in the reader's language, else in any. */
export function nameIn(names, of = language) {
  return names[of] || (of === language ? Object.values(names)[0] : undefined);
}

function kept() {
  try {
    return localStorage.getItem(KEY);
  } catch (notAllowed) {
    return null;
  }
}
