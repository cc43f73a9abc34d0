package org.ophiura.sim.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one of the records that a sealed interface of settings permits: what a file chooses by
 * {@code type: id} where there is no plug-in to choose, such as the ways to place a target.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Variant {
  /** One sentence for the reference page. */
  String value();

  /**
   * What a file calls it; left empty, it is the record's name without that of the interface: {@code
   * OnCircle} and {@code OnCircleTarget} of {@code Target} are both {@code on-circle}.
   */
  String id() default "";
}
