// Builds the report from its data; every text goes in as text, never as markup.
import { createView } from 'ophiura/scene.js';
import { COLORS, armColor, drawCurves, drawLines, drawStrips, timeAt } from 'ophiura/charts.js';

const data = JSON.parse(document.getElementById('data').textContent);
const $ = id => document.getElementById(id);

function make(tag, { text, ...attributes } = {}, ...children) {
  const node = document.createElement(tag);
  if (text !== undefined) node.textContent = text;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

// ---- What was run, and what came of it

document.title = data.title;
$('title').textContent = data.title;
$('subtitle').textContent = data.subtitle;

function table({ title, header, rows, note }) {
  const box = make('div', { class: 'scroll' });
  if (title) box.append(make('h3', { text: title }));
  const grid = make('table');
  if (header) grid.append(make('thead', {}, make('tr', {}, ...header.map((h, i) => make('th', { text: h, scope: 'col', class: i ? 'number' : '' })))));
  const body = make('tbody');
  for (const row of rows) {
    body.append(make('tr', {}, ...row.map((cell, i) => i === 0 ? make('th', { text: cell, scope: 'row' }) : make('td', { text: cell, class: header ? 'number' : '' }))));
  }
  grid.append(body);
  box.append(grid);
  if (note) box.append(make('p', { text: note, class: 'muted' }));
  return box;
}

for (const one of data.tables) {
  if (one.folded) $('facts').append(make('details', {}, make('summary', { text: one.title }), table({ ...one, title: '' })));
  else $('facts').append(table(one));
}
for (const note of data.notes) $('facts').append(make('p', { text: note }));

if (data.curves.some(curve => curve.points)) {
  const box = make('div', { class: 'curves' }, make('h3', { text: 'Success of the greedy policy while it was trained: mean over the seeds, 95 %' }));
  const canvas = make('canvas', { role: 'img', 'aria-label': 'Learning curves; the figures stand in the table below' });
  const legend = make('div', { class: 'legend' });
  data.curves.forEach((curve, i) => legend.append(make('span', { text: curve.label, style: `--swatch:${COLORS[i % COLORS.length]}` })));
  box.append(legend, canvas);
  $('facts').append(box);
  new ResizeObserver(() => drawCurves(canvas, data.curves)).observe(canvas);
}

for (const plot of data.plots) {
  $('plots').hidden = false;
  $('plots').querySelector('.plots').append(
    make('figure', {}, make('img', { src: plot.source, alt: plot.caption, loading: 'lazy' }), make('figcaption', { text: plot.caption })));
}

for (const { name, text } of data.texts) {
  $('config').append(make('details', {}, make('summary', { text: name }), make('pre', { text })));
}
$('config').append(table({ rows: Object.entries(data.versions).map(([part, version]) => [part, version]) }));
if (Object.keys(data.hashes).length) {
  const box = make('div', { class: 'scroll' }, make('h3', { text: 'SHA-256 of the files' }));
  const grid = make('table');
  for (const [file, hash] of Object.entries(data.hashes)) {
    grid.append(make('tr', {}, make('th', { text: file, scope: 'row' }), make('td', {}, make('code', { text: hash }))));
  }
  box.append(grid);
  $('config').append(box);
}

// ---- Replay

function bytes(text) {
  return Uint8Array.from(atob(text), c => c.charCodeAt(0)).buffer;
}

function decode(record) {
  const numbers = 7 * record.scene.bodies.length;
  const packed = new Int16Array(bytes(record.poses));
  const poses = new Float32Array(packed.length);
  for (let i = 0; i < packed.length; i++) {
    poses[i] = packed[i] === -32768 ? NaN : packed[i] * (i % 7 < 3 ? record.position_step : 1 / 32767);
  }
  const floats = text => new Float32Array(bytes(text));
  const columns = (text, width) => {
    const all = floats(text);
    return Array.from({ length: width }, (_, c) => Float32Array.from({ length: record.rows }, (__, r) => all[r * width + c]));
  };
  return {
    ...record, poses, numbers,
    touching: new Uint8Array(bytes(record.touching)),
    leader: new Int8Array(bytes(record.leader)),
    outputs: columns(record.outputs, record.oscillators.length),
    targets: columns(record.targets, record.joints.length),
    positions: columns(record.positions, record.joints.length),
    disk: floats(record.disk),
  };
}

const replays = data.replays.map(decode);
// One time line for all, in the shortest of their periods.
const period = replays.length ? Math.min(...replays.map(r => r.period)) : 1;
const rows = Math.max(0, ...replays.map(r => Math.round((r.rows - 1) * r.period / period) + 1));
const rowOf = replay => Math.min(replay.rows - 1, Math.floor(row * period / replay.period + 1e-6));
const span = [0, Math.max(period, (rows - 1) * period)];
let view = null, robots = [], row = 0, playing = false, clock = 0, drawn = -1, stale = true;
const charts = [];

function buildReplay() {
  $('replay').hidden = false;
  view = createView($('view'));
  view.controls.addEventListener('change', () => { stale = true; });
  const tints = [0x7fb5a8, 0xc9a0d8, 0xe0b060, 0x9db4d6];
  robots = replays.map((replay, i) => view.addRobot(replay.scene, { tint: tints[i % tints.length], opacity: i ? 0.75 : 1 }));
  $('scrub').max = rows - 1;
  const legend = replays.length > 1
    ? replays.map((replay, i) => [replay.label, '#' + tints[i % tints.length].toString(16)])
    : [];
  legend.push(['segment that touches the ground', '#d55e00'], ['arm that leads (arrow)', '#0072b2'], ['target', '#cc3311']);
  for (const [text, color] of legend) $('legend').append(make('span', { text, style: `--swatch:${color}` }));
  replays.forEach(addSignals);
  draw();
  view.render(); // Now the view knows where the robots are.
  look('lookFromBeside');
}

function addChart(title, cls, extra, draw) {
  const canvas = make('canvas', { class: cls, role: 'img', 'aria-label': title });
  $('signals').append(make('div', {}, make('div', { class: 'bar spread' }, make('h3', { text: title }), ...extra), canvas));
  canvas.addEventListener('pointerdown', event => scrubTo(event, canvas));
  canvas.addEventListener('pointermove', event => event.buttons && scrubTo(event, canvas));
  charts.push(cursor => draw(canvas, cursor));
}

function scrubTo(event, canvas) {
  const time = timeAt(canvas, event.clientX, span);
  if (time !== null) go(Math.round(time / period));
}

function addSignals(replay, index) {
  const own = Float32Array.from({ length: replay.rows }, (_, i) => i * replay.period);
  const of = replays.length > 1 ? ` – ${replay.label}` : '';
  const arms = [...new Set(replay.scene.bodies.filter(b => b.role === 'segment').map(b => b.arm))];
  const segments = replay.scene.bodies.filter(b => b.role === 'segment');
  if (replay.oscillators.length) {
    const pick = make('select', { 'aria-label': `Oscillators${of}` }, make('option', { text: 'in-plane', value: 'in-plane' }), make('option', { text: 'out-of-plane', value: 'out-of-plane' }));
    pick.addEventListener('change', refresh);
    addChart(`Pattern generator, rad${of}`, '', [pick], (canvas, cursor) => drawLines(canvas, {
      times: own, window: span, cursor,
      series: replay.outputs.map((values, i) => ({ values, name: replay.oscillators[i], color: armColor(Number((/arm (\d+)/.exec(replay.oscillators[i]) || [0, i])[1])) }))
        .filter(s => s.name.endsWith(' ' + pick.value)),
    }));
  }
  if (replay.joints.length) {
    const pick = make('select', { 'aria-label': `Joint${of}` }, ...replay.joints.map((name, i) => make('option', { text: name.replace(/^BrittleStarMorphology\//, ''), value: i })));
    pick.addEventListener('change', refresh);
    addChart(`Joint: target (dashed) and position, rad${of}`, '', [pick], (canvas, cursor) => drawLines(canvas, {
      times: own, window: span, cursor,
      series: [{ values: replay.positions[pick.value], color: COLORS[0] }, { values: replay.targets[pick.value], color: COLORS[3], dash: [5, 3] }],
    }));
  }
  if (arms.length) {
    const leaderRows = arms.map(arm => Array.from(replay.leader, l => l === arm ? armColor(arm) : null));
    addChart(`Arm that leads${of}`, 'strip', [], (canvas, cursor) => drawStrips(canvas, { times: own, rows: leaderRows, labels: arms.map(a => `arm ${a}`), window: span, cursor }));
    const contactRows = arms.map(arm => Array.from({ length: replay.rows }, (_, r) => {
      let count = 0, all = 0;
      segments.forEach((s, i) => { if (s.arm === arm) { all++; count += replay.touching[r * segments.length + i]; } });
      return count ? `rgba(213,94,0,${0.25 + 0.75 * count / all})` : null;
    }));
    addChart(`Contact with the ground${of}`, 'strip', [], (canvas, cursor) => drawStrips(canvas, { times: own, rows: contactRows, labels: arms.map(a => `arm ${a}`), window: span, cursor }));
  }
}

function go(to) {
  row = Math.min(rows - 1, Math.max(0, to));
  clock = row * period;
  refresh();
}

function refresh() {
  drawn = -1;
}

function draw() {
  if (drawn === row) return;
  drawn = row;
  stale = true;
  const said = [];
  replays.forEach((replay, i) => {
    const at = rowOf(replay);
    const segments = robots[i].segments.length;
    robots[i].setPose(replay.poses, at * replay.numbers);
    robots[i].setTouching(replay.touching.subarray(at * segments, (at + 1) * segments));
    robots[i].setLeader(replay.leader[at]);
    robots[i].setTrail(replay.disk, replay.disk.length ? at + 1 : 0);
    const words = [replay.leader[at] >= 0 ? `arm ${replay.leader[at]} leads` : '', at === replay.rows - 1 ? replay.outcome : ''].filter(Boolean).join(', ');
    if (words) said.push((replays.length > 1 ? `${replay.label}: ` : '') + words);
  });
  $('now').hidden = !said.length;
  $('now').textContent = said.join('; ');
  $('scrub').value = row;
  $('clock').textContent = `${(row * period).toFixed(2)} / ${span[1].toFixed(2)} s`;
  $('scrub').setAttribute('aria-valuetext', `${(row * period).toFixed(2)} seconds`);
  charts.forEach(chart => chart(row * period));
}

let last = 0;
function frame(now) {
  const elapsed = Math.min(0.1, (now - last) / 1000);
  last = now;
  if (playing) {
    clock += elapsed * Number($('speed').value);
    row = Math.min(rows - 1, Math.floor(clock / period));
    if (row === rows - 1) setPlaying(false);
  }
  draw();
  if (stale) { // A page that nobody touches costs nothing.
    stale = false;
    view.render();
  }
  requestAnimationFrame(frame);
}

function setPlaying(on) {
  if (on && row === rows - 1) go(0);
  playing = on;
  $('play').textContent = on ? 'Pause' : 'Play';
}

function setFollow(on) {
  $('follow').setAttribute('aria-pressed', on);
  view.setFollow(on);
  refresh();
}

function look(from) {
  view[from]();
  refresh();
}

const KEYS = [
  [' ', 'play or pause', () => setPlaying(!playing)],
  ['ArrowRight', 'one control step on', () => { setPlaying(false); go(row + 1); }],
  ['ArrowLeft', 'one control step back', () => { setPlaying(false); go(row - 1); }],
  ['Home', 'to the start', () => go(0)],
  ['End', 'to the end', () => go(rows - 1)],
  ['f', 'follow the robot or stand still', () => setFollow($('follow').getAttribute('aria-pressed') !== 'true')],
  ['a', 'look from above', () => look('lookFromAbove')],
  ['b', 'look from beside', () => look('lookFromBeside')],
  ['d', 'dark or light', () => setTheme(document.documentElement.dataset.theme !== 'dark')],
  ['?', 'show these keys', () => toggleKeys()],
];

function toggleKeys() {
  $('keys').hidden = !$('keys').hidden;
  $('help').setAttribute('aria-expanded', !$('keys').hidden);
}

function setTheme(dark) {
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  $('theme').textContent = dark ? 'Light' : 'Dark';
  if (view) view.setTheme(dark);
  refresh();
}

const names = { ' ': 'space', ArrowRight: '→', ArrowLeft: '←' };
$('keys').append(...KEYS.map(([key, text]) => make('p', {}, make('kbd', { text: names[key] || key }), ' ' + text)));
$('theme').addEventListener('click', () => setTheme(document.documentElement.dataset.theme !== 'dark'));
$('help').addEventListener('click', toggleKeys);

if (replays.length) {
  buildReplay();
  $('play').addEventListener('click', () => setPlaying(!playing));
  $('scrub').addEventListener('input', () => { setPlaying(false); go(Number($('scrub').value)); });
  $('follow').addEventListener('click', () => setFollow($('follow').getAttribute('aria-pressed') !== 'true'));
  $('above').addEventListener('click', () => look('lookFromAbove'));
  $('beside').addEventListener('click', () => look('lookFromBeside'));
  new ResizeObserver(() => { view.resize(); refresh(); }).observe($('view'));
  requestAnimationFrame(frame);
}
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || /^(SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
  if (event.target.tagName === 'BUTTON' && event.key === ' ') return;
  const known = KEYS.find(([key]) => key === event.key);
  if (known && (replays.length || 'd?'.includes(event.key))) {
    event.preventDefault();
    known[2]();
  }
});
setTheme(matchMedia('(prefers-color-scheme: dark)').matches);
// For tests: what is shown now.
window.ophiura = { get row() { return row; }, get rows() { return rows; }, go, robots: () => robots, replays };
