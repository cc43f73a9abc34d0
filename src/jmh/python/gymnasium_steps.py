"""Steps environments of Gymnasium with random actions, as NativeEnvironments does natively.

Each line of standard input is "ID made|bare STEPS". Made is what gymnasium.make gives, with its
wrappers; bare is the environment inside of them, with its time limit counted here. The answer is
"WALL_SECONDS CPU_SECONDS EPISODES". Drawing the actions is not in it.
"""

import random
import sys
import time

import gymnasium

SEED = 7


def steps_of(environment, actions, limit):
    """Steps once for each action; gives the number of episodes that ended."""
    episodes = 0
    length = 0
    environment.reset(seed=SEED)
    step = environment.step
    for action in actions:
        _, _, terminated, truncated, _ = step(action)
        length += 1
        if terminated or truncated or length == limit:
            environment.reset()
            episodes += 1
            length = 0
    return episodes


def main():
    kept = {}
    for line in sys.stdin:
        name, kind, count = line.split()
        if name not in kept:
            kept[name] = gymnasium.make(name)
        environment = kept[name]
        limit = environment.spec.max_episode_steps
        if kind == "bare":
            environment = environment.unwrapped
        draw = random.Random(SEED).randrange
        actions = [draw(int(environment.action_space.n)) for _ in range(int(count))]
        wall = time.perf_counter()
        cpu = time.process_time()
        episodes = steps_of(environment, actions, limit)
        print(time.perf_counter() - wall, time.process_time() - cpu, episodes, flush=True)


if __name__ == "__main__":
    print(f"Gymnasium {gymnasium.__version__}, Python {sys.version.split()[0]}", flush=True)
    main()
