// Why a message was not sent, or not yet.

import {has, t} from './words.js';

/** "(it brings no news)"; a channel's own words as they are; '' where there is nothing to say. */
export function because(reason) {
  if (!reason) {
    return '';
  }
  const code = reason.split(':')[0];
  return '(' + (has('because.' + code) ? t('because.' + code) : reason) + ')';
}
