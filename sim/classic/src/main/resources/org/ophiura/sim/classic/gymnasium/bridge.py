"""Serves environments of Gymnasium to Ophiura: frames come in by standard input and go out by standard output.

A frame is a little-endian 32-bit length and as many bytes, the first of which is a letter.

  in   M json            makes environments: id, options, count, repeat
       R count * (u8 whether, i64 seed)      resets some of them
       S count * i32 action                  steps those whose action is not negative
       P u32 index                           asks for a picture
  out  O json            what was made
       D count * state   the state of each, see below
       I u32 height, u32 width, rgb bytes    a picture
       E json            what went wrong: kind, message, known (ids that there are)

A state is f64 reward, u8 terminated, u8 truncated, u32 steps, then the last two observations, the older first if
`repeat` is above 1, else the last alone; each as bytes if it is an image, else as f64.
"""

import json
import os
import struct
import sys

out = os.fdopen(os.dup(1), "wb")
os.dup2(2, 1)  # What libraries print must not get among the frames.
source = sys.stdin.buffer


def send(letter, payload):
    out.write(struct.pack("<IB", len(payload) + 1, ord(letter)))
    out.write(payload)
    out.flush()


class Refused(Exception):
    def __init__(self, kind, message, known=()):
        super().__init__(message)
        self.answer = {"kind": kind, "message": message, "known": list(known)}


def load(identifier):
    try:
        import gymnasium
    except ImportError as e:
        raise Refused("package", "gymnasium") from e
    if identifier.startswith("ALE/") or "NoFrameskip" in identifier:
        try:
            import ale_py

            gymnasium.register_envs(ale_py)
        except ImportError as e:
            raise Refused("package", "ale-py") from e
    return gymnasium


class Host:
    def make(self, wanted):
        gymnasium = load(wanted["id"])
        import numpy

        self.numpy = numpy
        self.repeat = wanted["repeat"]
        self.environments = [self.one(gymnasium, wanted) for _ in range(wanted["count"])]
        first = self.environments[0]
        self.observation = self.describe(gymnasium, first.observation_space)
        actions = first.action_space
        if not isinstance(actions, gymnasium.spaces.Discrete):
            raise Refused("actions", str(actions))
        self.start = int(actions.start)
        names = [f"action {i}" for i in range(int(actions.n))]
        meanings = getattr(first.unwrapped, "get_action_meanings", None)
        if meanings is not None:
            names = [name.lower() for name in meanings()]
        self.states = [self.blank() for _ in self.environments]
        return {"observation": self.observation, "actions": names}

    def one(self, gymnasium, wanted):
        try:
            try:
                return gymnasium.make(wanted["id"], render_mode="rgb_array", **wanted["options"])
            except (TypeError, gymnasium.error.UnsupportedMode):
                return gymnasium.make(wanted["id"], **wanted["options"])
        except (gymnasium.error.UnregisteredEnv, gymnasium.error.VersionNotFound) as e:
            raise Refused("id", str(e), gymnasium.registry.keys()) from e
        except gymnasium.error.DependencyNotInstalled as e:
            raise Refused("dependency", str(e)) from e

    def describe(self, gymnasium, space):
        if isinstance(space, gymnasium.spaces.Discrete):
            self.image = False
            self.offset = int(space.start)
            return {"type": "discrete", "count": int(space.n)}
        if not isinstance(space, gymnasium.spaces.Box):
            raise Refused("observation", str(space))
        self.offset = 0
        self.image = space.dtype == self.numpy.uint8 and len(space.shape) in (2, 3)
        if self.image:
            return {"type": "image", "shape": list(space.shape)}
        return {
            "type": "box",
            "low": [self.finite(v) for v in space.low.flatten()],
            "high": [self.finite(v) for v in space.high.flatten()],
        }

    @staticmethod
    def finite(value):
        value = float(value)
        return value if abs(value) < 1e300 else None

    def encode(self, observation):
        if self.image:
            return self.numpy.ascontiguousarray(observation).tobytes()
        flat = self.numpy.asarray(observation, dtype="<f8").flatten()
        return (flat - self.offset).tobytes()

    def blank(self):
        space = self.environments[0].observation_space
        empty = self.encode(self.numpy.zeros(space.shape or (), dtype=space.dtype) + self.offset)
        return struct.pack("<dBBI", 0, 0, 0, 0) + empty * self.frames()

    def frames(self):
        return 2 if self.repeat > 1 else 1

    def reset(self, payload):
        for i, environment in enumerate(self.environments):
            whether, seed = struct.unpack_from("<Bq", payload, 9 * i)
            if whether:
                observation, _ = environment.reset(seed=seed)
                self.states[i] = struct.pack("<dBBI", 0, 0, 0, 0) + self.encode(observation) * self.frames()

    def step(self, payload):
        for i, environment in enumerate(self.environments):
            (action,) = struct.unpack_from("<i", payload, 4 * i)
            if action < 0:
                continue
            total, steps, last = 0.0, 0, []
            for _ in range(self.repeat):
                observation, reward, terminated, truncated, _ = environment.step(action + self.start)
                total += float(reward)
                steps += 1
                last = last[-1:] + [observation]
                if terminated or truncated:
                    break
            if len(last) < self.frames():
                last = last * self.frames()
            self.states[i] = struct.pack("<dBBI", total, terminated, truncated, steps) + b"".join(
                self.encode(observation) for observation in last[-self.frames() :]
            )

    def picture(self, payload):
        (index,) = struct.unpack("<I", payload)
        picture = self.environments[index].render()
        if picture is None:
            raise Refused("picture", "this environment draws no pictures")
        picture = self.numpy.ascontiguousarray(picture, dtype="uint8")
        return struct.pack("<II", picture.shape[0], picture.shape[1]) + picture[:, :, :3].tobytes()


def main():
    host = Host()
    while True:
        head = source.read(4)
        if len(head) < 4:
            return
        frame = source.read(struct.unpack("<I", head)[0])
        letter, payload = chr(frame[0]), frame[1:]
        try:
            if letter == "M":
                send("O", json.dumps(host.make(json.loads(payload))).encode())
            elif letter == "P":
                send("I", host.picture(payload))
            else:
                (host.reset if letter == "R" else host.step)(payload)
                send("D", b"".join(host.states))
        except Refused as e:
            send("E", json.dumps(e.answer).encode())
        except Exception as e:
            send("E", json.dumps({"kind": "failure", "message": f"{type(e).__name__}: {e}", "known": []}).encode())


main()
