package org.ophiura.sim.plugin;

import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.ophiura.sim.NearestName;

/**
 * All plug-ins of one kind, by id. Immutable.
 *
 * @param <P> the kind, such as {@link PlantPlugin}
 */
public final class Plugins<P extends Plugin<?>> {
  private final String kind;
  private final Map<String, P> byId;

  private Plugins(String kind, Map<String, P> byId) {
    this.kind = kind;
    this.byId = byId;
  }

  /**
   * Finds the plug-ins that the class path offers.
   *
   * @param kind what one is called in messages, such as {@code plant}
   * @param type the interface that the plug-ins implement
   * @throws IllegalStateException if two have the same id, or a service file names a class that
   *     cannot be made
   */
  @SuppressWarnings("unchecked") // A raw interface's services are of its wildcard type, P.
  public static <P extends Plugin<?>> Plugins<P> load(String kind, Class<? super P> type) {
    Map<String, P> byId = new TreeMap<>();
    try {
      for (Object service : ServiceLoader.load(type)) {
        P plugin = (P) service;
        P other = byId.put(plugin.id(), plugin);
        if (other != null) {
          throw new IllegalStateException(
              "two "
                  + kind
                  + " plug-ins have the id '"
                  + plugin.id()
                  + "': "
                  + other.getClass().getName()
                  + " and "
                  + plugin.getClass().getName()
                  + "; rename one or take its jar off the class path");
        }
      }
    } catch (ServiceConfigurationError e) {
      throw new IllegalStateException(
          "a " + kind + " plug-in cannot be loaded: " + e.getMessage(), e);
    }
    return new Plugins<>(kind, byId);
  }

  /** All of them, in the order of their ids. */
  public List<P> all() {
    return List.copyOf(byId.values());
  }

  /**
   * The plug-in with an id.
   *
   * @throws SettingException for {@code type}, listing the known ids and the nearest
   */
  public P get(String id) {
    P plugin = byId.get(id);
    if (plugin == null) {
      throw new SettingException(
          "type",
          "must name a " + kind + ", got '" + id + "'" + NearestName.suggestion(id, byId.keySet()));
    }
    return plugin;
  }
}
