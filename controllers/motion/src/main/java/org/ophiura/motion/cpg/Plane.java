package org.ophiura.motion.cpg;

/** In which plane a joint of an arm bends. */
public enum Plane {
  /** In the plane of the disk; positive to the left, seen from the disk. */
  IN_PLANE("in-plane", "in_plane"),
  /** Out of the plane of the disk; positive upwards. */
  OUT_OF_PLANE("out-of-plane", "out_of_plane");

  private final String label;
  private final String inJointNames;

  Plane(String label, String inJointNames) {
    this.label = label;
    this.inJointNames = inJointNames;
  }

  /** In messages: {@code in-plane} or {@code out-of-plane}. */
  public String label() {
    return label;
  }

  /** In the names of joints: {@code in_plane} or {@code out_of_plane}. */
  String inJointNames() {
    return inJointNames;
  }
}
