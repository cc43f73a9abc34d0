"""Has Gymnasium's own checker look at trials of Ophiura: a problem, a table, and a robot."""

import sys
import warnings

import numpy
import ophiura
from gymnasium.utils.env_checker import check_env

java, trials = sys.argv[1:-1], sys.argv[-1]
for name, arguments in (
    ("classic/cart-pole-dqn-003.yaml", {"render_mode": "rgb_array"}),
    ("classic/taxi-q-learning.yaml", {"render_mode": "ansi"}),
    ("follow-target.yaml", {"observe": ["target-direction", "joint_position"]}),
):
    env = ophiura.make(f"{trials}/{name}", command=java, **arguments)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # Bounds that are infinite.
        check_env(env, skip_render_check=True)
    first, _ = env.reset(seed=3)
    again, _ = env.reset(seed=3)
    assert numpy.array_equal(first, again), name
    _, reward, _, _, info = env.step(0)
    assert isinstance(reward, float) and "succeeded" in info
    if env.render_mode is not None:
        print(name, type(env.render()).__name__)
    env.close()
try:
    ophiura.make(f"{trials}/no-such.yaml", command=java)
except ophiura.OphiuraError as e:
    print(e)
print("checked")
