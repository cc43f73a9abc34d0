"""Prints what the public TensorBoard reads from a folder, a line per figure: python3 read_events.py FOLDER"""

import sys

from tensorboard.backend.event_processing import event_accumulator

events = event_accumulator.EventAccumulator(
    sys.argv[1], size_guidance={event_accumulator.SCALARS: 0, event_accumulator.HISTOGRAMS: 0}
)
events.Reload()
tags = events.Tags()
for tag in sorted(tags["scalars"]):
    print("scalar", tag, *(f"{event.step}={event.value:.6g}" for event in events.Scalars(tag)))
for tag in sorted(tags["histograms"]):
    print("histogram", tag, *(f"{event.step}={event.histogram_value.num:g}" for event in events.Histograms(tag)))
for tag in sorted(tags["tensors"]):
    print("plugin", tag, events.SummaryMetadata(tag).plugin_data.plugin_name)
