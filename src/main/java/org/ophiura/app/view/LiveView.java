package org.ophiura.app.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ophiura.app.trial.Trial;

/** A robot on a live page: opens session and server, and closes them in the right order. */
public final class LiveView implements AutoCloseable {
  private final Trial trial;
  private final LiveSession session;
  private final LiveServer server;

  private LiveView(Trial trial, LiveSession session, LiveServer server) {
    this.trial = trial;
    this.session = session;
    this.server = server;
  }

  /**
   * Opens a page for a trial.
   *
   * @param file the trial file
   * @param changes of the command line
   * @param learned the policy that the changes bring, for viewers to go back to
   * @param trial opened with them; closed with the page
   * @param host address to listen at
   * @param port 0 takes a free one
   */
  public static LiveView open(
      Path file,
      List<String> changes,
      Optional<String> learned,
      Trial trial,
      String host,
      int port) {
    LiveSession session = new LiveSession(trial, new LiveControls(file, changes, learned));
    try {
      LiveServer server = LiveServer.start(session, host, port);
      session.start();
      return new LiveView(trial, session, server);
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /** Where the server listens. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
    session.close();
    trial.close();
  }
}
