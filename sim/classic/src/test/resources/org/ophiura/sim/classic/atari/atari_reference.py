"""Writes what gymnasium's own Atari preparation shows of a game, step by step: rewards and grey pictures."""

import struct
import sys

import ale_py
import gymnasium
import numpy
from gymnasium.wrappers import AtariPreprocessing, FrameStackObservation

gymnasium.register_envs(ale_py)
seed, steps, path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
game = gymnasium.make("ALE/Pong-v5", frameskip=1, repeat_action_probability=0)
game = FrameStackObservation(AtariPreprocessing(game, noop_max=0, frame_skip=4, screen_size=84), 4)
observation, _ = game.reset(seed=seed)
with open(path, "wb") as out:
    for step in range(steps):
        observation, reward, terminated, truncated, _ = game.step((step // 3) % 6)
        out.write(struct.pack("<dBB", reward, terminated, truncated))
        out.write(numpy.ascontiguousarray(observation, dtype="uint8").tobytes())
