package org.ophiura.sim.mujoco.scene;

import java.util.List;

/**
 * The bodies of a model and the shapes that they show. Lengths in m, poses relative to the body.
 *
 * @param bodies all of them, the world first
 * @param shapes what can be seen
 */
public record Scene(List<Body> bodies, List<Shape> shapes) {
  /** Stands where a body is no part of an arm. */
  public static final int NONE = -1;

  /** Keeps copies. */
  public Scene {
    bodies = List.copyOf(bodies);
    shapes = List.copyOf(shapes);
  }

  /**
   * Something that moves as a whole.
   *
   * @param name in the model
   * @param role what it is for those who look
   * @param arm index of the brittle star's arm that it belongs to, or {@link #NONE}
   * @param segment index in the arm, from the disk, or {@link #NONE}
   */
  public record Body(String name, Role role, int arm, int segment) {}

  /** What a body is. */
  public enum Role {
    /** Does not move. */
    WORLD,
    /** The brittle star's disk, or the body that carries another robot. */
    TRUNK,
    /** A segment of an arm. */
    SEGMENT,
    /** Where the robot is to go. */
    TARGET,
    /** Anything else. */
    OTHER
  }

  /**
   * A simple solid.
   *
   * @param body index of the body that it belongs to
   * @param form what it is
   * @param size MuJoCo's three numbers for that form: radius and half lengths
   * @param position x, y, z of its middle
   * @param quaternion w, x, y, z
   * @param color red, green, blue, opacity in [0, 1]
   */
  public record Shape(
      int body,
      Form form,
      List<Double> size,
      List<Double> position,
      List<Double> quaternion,
      List<Double> color) {
    /** Keeps copies. */
    public Shape {
      size = List.copyOf(size);
      position = List.copyOf(position);
      quaternion = List.copyOf(quaternion);
      color = List.copyOf(color);
    }
  }

  /** The forms that shapes have; meshes and height fields are shown as the boxes around them. */
  public enum Form {
    /** A rectangle in its x-y plane; size 0 is endless. */
    PLANE,
    /** Radius. */
    SPHERE,
    /** Radius, half length of the cylinder along z. */
    CAPSULE,
    /** Radii along x, y, z. */
    ELLIPSOID,
    /** Radius, half length along z. */
    CYLINDER,
    /** Half edges along x, y, z. */
    BOX
  }

  /** Number of segments of all arms. */
  public int segmentCount() {
    return (int) bodies.stream().filter(body -> body.role() == Role.SEGMENT).count();
  }
}
