// Elements from data. Text only ever becomes text nodes, so no message can carry markup.

/** An element: el('p', {class: 'x', hidden: true, onclick: f}, 'text', otherElement). */
export function el(tag, attributes, ...children) {
  return dress(document.createElement(tag), attributes, children);
}

/** An element of a drawing: svg('rect', {x: 1}, children). */
export function svg(tag, attributes, ...children) {
  return dress(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

/** Replaces what is in the element. */
export function fill(element, ...children) {
  element.replaceChildren();
  add(element, children);
  return element;
}

/** A button that does something. */
export function button(text, onclick, attributes) {
  return el('button', {type: 'button', onclick, ...attributes}, text);
}

function dress(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, String(value));
    }
  }
  add(element, children);
  return element;
}

function add(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== '' && child !== false) {
      element.append(child instanceof Node ? child : String(child));
    }
  }
}
