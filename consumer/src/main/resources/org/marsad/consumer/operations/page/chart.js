// One measure of many days: bars, their bounds, days that nobody was heard of, the highest day.

import {uplot} from './vendor.js';
import {locale, number} from './words.js';

const HEIGHT = 190;

/** Draws into the box; what it returns can be destroyed. */
export async function chart(box, days, measure) {
  const UPlot = await uplot();
  const at = days.map((day) => Date.parse(day.day) / 1000);
  const value = (name) => days.map((day) => day.heard ? day[measure]?.[name] ?? (name === 'best' && day.strikes === 0 ? 0 : null) : null);
  const data = [at, value('best'), value('low'), value('high')];
  const most = Math.max(1, ...data[1].map((best) => best ?? 0));
  const highest = data[1].lastIndexOf(most);
  const colours = paints();
  const date = new Intl.DateTimeFormat(locale(), {day: 'numeric', month: 'short', timeZone: 'UTC'});
  const drawn = new UPlot({
    width: Math.max(280, box.clientWidth), height: HEIGHT, legend: {show: false}, cursor: {y: false, drag: {x: false, y: false}},
    tzDate: (seconds) => UPlot.tzDate(new Date(seconds * 1000), 'UTC'),
    scales: {x: {time: true, range: [at[0] - 43200, at.at(-1) + 43200]}, y: {range: (u, low, high) => [0, Math.max(1, most, high || 0) * 1.1]}},
    axes: [
      {stroke: colours.muted, grid: {show: false}, ticks: {stroke: colours.line}, values: (u, splits) => splits.map((split) => date.format(split * 1000))},
      {stroke: colours.muted, grid: {stroke: colours.line, width: 1}, ticks: {show: false}, size: 44, values: (u, splits) => splits.map((split) => Number.isInteger(split) ? number(split) : '')},
    ],
    series: [{}, {stroke: colours.bar, fill: (u) => colours.bar, paths: UPlot.paths.bars({size: [0.75, 40]}), points: {show: false}}, {show: false}, {show: false}],
    hooks: {drawClear: [(u) => silence(u, days, at, colours)], draw: [(u) => bounds(u, data, colours), (u) => record(u, most, highest, at, colours)]},
  }, data, box);
  const observer = new ResizeObserver(() => drawn.setSize({width: Math.max(280, box.clientWidth), height: HEIGHT}));
  observer.observe(box);
  return {destroy: () => {
    observer.disconnect();
    drawn.destroy();
  }};
}

/** Stripes where nobody was heard: not zero. */
function silence(u, days, at, colours) {
  const width = Math.abs(u.valToPos(at[0] + 86400, 'x', true) - u.valToPos(at[0], 'x', true));
  u.ctx.fillStyle = colours.line;
  days.forEach((day, i) => {
    if (!day.heard) {
      u.ctx.fillRect(u.valToPos(at[i], 'x', true) - width / 2, u.bbox.top, width, u.bbox.height);
    }
  });
}

/** A line from the lowest to the highest that it may have been; open ones end in an arrow. */
function bounds(u, [at, best, low, high], colours) {
  const {ctx} = u;
  ctx.save();
  ctx.strokeStyle = colours.text;
  ctx.lineWidth = 1.5 * devicePixelRatio;
  at.forEach((x, i) => {
    if (best[i] === null || low[i] === null || low[i] === high[i]) {
      return;
    }
    const px = u.valToPos(x, 'x', true);
    const bottom = u.valToPos(low[i], 'y', true);
    const isOpen = high[i] === null;
    const top = isOpen ? u.valToPos(best[i], 'y', true) - 8 * devicePixelRatio : Math.max(u.bbox.top, u.valToPos(high[i], 'y', true));
    ctx.beginPath();
    ctx.moveTo(px, bottom);
    ctx.lineTo(px, top);
    if (isOpen) {
      const arm = 3 * devicePixelRatio;
      ctx.moveTo(px - arm, top + arm);
      ctx.lineTo(px, top);
      ctx.lineTo(px + arm, top + arm);
    }
    ctx.stroke();
  });
  ctx.restore();
}

/** The highest day, and a line at its height. */
function record(u, most, highest, at, colours) {
  if (highest < 0) {
    return;
  }
  const {ctx} = u;
  const y = u.valToPos(most, 'y', true);
  ctx.save();
  ctx.strokeStyle = colours.severe;
  ctx.setLineDash([5 * devicePixelRatio, 4 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(u.bbox.left, y);
  ctx.lineTo(u.bbox.left + u.bbox.width, y);
  ctx.stroke();
  ctx.fillStyle = colours.extreme;
  const width = Math.max(3, Math.abs(u.valToPos(at[0] + 86400, 'x', true) - u.valToPos(at[0], 'x', true)) * 0.75);
  ctx.fillRect(u.valToPos(at[highest], 'x', true) - Math.min(width, 40) / 2, y, Math.min(width, 40), u.bbox.top + u.bbox.height - y);
  ctx.restore();
}

function paints() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(['muted', 'line', 'bar', 'severe', 'extreme', 'text'].map((name) => [name, style.getPropertyValue('--' + name)]));
}
