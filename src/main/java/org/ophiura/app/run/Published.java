package org.ophiura.app.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ophiura.app.trial.TrialOutcome;

/**
 * What was published.
 *
 * @param outcome what came of the experiment
 * @param continuable whether it was interrupted and can be continued
 * @param earlier where the run is now that stood there before, if it was kept
 * @param missing what was not made, and why
 */
public record Published(
    TrialOutcome outcome, boolean continuable, Optional<Path> earlier, List<String> missing) {}
