package org.ophiura.learning.policy;

import java.nio.file.Path;
import java.util.Optional;
import org.ophiura.sim.plugin.Setting;

/** Settings of the policy {@code q-table}. */
public record QTableSettings(
    @Setting(
            value = "Policy file with a trained table; without one the trial trains its own.",
            defaultValue = Setting.NONE)
        Optional<Path> file) {}
