// Neighbourhoods whose outlines nobody knows: each gets what is nearest to its centre, cut to a circle.

const METRES_PER_DEGREE = 111320;
const REACH = 1.25; // of its own circle
const CORNERS = 40;

/**
 * Cells that do not overlap, by code: lists of [lat, lon].
 *
 * @param spots {code, lat, lon, radiusMetres} of one town
 */
export function cells(d3, spots) {
  const scale = Math.cos(spots[0].lat * Math.PI / 180);
  const xy = spots.map((spot) => [spot.lon * scale * METRES_PER_DEGREE, spot.lat * METRES_PER_DEGREE]);
  const back = ([x, y]) => [y / METRES_PER_DEGREE, x / (scale * METRES_PER_DEGREE)];
  const far = 5000 + Math.max(...spots.map((spot) => spot.radiusMetres)) * REACH;
  const box = [Math.min(...xy.map((p) => p[0])) - far, Math.min(...xy.map((p) => p[1])) - far,
    Math.max(...xy.map((p) => p[0])) + far, Math.max(...xy.map((p) => p[1])) + far];
  const voronoi = d3.Delaunay.from(xy).voronoi(box);
  const found = new Map();
  spots.forEach((spot, at) => {
    const polygon = voronoi.cellPolygon(at);
    const cut = polygon && clip(circle(xy[at], spot.radiusMetres * REACH), polygon);
    if (cut && cut.length > 2) {
      found.set(spot.code, cut.map(back));
    }
  });
  return found;
}

function circle([x, y], radius) {
  return Array.from({length: CORNERS}, (none, at) => {
    const angle = 2 * Math.PI * at / CORNERS;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

/** What of a polygon lies within a convex one, which is closed (Sutherland and Hodgman). */
function clip(polygon, convex) {
  const turn = Math.sign(area(convex)) || 1;
  let left = polygon;
  for (let at = 0; at + 1 < convex.length; at++) {
    const [a, b] = [convex[at], convex[at + 1]];
    const side = (p) => turn * ((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]));
    left = left.flatMap((point, i) => {
      const before = left[(i + left.length - 1) % left.length];
      const [s, e] = [side(before), side(point)];
      const crossing = () => before.map((value, axis) => value + (point[axis] - value) * s / (s - e));
      return e >= 0 ? (s < 0 ? [crossing(), point] : [point]) : (s >= 0 ? [crossing()] : []);
    });
  }
  return left;
}

function area(polygon) {
  return polygon.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = polygon[(at + 1) % polygon.length];
    return sum + x * nextY - nextX * y;
  }, 0);
}
