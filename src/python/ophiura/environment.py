"""An environment of Gymnasium whose other end is a process of Ophiura."""

import json
import os
import shutil
import struct
import subprocess
import tempfile

import gymnasium
import numpy as np


class OphiuraError(RuntimeError):
    """What Ophiura refused, or what became of its process; the message says what to do."""


def make(trial, **arguments):
    """Makes an environment of a trial file; see OphiuraEnv."""
    return OphiuraEnv(trial, **arguments)


class OphiuraEnv(gymnasium.Env):
    """A trial of Ophiura.

    trial        the trial file
    command      the launcher of Ophiura: a path, or a list with its arguments; by default the variable OPHIURA, or
                 `ophiura` on the path
    overrides    changes of settings, such as ["environment.slippery=false"]
    observe      what is seen of a robot, such as ["target-direction", "joint_position"]
    render_mode  "rgb_array" where the environment has pictures, or "ansi" for text
    """

    metadata = {"render_modes": ["rgb_array", "ansi"], "render_fps": 30}

    def __init__(self, trial, command=None, overrides=(), observe=(), render_mode=None):
        self._process = None
        if render_mode not in (None, *self.metadata["render_modes"]):
            raise ValueError(f"render_mode must be one of {self.metadata['render_modes']} or None, got {render_mode!r}")
        self.render_mode = render_mode
        arguments = [*_launcher(command), "serve", os.fspath(trial)]
        for override in overrides:
            arguments += ["--set", override]
        if observe:
            arguments += ["--observe", ",".join(observe)]
        self._complaints = tempfile.TemporaryFile()
        self._process = subprocess.Popen(
            arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._complaints
        )
        told = json.loads(self._read("O"))
        self._observation = told["observation"]
        self.observation_space = _space(self._observation)
        self.action_names = told["actions"]
        self.action_space = gymnasium.spaces.Discrete(len(self.action_names))
        self.metadata = {**self.metadata, "render_fps": told.get("steps_per_second", 30)}
        if render_mode == "rgb_array" and not told["pictured"]:
            self.close()
            raise OphiuraError(f"{told['name']} has no pictures; use render_mode='ansi'")

    def reset(self, *, seed=None, options=None):
        super().reset(seed=seed)
        self._write("R", struct.pack("<q", int(self.np_random.integers(2**62))))
        observation, _, _, _, info = self._state()
        return observation, info

    def step(self, action):
        self._write("S", struct.pack("<i", int(action)))
        return self._state()

    def render(self):
        if self.render_mode is None:
            gymnasium.logger.warn("render needs a render_mode: 'rgb_array' or 'ansi'")
            return None
        if self.render_mode == "ansi":
            self._write("T")
            return self._read("T").decode()
        self._write("P")
        frame = self._read("I")
        height, width = struct.unpack_from("<II", frame)
        return np.frombuffer(frame, np.uint8, offset=8).reshape(height, width, 3).copy()

    def close(self):
        process, self._process = self._process, None
        if process is not None:
            process.stdin.close()
            try:
                process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            process.stdout.close()
            self._complaints.close()

    def __del__(self):
        if getattr(self, "_process", None) is not None:
            self.close()

    def _state(self):
        frame = self._read("D")
        reward, terminated, truncated, succeeded = struct.unpack_from("<dBBB", frame)
        kind = self._observation["type"]
        if kind == "image":
            observation = np.frombuffer(frame, np.uint8, offset=11).reshape(self._observation["shape"]).copy()
        else:
            observation = np.frombuffer(frame, "<f8", offset=11).astype(np.float64)
            if kind == "discrete":
                observation = np.int64(observation[0])
        return observation, reward, bool(terminated), bool(truncated), {"succeeded": bool(succeeded)}

    def _write(self, letter, payload=b""):
        if self._process is None:
            raise OphiuraError("the environment is closed")
        try:
            self._process.stdin.write(struct.pack("<Ic", len(payload) + 1, letter.encode()) + payload)
            self._process.stdin.flush()
        except (BrokenPipeError, OSError) as e:
            raise self._lost() from e

    def _read(self, expected):
        head = self._process.stdout.read(4)
        if len(head) < 4:
            raise self._lost()
        frame = self._process.stdout.read(struct.unpack("<I", head)[0])
        letter, payload = chr(frame[0]), frame[1:]
        if letter == "E":
            raise OphiuraError(payload.decode())
        if letter != expected:
            raise OphiuraError(f"expected a frame {expected}, got {letter}: are both of one version?")
        return payload

    def _lost(self):
        code = self._process.wait()
        self._complaints.seek(0)
        said = self._complaints.read().decode(errors="replace").strip()
        self.close()
        return OphiuraError(said or f"the process of Ophiura has ended with code {code}")


def _launcher(command):
    if command is None:
        command = os.environ.get("OPHIURA") or shutil.which("ophiura")
    if command is None:
        raise OphiuraError(
            "the launcher of Ophiura is not known: pass command='.../ophiura', or set the variable OPHIURA"
        )
    return [os.fspath(command)] if isinstance(command, (str, os.PathLike)) else list(command)


def _space(told):
    if told["type"] == "discrete":
        return gymnasium.spaces.Discrete(told["count"])
    if told["type"] == "image":
        return gymnasium.spaces.Box(0, 255, tuple(told["shape"]), np.uint8)
    bound = lambda values, infinity: np.array([infinity if v is None else v for v in values], np.float64)
    return gymnasium.spaces.Box(bound(told["low"], -np.inf), bound(told["high"], np.inf), dtype=np.float64)
