package org.ophiura.app.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.Plugin;
import org.ophiura.sim.plugin.Plugins;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;
import org.ophiura.sim.plugin.Variant;

/**
 * Finds the {@link Shape} of each component of settings records, and the plug-ins they may choose.
 * Looks each up once. A record that cannot be read from a file is a programmer's mistake: {@link
 * IllegalStateException}.
 */
final class Shapes {
  /** The key that chooses among the types of a union. */
  static final String TYPE = "type";

  private final Map<Class<?>, List<Field>> fields = new HashMap<>();
  private final Map<Class<?>, List<Shape.Option>> variants = new HashMap<>();

  /** The settings of a record, in the order of its components. */
  List<Field> fields(Class<? extends Record> type) {
    List<Field> known = fields.get(type);
    if (known != null) {
      return known;
    }
    List<Field> found = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Setting setting = component.getAnnotation(Setting.class);
      if (setting == null) {
        throw mistake(type, component.getName(), "lacks @Setting");
      }
      String key = Settings.key(component.getName());
      if (key.equals(TYPE)) {
        throw mistake(type, key, "is the key that chooses among types; use another name");
      }
      Shape shape = shape(type, key, component.getGenericType(), setting);
      found.add(new Field(type, key, setting, withDefault(type, key, setting, shape)));
    }
    fields.put(type, List.copyOf(found));
    return found;
  }

  /** The setting of a record that a file calls {@code key}. */
  Optional<Field> field(Class<? extends Record> type, String key) {
    return fields(type).stream().filter(field -> field.key().equals(key)).findFirst();
  }

  private Shape shape(Class<?> owner, String key, Type type, @Nullable Setting setting) {
    if (type instanceof ParameterizedType generic) {
      Type argument = generic.getActualTypeArguments()[0];
      if (generic.getRawType() == List.class) {
        return new Shape.Elements(shape(owner, key, argument, setting));
      }
      if (generic.getRawType() == Optional.class) {
        return new Shape.Maybe(shape(owner, key, argument, setting));
      }
      if (generic.getRawType() == Choice.class) {
        if (setting == null || setting.plugin() == void.class) {
          throw mistake(owner, key, "is a Choice: name its kind in @Setting(plugin = …)");
        }
        Class<?> kind = setting.plugin();
        return new Shape.Union(noun(kind), plugins(kind), Optional.empty());
      }
    } else if (type instanceof Class<?> single) {
      return shape(owner, key, single);
    }
    throw mistake(owner, key, "has a type that files cannot hold: " + type.getTypeName());
  }

  private Shape shape(Class<?> owner, String key, Class<?> type) {
    if (type == boolean.class || type == Boolean.class) {
      return new Shape.Flag();
    }
    if (type == int.class || type == Integer.class) {
      return new Shape.Whole(false);
    }
    if (type == long.class || type == Long.class) {
      return new Shape.Whole(true);
    }
    if (type == double.class || type == Double.class) {
      return new Shape.Real();
    }
    if (type == String.class) {
      return new Shape.Text();
    }
    if (type == Path.class) {
      return new Shape.FileName();
    }
    if (type.isEnum()) {
      return new Shape.Word(words(type));
    }
    if (type.isRecord()) {
      Class<? extends Record> record = type.asSubclass(Record.class);
      return isTuple(record) ? new Shape.Tuple(record, parts(record)) : new Shape.Group(record);
    }
    if (type.isSealed() && type.isInterface()) {
      return new Shape.Union(noun(type), permitted(type), Optional.empty());
    }
    throw mistake(owner, key, "has a type that files cannot hold: " + type.getTypeName());
  }

  /** Adds to a union the type that its default names. */
  private static Shape withDefault(
      Class<? extends Record> owner, String key, Setting setting, Shape shape) {
    Field field = new Field(owner, key, setting, shape);
    if (field.isRequired() || field.isOptional()) {
      return shape;
    }
    if (shape instanceof Shape.Maybe maybe) {
      return new Shape.Maybe(withDefault(owner, key, setting, maybe.value()));
    }
    if (shape instanceof Shape.Union union) {
      Tree tree = field.defaultTree(new Location("default", 0, Path.of("")));
      Tree id = tree instanceof Tree.Block block ? block.get(TYPE) : tree;
      return id instanceof Tree.Scalar scalar && !scalar.isNothing()
          ? new Shape.Union(union.noun(), union.options(), Optional.of(scalar.text()))
          : shape;
    }
    return shape;
  }

  /** Whether a record is written as a list of its components. */
  static boolean isTuple(Class<? extends Record> type) {
    RecordComponent[] components = type.getRecordComponents();
    return components.length > 0
        && Arrays.stream(components).noneMatch(c -> c.isAnnotationPresent(Setting.class));
  }

  /** What a file calls a constant of an enum. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What a file calls a record of a sealed interface. */
  static String variantId(Class<?> sealed, Class<?> record) {
    Variant variant = record.getAnnotation(Variant.class);
    if (variant != null && !variant.id().isEmpty()) {
      return variant.id();
    }
    String name = record.getSimpleName();
    String common = sealed.getSimpleName();
    return Settings.key(
        name.endsWith(common) && !name.equals(common)
            ? name.substring(0, name.length() - common.length())
            : name);
  }

  private Map<String, Shape> parts(Class<? extends Record> type) {
    Map<String, Shape> parts = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String key = Settings.key(component.getName());
      parts.put(key, shape(type, key, component.getGenericType(), null));
    }
    return parts;
  }

  private static Map<String, Enum<?>> words(Class<?> type) {
    Map<String, Enum<?>> words = new LinkedHashMap<>();
    for (Object constant : type.getEnumConstants()) {
      Enum<?> value = (Enum<?>) constant;
      words.put(word(value), value);
    }
    return words;
  }

  private List<Shape.Option> permitted(Class<?> sealed) {
    return variants.computeIfAbsent(
        sealed,
        type ->
            Arrays.stream(type.getPermittedSubclasses())
                .map(
                    permitted -> {
                      if (!permitted.isRecord()) {
                        throw mistake(type, permitted.getSimpleName(), "is not a record");
                      }
                      Variant variant = permitted.getAnnotation(Variant.class);
                      return new Shape.Option(
                          variantId(type, permitted),
                          variant == null ? "" : variant.value(),
                          permitted.asSubclass(Record.class),
                          Optional.empty());
                    })
                .toList());
  }

  private List<Shape.Option> plugins(Class<?> kind) {
    return variants.computeIfAbsent(
        kind,
        type ->
            load(type).stream()
                .map(
                    plugin ->
                        new Shape.Option(
                            plugin.id(),
                            plugin.summary(),
                            plugin.settings(),
                            Optional.<Plugin<?>>of(plugin)))
                .toList());
  }

  @SuppressWarnings("unchecked") // asSubclass checks the class; its type argument is a wildcard
  private static List<Plugin<?>> load(Class<?> kind) {
    Class<Plugin<?>> type = (Class<Plugin<?>>) (Class<?>) kind.asSubclass(Plugin.class);
    return Plugins.<Plugin<?>>load(noun(kind), type).all();
  }

  /** What a kind is called in messages: {@code PlantPlugin} is a plant. */
  private static String noun(Class<?> kind) {
    String name = kind.getSimpleName();
    String common = "Plugin";
    String bare =
        name.endsWith(common) && !name.equals(common)
            ? name.substring(0, name.length() - common.length())
            : name;
    return Settings.key(bare).replace('-', ' ');
  }

  private static IllegalStateException mistake(Class<?> owner, String key, String what) {
    return new IllegalStateException(owner.getName() + ": " + key + " " + what);
  }
}
