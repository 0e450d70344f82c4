// Other people's programs, served with the page and loaded when a view needs them.

const loading = new Map();

/** Leaflet, the map. */
export function leaflet() {
  return load('leaflet', 'L', true);
}

/** d3-delaunay, which divides a town among the centres of its neighbourhoods. */
export function delaunay() {
  return load('d3-delaunay', 'd3', false);
}

/** uPlot, the charts. */
export function uplot() {
  return load('uplot', 'uPlot', true);
}

function load(name, global, hasStyle) {
  if (!loading.has(name)) {
    loading.set(name, new Promise((resolve, reject) => {
      if (hasStyle) {
        const style = document.createElement('link');
        Object.assign(style, {rel: 'stylesheet', href: '/vendor/' + name + '.css'});
        document.head.prepend(style);
      }
      const script = document.createElement('script');
      Object.assign(script, {src: '/vendor/' + name + '.js', onload: () => resolve(window[global]), onerror: reject});
      document.head.append(script);
    }));
  }
  return loading.get(name);
}
