"""Writes what the public Gymnasium says of the classic problems, as doubles in the machine's byte order.

python3 gymnasium_reference.py FILE
"""

import sys
from array import array

import gymnasium
import numpy

out = array("d")


def table(name, **options):
    environment = gymnasium.make(name, **options).unwrapped
    model = environment.P
    out.extend([len(model), len(model[0])])
    out.extend(environment.initial_state_distrib)
    for state in range(len(model)):
        for action in range(len(model[0])):
            outcomes = model[state][action]
            out.append(len(outcomes))
            for probability, following, reward, terminated in outcomes:
                out.extend([probability, following, reward, terminated])


def cart_pole(integrator):
    generator = numpy.random.default_rng(12)
    for _ in range(20):
        environment = gymnasium.make("CartPole-v1")
        environment.reset(seed=0)
        inner = environment.unwrapped
        inner.kinematics_integrator = integrator
        start = generator.uniform(-0.05, 0.05, size=4)
        inner.state = start
        actions = generator.integers(0, 2, size=500)
        out.extend(start)
        for action in actions:
            _, reward, terminated, truncated, _ = environment.step(int(action))
            out.extend([action, *inner.state, reward, terminated, truncated])
            if terminated or truncated:
                break


def limits():
    for name in ["FrozenLake-v1", "FrozenLake8x8-v1", "Taxi-v4", "CartPole-v1"]:
        out.append(gymnasium.make(name).spec.max_episode_steps)


for name in ["4x4", "8x8"]:
    for slippery in [True, False]:
        table("FrozenLake-v1", map_name=name, is_slippery=slippery)
table("FrozenLake-v1", desc=["SFHF", "FSFG", "GFFH"], is_slippery=True)
table("Taxi-v4")
for integrator in ["euler", "semi-implicit euler"]:
    cart_pole(integrator)
limits()
with open(sys.argv[1], "wb") as file:
    out.tofile(file)
