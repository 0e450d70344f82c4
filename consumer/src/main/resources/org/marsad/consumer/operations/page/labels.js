// Names on the map that never touch: each takes the first free place beside its point.

/**
 * Places for names, the most important first; null where there is no room.
 *
 * @param wanted [{x, y, width, height, gap}] in pixels; gap is kept free around the point
 * @param taken boxes that no name may touch
 */
export function placeLabels(wanted, taken) {
  const boxes = [...taken];
  return wanted.map(({x, y, width, height, gap}) => {
    const places = [
      {left: x - width / 2, top: y + gap}, {left: x - width / 2, top: y - gap - height},
      {left: x + gap, top: y - height / 2}, {left: x - gap - width, top: y - height / 2},
    ].map(({left, top}) => ({left, top, right: left + width, bottom: top + height}));
    const free = places.find((box) => !boxes.some((other) => touches(box, other)));
    if (free) {
      boxes.push(free);
    }
    return free || null;
  });
}

function touches(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
