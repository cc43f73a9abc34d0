"""Steps a model with the official Python bindings.

Usage: step_with_official_bindings.py MODEL.xml CONTROLS PHYSICS_STEPS OUT

CONTROLS holds one row of doubles for each control step. OUT receives, after the reset and after each control step, the
doubles of sensordata, qpos, qvel and qacc_warmstart. Prints the version of the bindings.
"""

import sys

import mujoco
import numpy

model = mujoco.MjModel.from_xml_path(sys.argv[1])
data = mujoco.MjData(model)
controls = numpy.fromfile(sys.argv[2]).reshape(-1, model.nu)

with open(sys.argv[4], "wb") as out:

    def record():
        for array in (data.sensordata, data.qpos, data.qvel, data.qacc_warmstart):
            out.write(array.tobytes())

    mujoco.mj_forward(model, data)
    record()
    for row in controls:
        data.ctrl[:] = row
        for _ in range(int(sys.argv[3])):
            mujoco.mj_step(model, data)
        record()

print(mujoco.__version__)
