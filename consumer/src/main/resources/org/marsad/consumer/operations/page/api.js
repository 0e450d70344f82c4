// The API of the operations service, under /api/v1.

const ROOT = '/api/v1';

/** What the API refused: its status, its title and all that was wrong. */
export class Refused extends Error {
  constructor(status, problem) {
    super([problem.detail || problem.title || String(status)].concat(problem.faults || [])
      .filter((text, at, all) => all.indexOf(text) === at).join('\n'));
    this.status = status;
  }
}

/** Looks something up; query fields without a value are left out. */
export function get(path, query) {
  const said = new URLSearchParams();
  Object.entries(query || {}).filter(([, value]) => value || value === 0)
    .forEach(([name, value]) => said.set(name, value));
  return call('GET', path + (said.size ? '?' + said : ''));
}

/** Does something; fields without a value are left out. */
export function post(path, body) {
  return call('POST', path, body || {});
}

/** Takes something away. */
export function remove(path, body) {
  return call('DELETE', path, body);
}

/** A part of a path, such as an id with a colon or a slash. */
export function part(text) {
  return encodeURIComponent(text);
}

async function call(method, path, body) {
  const said = body && Object.fromEntries(Object.entries(body)
    .filter(([, value]) => value !== null && value !== undefined && value !== ''));
  const answer = await fetch(ROOT + path, {
    method,
    cache: 'no-cache',
    headers: {'X-Marsad-Request': '1', ...(said ? {'Content-Type': 'application/json'} : {})},
    body: said ? JSON.stringify(said) : undefined,
  });
  const text = await answer.text();
  const json = parse(text);
  if (!answer.ok) {
    if (answer.status === 401 && path !== '/session') {
      location.reload(); // the session ended: the page asks for a log-in
    }
    throw new Refused(answer.status, json || {title: text || answer.statusText});
  }
  return json;
}

function parse(text) {
  try {
    return text ? JSON.parse(text) : null;
  } catch (notJson) {
    return null;
  }
}
