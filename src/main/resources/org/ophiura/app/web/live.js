// The live page: shows what the server sends, sends what people do. The robot's state is the server's alone.
import { createView } from 'ophiura/scene.js';
import { COLORS, armColor, drawLines, drawStrips } from 'ophiura/charts.js';

const $ = id => document.getElementById(id);
const FLAGS = { paused: 1, over: 2, reached: 4, told: 8 };
const HISTORY = 8; // Seconds that the signals show.
const PUSH_PER_METRE = 60; // N for each metre that the disk is dragged.

let socket = null, greeting = null, view = null, robot = null, frame = null, selected = null;
let lastTrail = [NaN, NaN], history = [];

// ---- Connection

function connect() {
  socket = new WebSocket(`ws://${location.host}/live`);
  socket.binaryType = 'arraybuffer';
  socket.onopen = () => { $('link').textContent = 'connected'; };
  socket.onclose = () => {
    $('link').textContent = 'no connection; trying again …';
    setTimeout(connect, 1000);
  };
  socket.onmessage = ({ data }) => typeof data === 'string' ? hear(JSON.parse(data)) : see(data);
}

function ask(request) {
  if (socket && socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(request));
}

function hear(message) {
  if (message.type === 'greeting') welcome(message);
  if (message.type === 'error') complain(message.message);
  if (message.type === 'training') tellTraining(message);
}

let complaint = 0;
function complain(text) {
  $('message').textContent = text;
  $('message').hidden = false;
  clearTimeout(complaint);
  complaint = setTimeout(() => { $('message').hidden = true; }, 8000);
  if (greeting && greeting.controls) fillControls(greeting.controls);
}

function welcome(message) {
  const first = !greeting;
  greeting = message;
  $('title').textContent = `${message.trial}, seed ${message.seed}`;
  document.title = `${message.trial} – Ophiura live`;
  const live = message.kind === 'live';
  for (const id of ['pause', 'step', 'reset', 'next', 'steer', 'signals']) $(id).hidden = !live;
  $('speed').parentElement.hidden = !live;
  document.body.classList.toggle('watching', !live);
  if (first) {
    view = createView($('view'));
    robot = view.addRobot(message.scene);
    view.setTheme(isDark());
    new ResizeObserver(() => view.resize()).observe($('view'));
    requestAnimationFrame(draw);
  }
  if (live) {
    fillArms();
    fillControls(message.controls);
  } else {
    $('training').hidden = false;
    if (message.status) tellTraining(JSON.parse(message.status));
  }
}

function tellTraining(t) {
  const parts = [t.phase === 'training' ? `Training: ${t.trained} of ${t.planned} episodes` : `Evaluation: ${t.evaluated} of ${t.to_evaluate} episodes`];
  if (t.recent) parts.push(`of the last ${t.recent} ${t.recent_reached} reached the target`);
  if (t.greedy_success !== undefined) parts.push(`greedy policy ${Math.round(100 * t.greedy_success)} %`);
  $('training').textContent = parts.join('; ') + '. Episodes are shown in real time; the training runs ahead.';
}

// ---- Frames

function see(buffer) {
  const data = new DataView(buffer);
  if (data.getUint8(0) !== 1 || !robot) return;
  const flags = data.getUint8(1);
  const counts = [28, 30, 32, 34, 36].map(at => data.getUint16(at, true));
  const [bodies, segments, oscillators, joints, values] = counts;
  let at = 38;
  const floats = count => {
    const numbers = new Float32Array(count);
    for (let i = 0; i < count; i++) numbers[i] = data.getFloat32(at + 4 * i, true);
    at += 4 * count;
    return numbers;
  };
  const before = frame;
  frame = {
    paused: Boolean(flags & FLAGS.paused), over: Boolean(flags & FLAGS.over),
    reached: Boolean(flags & FLAGS.reached), told: Boolean(flags & FLAGS.told),
    leader: data.getInt16(2, true), step: data.getInt32(4, true), state: data.getInt32(8, true), episode: data.getInt32(12, true),
    seconds: data.getFloat32(16, true), speed: data.getFloat32(20, true), total: data.getFloat32(24, true),
    poses: floats(7 * bodies), outputs: floats(oscillators), targets: floats(joints), positions: floats(joints), values: floats(values),
    touching: new Uint8Array(buffer, at, segments),
  };
  if (!before || before.episode !== frame.episode || frame.step < before.step) {
    robot.clearTrail();
    history = [];
    lastTrail = [NaN, NaN];
  }
  robot.setPose(frame.poses);
  robot.setTouching(frame.touching);
  robot.setLeader(frame.leader);
  const place = robot.trunkPosition();
  if (place && !(Math.hypot(place.x - lastTrail[0], place.y - lastTrail[1]) < 0.004)) {
    robot.extendTrail(place.x, place.y);
    lastTrail = [place.x, place.y];
  }
  if (!history.length || frame.seconds > history[history.length - 1].seconds) history.push(frame);
  while (history.length && history[0].seconds < frame.seconds - HISTORY) history.shift();
}

let drawnFrame = null;
function draw() {
  if (frame !== drawnFrame && frame) {
    drawnFrame = frame;
    const said = [`${frame.seconds.toFixed(2)} s`];
    if (frame.leader >= 0) said.push(`arm ${frame.leader} leads${frame.told ? ' (you chose)' : ''}`);
    if (frame.state >= 0) said.push(`state ${frame.state}`);
    if (frame.over) said.push(frame.reached ? 'reached the target' : 'episode over');
    if (greeting.kind === 'training') said.unshift(`episode ${frame.episode}`);
    $('now').textContent = said.join(' · ');
    $('pause').textContent = frame.paused ? 'Go on' : 'Pause';
    for (const button of $('arms').children) {
      button.setAttribute('aria-pressed', String(frame.told ? Number(button.dataset.arm) === frame.leader : button.dataset.arm === '-1'));
    }
    if (greeting.kind === 'live') { drawSignals(); drawValues(); }
  }
  view.render();
  requestAnimationFrame(draw);
}

function drawSignals() {
  if (!history.length) return;
  const times = history.map(f => f.seconds);
  const span = [Math.max(0, frame.seconds - HISTORY), Math.max(HISTORY, frame.seconds)];
  const names = greeting.oscillators || [];
  drawLines($('outputs'), {
    times, window: span,
    series: names.map((name, i) => ({ values: history.map(f => f.outputs[i]), color: armColor(Number((/arm (\d+)/.exec(name) || [0, i])[1])), dash: / out-of-plane$/.test(name) ? [4, 3] : [] })),
  });
  drawLines($('errors'), {
    times, window: span, range: [0, Math.max(0.1, ...history.map(error))],
    series: [{ values: history.map(error), color: COLORS[3] }],
  });
  const segments = greeting.scene.bodies.filter(body => body.role === 'segment');
  const arms = [...new Set(segments.map(s => s.arm))];
  drawStrips($('contacts'), {
    times, window: span, labels: arms.map(arm => `arm ${arm}`),
    rows: arms.map(arm => history.map(f => segments.some((s, i) => s.arm === arm && f.touching[i]) ? '#d55e00' : null)),
  });
}

function error(f) {
  if (f.rms === undefined) {
    let sum = 0;
    for (let i = 0; i < f.targets.length; i++) sum += (f.targets[i] - f.positions[i]) ** 2;
    f.rms = Math.sqrt(sum / Math.max(1, f.targets.length));
  }
  return f.rms;
}

function drawValues() {
  $('values').hidden = !frame.values.length;
  if (!frame.values.length) return;
  const low = Math.min(...frame.values), high = Math.max(...frame.values);
  $('bars').replaceChildren(...Array.from(frame.values, (value, action) => {
    const row = document.createElement('div');
    row.className = value === high ? 'value best' : 'value';
    const name = document.createElement('span'), bar = document.createElement('i'), number = document.createElement('b');
    name.textContent = greeting.actions[action];
    bar.style.setProperty('--part', `${high > low ? 4 + 96 * (value - low) / (high - low) : 100}%`);
    number.textContent = value.toFixed(4);
    row.append(name, bar, number);
    return row;
  }));
}

// ---- Controls

function fillArms() {
  const count = greeting.leaders || 0;
  $('arms').replaceChildren(...[-1, ...Array(count).keys()].map(arm => {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.arm = arm;
    button.textContent = arm < 0 ? 'policy' : `${arm}`;
    button.title = arm < 0 ? 'The policy chooses the leading arm' : `Arm ${arm} leads`;
    button.addEventListener('click', () => ask({ do: 'lead', arm }));
    return button;
  }));
}

function fillControls(controls) {
  $('policy').replaceChildren(...controls.policies.map(name => new Option(name, name, false, name === controls.policy)));
  $('policy').disabled = controls.policies.length < 2;
  $('gait-field').hidden = !controls.gait;
  $('gait').replaceChildren(...(controls.gaits || []).map(name => new Option(name, name, false, name === controls.gait)));
  const focused = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.key : null;
  $('sliders').replaceChildren(...controls.sliders.map(slider => {
    const label = document.createElement('label'), name = document.createElement('span'), value = document.createElement('output'), input = document.createElement('input');
    label.className = 'slider';
    name.textContent = slider.name;
    Object.assign(input, { type: 'range', min: slider.low, max: slider.high, step: slider.whole ? 1 : (slider.high - slider.low) / 200, value: slider.value });
    input.dataset.key = slider.key;
    const say = number => { value.textContent = `${Number(Number(number).toPrecision(3))} ${slider.unit}`; };
    say(slider.value);
    input.addEventListener('input', () => say(input.value));
    input.addEventListener('change', () => ask({ do: 'change', key: slider.key, value: slider.whole ? Math.round(input.value) : Number(input.value) }));
    label.append(name, value, input);
    return label;
  }));
  if (focused) document.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

$('policy').addEventListener('change', () => ask({ do: 'change', key: 'controller.policy.type', value: $('policy').value }));
$('gait').addEventListener('change', () => ask({ do: 'change', key: 'controller.gait.type', value: $('gait').value }));
$('pause').addEventListener('click', () => togglePause());
$('step').addEventListener('click', () => ask({ do: 'step' }));
$('reset').addEventListener('click', () => ask({ do: 'reset', next: false }));
$('next').addEventListener('click', () => ask({ do: 'reset', next: true }));
$('speed').addEventListener('change', () => ask({ do: 'speed', factor: Number($('speed').value) }));
$('follow').addEventListener('click', () => toggleFollow());
$('theme').addEventListener('click', () => setTheme(!isDark()));
$('help').addEventListener('click', () => toggleKeys());

function togglePause() { ask({ do: 'pause', on: !(frame && frame.paused) }); }
function toggleFollow() {
  const on = $('follow').getAttribute('aria-pressed') !== 'true';
  $('follow').setAttribute('aria-pressed', on);
  view.setFollow(on);
}
function toggleKeys() {
  $('keys').hidden = !$('keys').hidden;
  $('help').setAttribute('aria-expanded', !$('keys').hidden);
}
function isDark() { return document.documentElement.dataset.theme === 'dark'; }
function setTheme(dark) {
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  $('theme').textContent = dark ? 'Light' : 'Dark';
  if (view) view.setTheme(dark);
  drawnFrame = null;
}
function changeSpeed(by) {
  const select = $('speed');
  select.selectedIndex = Math.min(select.options.length - 1, Math.max(0, select.selectedIndex + by));
  ask({ do: 'speed', factor: Number(select.value) });
}
function targetPlace() {
  const body = greeting.scene.bodies.findIndex(b => b.role === 'target');
  return body < 0 || !frame ? null : { x: frame.poses[7 * body], y: frame.poses[7 * body + 1] };
}
function moveTarget(x, y) {
  const place = targetPlace();
  if (place) ask({ do: 'target', x: place.x + x, y: place.y + y });
}

// ---- Pointer: drag the target, pull the disk, click an arm

let held = null;
$('view').addEventListener('pointerdown', event => {
  if (!view || greeting.kind !== 'live') return;
  const hit = view.pick(event.offsetX, event.offsetY);
  if (!hit || hit.kind === 'floor') return;
  held = { ...hit, startX: event.offsetX, startY: event.offsetY };
  view.controls.enabled = false;
  $('view').setPointerCapture(event.pointerId);
});
$('view').addEventListener('pointermove', event => {
  if (!held || held.kind !== 'target') return;
  const place = view.onPlane(event.offsetX, event.offsetY, 0.05);
  if (place) ask({ do: 'target', x: place.x, y: place.y });
});
$('view').addEventListener('pointerup', event => {
  if (!held) return;
  const still = Math.hypot(event.offsetX - held.startX, event.offsetY - held.startY) < 5;
  if (held.kind === 'arm' && still) ask({ do: 'lead', arm: frame.told && frame.leader === held.arm ? -1 : held.arm });
  if (held.kind === 'disk' && !still) {
    const place = view.onPlane(event.offsetX, event.offsetY, 0.1);
    if (place) push((place.x - held.x) * PUSH_PER_METRE, (place.y - held.y) * PUSH_PER_METRE);
  }
  held = null;
  view.controls.enabled = true;
});
$('view').addEventListener('pointercancel', () => { held = null; if (view) view.controls.enabled = true; });
function push(x, y) {
  const size = Math.hypot(x, y), most = 150;
  const part = size > most ? most / size : 1;
  ask({ do: 'push', x: x * part, y: y * part });
}

// ---- Keys

const KEYS = [
  [' ', 'pause or go on', togglePause],
  ['.', 'one control step', () => ask({ do: 'step' })],
  ['r', 'the episode again', () => ask({ do: 'reset', next: false })],
  ['n', 'the next episode', () => ask({ do: 'reset', next: true })],
  ['+', 'faster', () => changeSpeed(1)],
  ['-', 'slower', () => changeSpeed(-1)],
  ['0 … 9', 'that arm leads', null],
  ['p', 'the policy chooses', () => ask({ do: 'lead', arm: -1 })],
  ['arrows', 'move the target', null],
  ['w a s d', 'push the disk', null],
  ['f', 'follow the robot or stand still', toggleFollow],
  ['t', 'look from above', () => view.lookFromAbove()],
  ['b', 'look from beside', () => view.lookFromBeside()],
  ['l', 'dark or light', () => setTheme(!isDark())],
  ['?', 'show these keys', toggleKeys],
];
const TARGET_KEYS = { ArrowUp: [0, 0.1], ArrowDown: [0, -0.1], ArrowLeft: [-0.1, 0], ArrowRight: [0.1, 0] };
const PUSH_KEYS = { w: [0, 60], s: [0, -60], a: [-60, 0], d: [60, 0] };

$('keys').append(...KEYS.map(([key, text]) => {
  const line = document.createElement('p'), kbd = document.createElement('kbd');
  kbd.textContent = key === ' ' ? 'space' : key;
  line.append(kbd, ' ' + text);
  return line;
}));
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || /^(SELECT|INPUT|TEXTAREA)$/.test(event.target.tagName) || !greeting) return;
  if (event.target.tagName === 'BUTTON' && event.key === ' ') return;
  const known = KEYS.find(([key, , act]) => act && key === event.key);
  if (known) known[2]();
  else if (TARGET_KEYS[event.key]) moveTarget(...TARGET_KEYS[event.key]);
  else if (PUSH_KEYS[event.key]) ask({ do: 'push', x: PUSH_KEYS[event.key][0], y: PUSH_KEYS[event.key][1] });
  else if (/^\d$/.test(event.key)) ask({ do: 'lead', arm: Number(event.key) });
  else return;
  event.preventDefault();
});

setTheme(matchMedia('(prefers-color-scheme: dark)').matches);
connect();
// For tests: what is shown now.
window.ophiura = { get frame() { return frame; }, get greeting() { return greeting; }, get view() { return view; }, ask };
