// Other people's programs, served with the page and loaded when a view needs them.

const loading = new Map();

/** Leaflet, the map, and d3-delaunay, which divides a town among the centres of its neighbourhoods. */
export async function mapPrograms() {
  await load('map');
  return [window.L, window.d3];
}

/** uPlot, the charts. */
export async function uplot() {
  await load('chart');
  return window.uPlot;
}

function load(name) {
  if (!loading.has(name)) {
    loading.set(name, new Promise((resolve, reject) => {
      const style = document.createElement('link');
      Object.assign(style, {rel: 'stylesheet', href: '/vendor/' + name + '.css'});
      document.head.prepend(style);
      const script = document.createElement('script');
      Object.assign(script, {src: '/vendor/' + name + '.js', onload: resolve, onerror: reject});
      document.head.append(script);
    }));
  }
  return loading.get(name);
}
