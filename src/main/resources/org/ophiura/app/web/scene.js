// The robot in three dimensions: shapes from a scene's JSON, poses from numbers. No data of its own.
import * as THREE from 'three';
import { OrbitControls } from 'three/addons/controls/OrbitControls.js';

const COLORS = { body: 0x7fb5a8, touching: 0xd55e00, leader: 0x0072b2, target: 0xcc3311, joint: 0x595959 };
const NUMBERS = 7;

/** Makes a view in a canvas. Options: follow (default true). */
export function createView(canvas, { follow = true } = {}) {
  const renderer = new THREE.WebGLRenderer({ canvas, antialias: true, preserveDrawingBuffer: true });
  renderer.setPixelRatio(Math.min(window.devicePixelRatio || 1, 1.5));
  renderer.shadowMap.enabled = true;
  renderer.shadowMap.type = THREE.PCFSoftShadowMap;
  const scene = new THREE.Scene();
  const camera = new THREE.PerspectiveCamera(38, 1, 0.02, 60);
  camera.up.set(0, 0, 1);
  camera.position.set(-0.9, -1.5, 1.3);
  const controls = new OrbitControls(camera, canvas);
  controls.enableDamping = false;
  controls.maxPolarAngle = 1.5;
  controls.minDistance = 0.3;
  controls.maxDistance = 15;

  const sky = new THREE.HemisphereLight(0xffffff, 0xb59b70, 1.6);
  const sun = new THREE.DirectionalLight(0xfff4e0, 2.2);
  sun.castShadow = true;
  sun.shadow.mapSize.set(1024, 1024);
  Object.assign(sun.shadow.camera, { left: -1.2, right: 1.2, top: 1.2, bottom: -1.2, near: 0.1, far: 8 });
  sun.shadow.bias = -0.0005;
  scene.add(sky, sun, sun.target);

  const robots = [];
  const focus = new THREE.Vector3(0, 0, 0.05);
  const before = new THREE.Vector3();
  let following = follow;
  let floor = null;

  function setTheme(dark) {
    scene.background = new THREE.Color(dark ? 0x14181c : 0xe9eef1);
    scene.fog = new THREE.Fog(scene.background, 5, 16);
    sky.intensity = dark ? 1.0 : 1.6;
    if (floor) floor.material.color.set(dark ? 0x8d8271 : 0xffffff);
  }

  function addFloor(halfX, halfY) {
    if (floor) return;
    const texture = new THREE.CanvasTexture(sand());
    texture.colorSpace = THREE.SRGBColorSpace;
    texture.wrapS = texture.wrapT = THREE.RepeatWrapping;
    texture.anisotropy = 4;
    texture.repeat.set(2 * halfX, 2 * halfY); // One tile a metre.
    floor = new THREE.Mesh(
      new THREE.PlaneGeometry(2 * halfX, 2 * halfY),
      new THREE.MeshLambertMaterial({ map: texture }));
    floor.receiveShadow = true;
    floor.userData.pick = { kind: 'floor' };
    const rim = new THREE.LineSegments(
      new THREE.EdgesGeometry(new THREE.PlaneGeometry(2 * halfX, 2 * halfY)),
      new THREE.LineBasicMaterial({ color: 0x8a7a5c }));
    rim.position.z = 0.002;
    scene.add(floor, rim);
  }

  /** Adds a robot; further ones share the floor of the first. */
  function addRobot(description, { tint = COLORS.body, opacity = 1 } = {}) {
    const robot = new Robot(description, tint, opacity);
    const plane = description.geoms.find(geom => geom.body === 0 && geom.type === 'plane' && geom.color[3] > 0.5);
    addFloor(plane && plane.size[0] || 5, plane && plane.size[1] || 5);
    robots.push(robot);
    scene.add(robot.root, robot.trail);
    return robot;
  }

  function resize() {
    const width = canvas.clientWidth || 640, height = canvas.clientHeight || 360;
    renderer.setSize(width, height, false);
    camera.aspect = width / height;
    camera.updateProjectionMatrix();
  }

  function render() {
    if (following && robots.length) {
      before.copy(focus);
      focus.set(0, 0, 0);
      let count = 0;
      for (const robot of robots) {
        const place = robot.trunkPosition();
        if (place) { focus.add(place); count++; }
      }
      if (count) focus.divideScalar(count); else focus.copy(before);
      camera.position.add(focus).sub(before);
    }
    controls.target.copy(focus);
    controls.update();
    sun.position.set(focus.x - 1.2, focus.y - 1.0, 3.2);
    sun.target.position.copy(focus);
    renderer.render(scene, camera);
  }

  /** From where the robots, and beyond them the target, are seen. */
  function lookFromBeside() {
    const target = robots.map(robot => robot.targetPosition()).find(Boolean);
    const angle = target ? Math.atan2(target.y - focus.y, target.x - focus.x) - 0.35 : 1.03;
    camera.position.set(focus.x - 1.75 * Math.cos(angle), focus.y - 1.75 * Math.sin(angle), 1.3);
  }

  const ray = new THREE.Raycaster();
  /** What is under a point of the canvas, in its CSS pixels: {kind, arm?, x, y} or null. */
  function pick(x, y) {
    aim(x, y);
    for (const hit of ray.intersectObjects(scene.children, true)) {
      const what = hit.object.userData.pick;
      if (what) return { ...what, x: hit.point.x, y: hit.point.y };
    }
    return null;
  }

  /** Where the ray through a point of the canvas meets the height z. */
  function onPlane(x, y, z) {
    aim(x, y);
    const point = new THREE.Vector3();
    return ray.ray.intersectPlane(new THREE.Plane(new THREE.Vector3(0, 0, 1), -z), point)
      ? { x: point.x, y: point.y } : null;
  }

  function aim(x, y) {
    ray.setFromCamera(new THREE.Vector2(2 * x / canvas.clientWidth - 1, 1 - 2 * y / canvas.clientHeight), camera);
  }

  /** Point of the canvas, in CSS pixels, where a point of the world is seen. */
  function project(x, y, z) {
    camera.updateMatrixWorld();
    const seen = new THREE.Vector3(x, y, z).project(camera);
    return { x: (seen.x + 1) / 2 * canvas.clientWidth, y: (1 - seen.y) / 2 * canvas.clientHeight };
  }

  setTheme(false);
  resize();
  return {
    addRobot, setTheme, resize, render, pick, onPlane, project, controls,
    setFollow(on) { following = on; },
    lookFromAbove() { camera.position.set(focus.x, focus.y - 0.01, 3.2); },
    lookFromBeside,
    dispose() { controls.dispose(); renderer.dispose(); },
  };
}

class Robot {
  constructor(description, tint, opacity) {
    this.root = new THREE.Group();
    this.bodies = description.bodies.map(() => new THREE.Group());
    this.bodies.forEach(body => this.root.add(body));
    this.trunk = description.bodies.findIndex(body => body.role === 'trunk');
    this.target = description.bodies.findIndex(body => body.role === 'target');
    this.segments = [];
    description.bodies.forEach((body, i) => {
      if (body.role === 'segment') this.segments.push({ body: i, arm: body.arm });
    });
    this.tint = new THREE.Color(tint);
    this.materials = new Map();
    for (const geom of description.geoms) this.addShape(description, geom, opacity);
    this.arrow = arrow();
    this.root.add(this.arrow);
    this.leader = -1;
    this.trailPoints = new Float32Array(3 * 4000);
    this.trailLength = 0;
    const geometry = new THREE.BufferGeometry();
    geometry.setAttribute('position', new THREE.BufferAttribute(this.trailPoints, 3));
    geometry.setDrawRange(0, 0);
    this.trail = new THREE.Line(geometry, new THREE.LineBasicMaterial({ color: this.tint.clone().multiplyScalar(0.45) }));
    this.trail.frustumCulled = false;
  }

  addShape(description, geom, opacity) {
    const body = description.bodies[geom.body];
    if (body.role === 'world') return; // Floor and walls: drawn by the view.
    const geometry = solid(geom);
    if (!geometry) return;
    const material = new THREE.MeshStandardMaterial({ roughness: 0.75, transparent: opacity < 1, opacity });
    const small = geom.type === 'sphere' && body.role === 'segment';
    material.color.set(body.role === 'target' ? COLORS.target : small ? COLORS.joint : this.tint);
    if (body.role === 'other') material.color.setRGB(geom.color[0], geom.color[1], geom.color[2]);
    const mesh = new THREE.Mesh(geometry, material);
    mesh.position.fromArray(geom.position);
    mesh.quaternion.set(geom.quaternion[1], geom.quaternion[2], geom.quaternion[3], geom.quaternion[0]);
    mesh.castShadow = mesh.receiveShadow = true;
    mesh.userData.pick = body.role === 'segment' ? { kind: 'arm', arm: body.arm, robot: this }
      : body.role === 'target' ? { kind: 'target' } : { kind: 'disk', robot: this };
    this.bodies[geom.body].add(mesh);
    if (body.role === 'segment' && !small) this.materials.set(geom.body, material);
  }

  /** Places all bodies: seven numbers each, from an offset of an array. */
  setPose(poses, offset = 0) {
    for (let i = 0; i < this.bodies.length; i++) {
      const at = offset + NUMBERS * i;
      const body = this.bodies[i];
      body.visible = !Number.isNaN(poses[at]);
      if (!body.visible) continue;
      body.position.set(poses[at], poses[at + 1], poses[at + 2]);
      body.quaternion.set(poses[at + 4], poses[at + 5], poses[at + 6], poses[at + 3]);
    }
    this.placeArrow();
  }

  trunkPosition() {
    return this.trunk < 0 ? null : this.bodies[this.trunk].position;
  }

  targetPosition() {
    return this.target < 0 ? null : this.bodies[this.target].position;
  }

  /** Marks which segments touch something: one value per segment, arm by arm. */
  setTouching(values) {
    this.segments.forEach((segment, i) => {
      const material = this.materials.get(segment.body);
      if (material) material.color.set(values[i] ? COLORS.touching : this.tint);
    });
  }

  /** Marks the arm that leads; below 0 none. */
  setLeader(arm) {
    this.leader = arm;
    this.placeArrow();
  }

  placeArrow() {
    const first = this.segments.find(segment => segment.arm === this.leader);
    this.arrow.visible = Boolean(first) && this.trunk >= 0;
    if (!this.arrow.visible) return;
    const disk = this.bodies[this.trunk].position, arm = this.bodies[first.body].position;
    this.arrow.position.set(disk.x, disk.y, disk.z + 0.11);
    this.arrow.rotation.z = Math.atan2(arm.y - disk.y, arm.x - disk.x);
  }

  /** Draws the path through points x, y, one after the other, up to a count. */
  setTrail(points, count) {
    const stride = Math.max(1, Math.ceil(count / 3999));
    this.trailLength = 0;
    for (let i = 0; i < count; i += stride) this.extendTrail(points[2 * i], points[2 * i + 1]);
  }

  extendTrail(x, y) {
    if (Number.isNaN(x)) return;
    if (this.trailLength === 4000) {
      this.trailPoints.copyWithin(0, 3);
      this.trailLength--;
    }
    this.trailPoints.set([x, y, 0.004], 3 * this.trailLength++);
    this.trail.geometry.setDrawRange(0, this.trailLength);
    this.trail.geometry.attributes.position.needsUpdate = true;
  }

  clearTrail() {
    this.trailLength = 0;
    this.trail.geometry.setDrawRange(0, 0);
  }
}

/** MuJoCo's solids are along z, three.js's along y. */
function solid({ type, size }) {
  switch (type) {
    case 'sphere': return new THREE.SphereGeometry(size[0], 24, 16);
    case 'capsule': return new THREE.CapsuleGeometry(size[0], 2 * size[1], 6, 16).rotateX(Math.PI / 2);
    case 'cylinder': return new THREE.CylinderGeometry(size[0], size[0], 2 * size[1], 32).rotateX(Math.PI / 2);
    case 'ellipsoid': return new THREE.SphereGeometry(1, 24, 16).scale(size[0], size[1], size[2]);
    case 'box': return new THREE.BoxGeometry(2 * size[0], 2 * size[1], 2 * size[2]);
    case 'plane': return size[0] && size[1] ? new THREE.PlaneGeometry(2 * size[0], 2 * size[1]) : null;
    default: return null;
  }
}

function arrow() {
  const shape = new THREE.Shape();
  shape.moveTo(0.2, 0);
  [[0.1, 0.055], [0.1, 0.022], [-0.02, 0.022], [-0.02, -0.022], [0.1, -0.022], [0.1, -0.055]].forEach(([x, y]) => shape.lineTo(x, y));
  const mesh = new THREE.Mesh(
    new THREE.ExtrudeGeometry(shape, { depth: 0.01, bevelEnabled: false }),
    new THREE.MeshStandardMaterial({ color: COLORS.leader, emissive: COLORS.leader, emissiveIntensity: 0.35 }));
  mesh.castShadow = false;
  return mesh;
}

/** A tile of sand with a faint line at its edges; the same grains every time. */
function sand() {
  const size = 256;
  const tile = document.createElement('canvas');
  tile.width = tile.height = size;
  const context = tile.getContext('2d');
  context.fillStyle = '#dccaa2';
  context.fillRect(0, 0, size, size);
  let seed = 7;
  const next = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
  for (let i = 0; i < 9000; i++) {
    const shade = 185 + Math.floor(next() * 60);
    context.fillStyle = `rgba(${shade},${shade - 18},${shade - 62},0.5)`;
    context.fillRect(next() * size, next() * size, 1.3, 1.3);
  }
  context.strokeStyle = 'rgba(120,100,60,0.35)';
  context.strokeRect(0.5, 0.5, size - 1, size - 1);
  return tile;
}
