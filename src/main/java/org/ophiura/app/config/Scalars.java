package org.ophiura.app.config;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ophiura.sim.NearestName;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** Reads single values, by the setting that takes them; null where there is a problem. */
final class Scalars {
  /** More digits than any long has; keeps 1e999999999 from being written out. */
  private static final int LONGEST_WHOLE = 25;

  private final Problems problems;

  Scalars(Problems problems) {
    this.problems = problems;
  }

  @Nullable Object read(Shape shape, Setting setting, Tree tree, String path) {
    if (shape instanceof Shape.Flag) {
      return flag(tree, path);
    }
    if (shape instanceof Shape.Whole whole) {
      return whole(whole, setting, tree, path);
    }
    if (shape instanceof Shape.Real) {
      return real(setting, tree, path);
    }
    if (shape instanceof Shape.Word word) {
      return word(word, tree, path);
    }
    if (shape instanceof Shape.FileName) {
      return fileName(tree, path);
    }
    if (tree instanceof Tree.Scalar scalar && !scalar.isNothing()) {
      return scalar.text();
    }
    return wrong(tree, path, "must be text", false);
  }

  private @Nullable Object flag(Tree tree, String path) {
    if (tree instanceof Tree.Scalar scalar) {
      if (scalar.isFlag()) {
        return scalar.text().equals("true");
      }
      boolean quoted = scalar.text().equals("true") || scalar.text().equals("false");
      return wrong(tree, path, "must be true or false", quoted);
    }
    return wrong(tree, path, "must be true or false", false);
  }

  private @Nullable Object whole(Shape.Whole shape, Setting setting, Tree tree, String path) {
    String rule = "must be a whole number" + unit(setting);
    if (!(tree instanceof Tree.Scalar scalar) || !scalar.isNumber()) {
      return wrong(tree, path, rule, isQuotedNumber(tree));
    }
    BigInteger value;
    try {
      BigDecimal exact = new BigDecimal(scalar.text());
      boolean huge = (long) exact.precision() - exact.scale() > LONGEST_WHOLE;
      value = huge ? BigInteger.TEN.pow(LONGEST_WHOLE) : exact.toBigIntegerExact();
    } catch (ArithmeticException | NumberFormatException e) {
      return wrong(tree, path, rule, false);
    }
    long least = shape.wide() ? Long.MIN_VALUE : Integer.MIN_VALUE;
    long greatest = shape.wide() ? Long.MAX_VALUE : Integer.MAX_VALUE;
    if (value.compareTo(BigInteger.valueOf(least)) < 0
        || value.compareTo(BigInteger.valueOf(greatest)) > 0) {
      return wrong(
          tree, path, "must be a whole number in [" + least + ", " + greatest + "]", false);
    }
    if (!Settings.allows(setting, value.doubleValue())) {
      return wrong(tree, path, "must be " + Settings.rule(setting), false);
    }
    return shape.wide() ? (Object) value.longValueExact() : (Object) value.intValueExact();
  }

  private @Nullable Object real(Setting setting, Tree tree, String path) {
    if (!(tree instanceof Tree.Scalar scalar) || !scalar.isNumber()) {
      return wrong(tree, path, "must be a number" + unit(setting), isQuotedNumber(tree));
    }
    double value = Double.parseDouble(scalar.text());
    if (!Double.isFinite(value)) {
      return wrong(tree, path, "must be a finite number" + unit(setting), false);
    }
    if (!Settings.allows(setting, value)) {
      return wrong(tree, path, "must be " + Settings.rule(setting), false);
    }
    return value;
  }

  private @Nullable Object word(Shape.Word word, Tree tree, String path) {
    Set<String> known = word.constants().keySet();
    String rule = "must be one of " + String.join(", ", known);
    if (!(tree instanceof Tree.Scalar scalar) || scalar.isNothing()) {
      return wrong(tree, path, rule, false);
    }
    Enum<?> constant = word.constants().get(scalar.text());
    if (constant == null) {
      String nearest = NearestName.of(scalar.text(), known).orElseThrow();
      problems.add(
          tree.at(), path, rule + ", got " + tree.inWords() + "; did you mean '" + nearest + "'?");
    }
    return constant;
  }

  private @Nullable Object fileName(Tree tree, String path) {
    if (!(tree instanceof Tree.Scalar scalar) || scalar.isNothing() || scalar.text().isBlank()) {
      return wrong(tree, path, "must be a file name", false);
    }
    try {
      return tree.at().folder().resolve(scalar.text()).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      return wrong(tree, path, "must be a file name", false);
    }
  }

  private @Nullable Object wrong(Tree tree, String path, String rule, boolean quoted) {
    String remedy = quoted ? "; take the quotes away" : "";
    problems.add(tree.at(), path, rule + ", got " + tree.inWords() + remedy);
    return null;
  }

  private static boolean isQuotedNumber(Tree tree) {
    return tree instanceof Tree.Scalar scalar
        && !scalar.plain()
        && Tree.NUMBER.matcher(scalar.text()).matches();
  }

  private static String unit(Setting setting) {
    return setting.unit().isEmpty() ? "" : " (" + setting.unit() + ")";
  }
}
