package org.ophiura.learning.policy;

import org.ophiura.learning.Policy;
import org.ophiura.learning.PolicyContext;
import org.ophiura.learning.PolicyPlugin;
import org.ophiura.sim.plugin.SettingException;

/**
 * The policy {@code q-table}: the best action of a trained table. The table comes from a learner or
 * from a file, both of which are others' work; what they make is a {@link
 * org.ophiura.learning.tabular.GreedyPolicy}.
 */
public final class QTablePlugin implements PolicyPlugin<QTableSettings> {
  @Override
  public String id() {
    return "q-table";
  }

  @Override
  public String summary() {
    return "The best action of a learned table of values.";
  }

  @Override
  public Class<QTableSettings> settings() {
    return QTableSettings.class;
  }

  @Override
  public boolean learned() {
    return true;
  }

  /** Always throws: a table is learned or read, never made from settings. */
  @Override
  public Policy create(QTableSettings settings, PolicyContext context) {
    throw new SettingException(
        "file",
        "must name a trained table where nothing is trained, got "
            + settings.file().map(Object::toString).orElse("none")
            + "; train one first, or choose a policy that does not learn");
  }
}
