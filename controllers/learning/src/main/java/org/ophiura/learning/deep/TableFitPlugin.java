package org.ophiura.learning.deep;

import org.ophiura.learning.method.Method;
import org.ophiura.learning.method.MethodContext;
import org.ophiura.learning.method.MethodPlugin;
import org.ophiura.sim.plugin.SettingException;

/** The method {@code table-fit}. */
public final class TableFitPlugin implements MethodPlugin<TableFitSettings> {
  @Override
  public String id() {
    return "table-fit";
  }

  @Override
  public String summary() {
    return "A table of action values is learned, then a network is fitted to it: DQN's supervised"
        + " cousin.";
  }

  @Override
  public Class<TableFitSettings> settings() {
    return TableFitSettings.class;
  }

  @Override
  public Method create(TableFitSettings settings, MethodContext context) {
    int states = context.stateCount(id());
    Method teacher =
        SettingException.under("teacher", () -> MethodPlugin.create(settings.teacher(), context));
    if (!teacher.worth(new double[1], new double[context.actionCount()])) {
      throw new SettingException(
          "teacher.type",
          "must be a method that holds values of actions, such as tabular, got "
              + settings.teacher().plugin().id());
    }
    return new TableFit(
        settings,
        teacher,
        settings.encoding().network(settings.network(), context, context.actionCount()),
        context.spaces().observation(),
        states,
        context.actionCount());
  }
}
