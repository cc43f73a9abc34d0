package org.ophiura.sim.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one component of a settings record: the only source of its default, its limits, the
 * schema and the reference page. In a file the component {@code jointLimitFraction} is written
 * {@code joint-limit-fraction}.
 *
 * <p>The compact constructor of the record enforces the limits: {@code
 * Settings.check(MySettings.class, first, second, …)}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Setting {
  /** The {@link #defaultValue} of a setting that the file must give. */
  String REQUIRED = "\u0000required";

  /** The {@link #defaultValue} of an {@link java.util.Optional} setting that may be left out. */
  String NONE = "\u0000none";

  /** What the setting does, and where its default comes from. */
  String value();

  /** Its unit, such as {@code rad/s}; empty for a pure number. */
  String unit() default "";

  /** The default, as it would be written in a YAML file; {@code {}} for a record of defaults. */
  String defaultValue() default REQUIRED;

  /** Least value of a number (and of each number of a list). */
  double min() default Double.NEGATIVE_INFINITY;

  /** Greatest value of a number (and of each number of a list). */
  double max() default Double.POSITIVE_INFINITY;

  /** Whether {@link #min} itself is excluded. */
  boolean exclusiveMin() default false;

  /** Whether {@link #max} itself is excluded. */
  boolean exclusiveMax() default false;

  /** The kind of plug-in that a {@link Choice} component chooses from. */
  Class<?> plugin() default void.class;
}
