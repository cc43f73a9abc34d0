package org.ophiura.sim.mujoco.plugin;

import java.nio.file.Path;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Variant;

/** A robot of one's own. */
@Variant("A model file of one's own: a robot with joints and actuators, and its surroundings.")
public record MjcfModelSettings(
    @Setting("MJCF file, relative to this file; files that it includes are relative to it.")
        Path file)
    implements ModelSettings {}
