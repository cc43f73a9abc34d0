package org.ophiura.models;

/**
 * The two hinges between a segment and its parent, in the order in which the model lists them.
 *
 * <p>A positive angle bends the arm to the left seen from the disk (in plane) or lifts it (out of
 * plane).
 */
public enum BendingPlane {
  /** About the vertical axis (0, 0, 1). */
  IN_PLANE("in_plane"),
  /** About the axis (0, -1, 0). */
  OUT_OF_PLANE("out_of_plane");

  private final String nameInModel;

  BendingPlane(String nameInModel) {
    this.nameInModel = nameInModel;
  }

  /** The part of a joint's name that tells the plane, for example {@code in_plane}. */
  public String nameInModel() {
    return nameInModel;
  }
}
