// Small charts over time on canvases that share a cursor. Colours are Okabe and Ito's, safe for the colour-blind.
export const COLORS = ['#0072b2', '#e69f00', '#009e73', '#d55e00', '#cc79a7', '#56b4e9', '#8a7300', '#555555', '#7b3fa0', '#2f7d32'];
export const armColor = arm => COLORS[((arm % COLORS.length) + COLORS.length) % COLORS.length];

function style(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function prepare(canvas) {
  const ratio = window.devicePixelRatio || 1;
  const width = canvas.clientWidth, height = canvas.clientHeight;
  if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
  if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
  const context = canvas.getContext('2d');
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.font = '11px system-ui, sans-serif';
  return { context, width, height };
}

const LEFT = 46, RIGHT = 8, TOP = 6, BOTTOM = 16;

/**
 * Lines over time. times: array; series: [{values, color, dash?}]; range: [low, high] or null;
 * window: [from, to] in s; cursor: time or null.
 */
export function drawLines(canvas, { times, series, range = null, window: span, cursor = null }) {
  const { context, width, height } = prepare(canvas);
  let [low, high] = range || extent(times, series, span);
  if (!(high > low)) { low -= 0.5; high += 0.5; }
  const x = t => LEFT + (t - span[0]) / (span[1] - span[0] || 1) * (width - LEFT - RIGHT);
  const y = v => TOP + (high - v) / (high - low) * (height - TOP - BOTTOM);
  axes(context, width, height, span, low, high, x, y);
  context.save();
  context.beginPath();
  context.rect(LEFT, 0, width - LEFT - RIGHT, height - BOTTOM + 2);
  context.clip();
  for (const { values, color, dash } of series) {
    context.strokeStyle = color;
    context.lineWidth = 1.4;
    context.setLineDash(dash || []);
    context.beginPath();
    let down = false;
    for (let i = 0; i < times.length; i++) {
      if (times[i] < span[0] - 0.2 || times[i] > span[1] + 0.2 || Number.isNaN(values[i])) { down = false; continue; }
      if (down) context.lineTo(x(times[i]), y(values[i])); else context.moveTo(x(times[i]), y(values[i]));
      down = true;
    }
    context.stroke();
  }
  context.restore();
  context.setLineDash([]);
  drawCursor(context, height, cursor, x);
}

/** Learning curves with their intervals: curves: [{points: [[episodes, value, low, high]]}]; values in [0, 1]. */
export function drawCurves(canvas, curves) {
  const { context, width, height } = prepare(canvas);
  const last = Math.max(1, ...curves.flatMap(curve => (curve.points || []).map(p => p[0])));
  const x = e => LEFT + e / last * (width - LEFT - RIGHT);
  const y = v => TOP + (1 - v) * (height - TOP - BOTTOM);
  axes(context, width, height, [0, last], 0, 1, x, y, '');
  curves.forEach((curve, i) => {
    const points = curve.points || [];
    const color = COLORS[i % COLORS.length];
    context.fillStyle = color + '33';
    context.beginPath();
    points.forEach(p => context.lineTo(x(p[0]), y(p[3])));
    [...points].reverse().forEach(p => context.lineTo(x(p[0]), y(p[2])));
    context.fill();
    context.strokeStyle = color;
    context.lineWidth = 1.8;
    context.beginPath();
    points.forEach(p => context.lineTo(x(p[0]), y(p[1])));
    context.stroke();
  });
}

/** Rows of coloured cells over time: rows[r][i] is a colour or null. */
export function drawStrips(canvas, { times, rows, labels, window: span, cursor = null }) {
  const { context, width, height } = prepare(canvas);
  const x = t => LEFT + (t - span[0]) / (span[1] - span[0] || 1) * (width - LEFT - RIGHT);
  const row = (height - TOP - BOTTOM) / rows.length;
  context.fillStyle = style('--muted');
  context.textAlign = 'right';
  labels.forEach((label, r) => context.fillText(label, LEFT - 5, TOP + row * (r + 0.5) + 4));
  context.save();
  context.beginPath();
  context.rect(LEFT, 0, width - LEFT - RIGHT, height);
  context.clip();
  const step = times.length > 1 ? times[1] - times[0] : 0.02;
  rows.forEach((cells, r) => {
    for (let i = 0; i < times.length; i++) {
      if (!cells[i] || times[i] < span[0] - step || times[i] > span[1]) continue;
      context.fillStyle = cells[i];
      context.fillRect(x(times[i]), TOP + row * r + 1, x(times[i] + step) - x(times[i]) + 0.6, row - 2);
    }
  });
  context.restore();
  timeAxis(context, width, height, span, x);
  drawCursor(context, height, cursor, x);
}

/** The time under a point of a chart, or null. */
export function timeAt(canvas, clientX, span) {
  const box = canvas.getBoundingClientRect();
  const part = (clientX - box.left - LEFT) / (box.width - LEFT - RIGHT);
  return part < -0.02 || part > 1.02 ? null : span[0] + Math.min(1, Math.max(0, part)) * (span[1] - span[0]);
}

function extent(times, series, span) {
  let low = Infinity, high = -Infinity;
  for (const { values } of series) {
    for (let i = 0; i < times.length; i++) {
      if (times[i] < span[0] || times[i] > span[1] || Number.isNaN(values[i])) continue;
      low = Math.min(low, values[i]);
      high = Math.max(high, values[i]);
    }
  }
  if (!(low <= high)) return [-1, 1];
  const room = 0.06 * (high - low || 1);
  return [low - room, high + room];
}

function axes(context, width, height, span, low, high, x, y, unit = ' s') {
  context.fillStyle = style('--muted');
  context.strokeStyle = style('--line');
  context.lineWidth = 1;
  context.textAlign = 'right';
  const step = nice((high - low) / 3);
  for (let v = Math.ceil(low / step) * step; v <= high; v += step) {
    context.beginPath();
    context.moveTo(LEFT, y(v));
    context.lineTo(width - RIGHT, y(v));
    context.stroke();
    context.fillText(String(Number(v.toPrecision(3))), LEFT - 5, y(v) + 4);
  }
  timeAxis(context, width, height, span, x, unit);
}

function timeAxis(context, width, height, span, x, unit = ' s') {
  context.fillStyle = style('--muted');
  context.textAlign = 'center';
  const step = nice((span[1] - span[0]) / 6);
  for (let t = Math.ceil(span[0] / step - 1e-9) * step; t <= span[1] + 1e-9; t += step) {
    const at = Math.min(Math.max(x(t), LEFT + 10), width - RIGHT - 12);
    context.fillText(Number(t.toPrecision(4)) + unit, at, height - 4);
  }
}

function drawCursor(context, height, cursor, x) {
  if (cursor === null) return;
  context.strokeStyle = style('--text');
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(x(cursor), 0);
  context.lineTo(x(cursor), height - BOTTOM);
  context.stroke();
}

function nice(rough) {
  const power = 10 ** Math.floor(Math.log10(rough || 1));
  const part = rough / power;
  return (part < 1.5 ? 1 : part < 3.5 ? 2 : part < 7.5 ? 5 : 10) * power;
}
