package org.ophiura.app.view;

import org.ophiura.app.trial.EpisodeListener;
import org.ophiura.app.trial.Rig;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialProgress;

/** A training on a live page: who opens it lets it hear of the run. */
public final class TrainingView implements AutoCloseable {
  private final TrainingShow show;
  private final LiveServer server;

  private TrainingView(TrainingShow show, LiveServer server) {
    this.show = show;
    this.server = server;
  }

  /**
   * Opens a page for a training.
   *
   * @param port 0 takes a free one
   */
  public static TrainingView open(Trial trial, int port) {
    TrainingShow show = new TrainingShow(trial);
    LiveServer server = LiveServer.start(show, LiveServer.LOOPBACK, port);
    show.start();
    return new TrainingView(show, server);
  }

  /** What looks at one rig. */
  public EpisodeListener spectator(Rig rig) {
    return show.spectator(rig);
  }

  /** What hears how the training gets on. */
  public TrialProgress progress() {
    return show;
  }

  /** Where the server listens. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
    show.close();
  }
}
