package org.ophiura.app.hil.gap;

import java.util.List;

/**
 * What a fit has found.
 *
 * @param before the model that the simulation had
 * @param after the one that is closest to the robot
 * @param standardErrors of its values, in their order; NaN where the log does not tell them apart
 * @param fitted how close both are on the ticks that were fitted
 * @param judged how close both are on ticks that the fit did not see
 */
public record FittedModel(
    JointModel before,
    JointModel after,
    List<Double> standardErrors,
    Agreement fitted,
    Agreement judged) {
  /** Takes a copy of the list. */
  public FittedModel {
    standardErrors = List.copyOf(standardErrors);
  }
}
