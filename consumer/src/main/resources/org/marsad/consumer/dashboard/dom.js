// Elements from data. Text only ever becomes text nodes, so no message can carry markup.

/** An element: el('p', {class: 'x', hidden: true}, 'text', otherElement). */
export function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  Object.keys(attributes || {}).forEach((name) => {
    const value = attributes[name];
    if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, String(value));
    }
  });
  add(element, children);
  return element;
}

/** Replaces what is in the element. */
export function fill(element, ...children) {
  while (element.firstChild) {
    element.removeChild(element.firstChild);
  }
  add(element, children);
}

/** Shows the text, or hides the element where there is none. */
export function tell(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
  element.hidden = !text;
}

function add(element, children) {
  children.forEach((child) => {
    if (Array.isArray(child)) {
      add(element, child);
    } else if (child !== null && child !== undefined && child !== '' && child !== false) {
      element.appendChild(child instanceof Node ? child : document.createTextNode(String(child)));
    }
  });
}

/** An element of a drawing: svg('rect', {x: 1}, children). */
export function svg(tag, attributes, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  Object.keys(attributes).forEach((name) => element.setAttribute(name, String(attributes[name])));
  add(element, children);
  return element;
}
