package org.ophiura.app.bench;

import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ophiura.app.trial.EpisodeListener;
import org.ophiura.app.trial.Interruption;
import org.ophiura.app.trial.Rig;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialOutcome;
import org.ophiura.app.trial.TrialProgress;
import org.ophiura.app.trial.TrialRunner;
import org.ophiura.app.view.TrainingView;
import org.ophiura.sim.mujoco.MujocoModel;

/**
 * What a training loses when two pages watch it: clients that read every frame and draw none.
 * Rounds with and without take turns; both must learn the same.
 */
final class WatchedTraining {
  private static final int ROUNDS = 7;
  private static final int CLIENTS = 2;

  private static final List<String> CHANGES =
      List.of("training.episodes=60", "training.evaluate-every=0", "evaluation.episodes=1");

  private WatchedTraining() {}

  /** Takes the number of rounds. */
  public static void main(String[] arguments) {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS;
    PrintStream out = System.out;
    out.printf(
        Locale.ROOT,
        "MuJoCo %s, Java %s; 60 training episodes of the default trial on one thread%n%n"
            + "round  alone: wall s  others   watched by two: wall s  others  frames/s each  ratio%n",
        MujocoModel.libraryVersion(),
        Runtime.version());
    Series alone = new Series();
    Series watched = new Series();
    Series ratios = new Series();
    try (Trial trial = Trial.open(BenchTrial.settings(CHANGES))) {
      train(trial, rig -> EpisodeListener.NONE, TrialProgress.SILENT);
      for (int round = 0; round < rounds; round++) {
        Run a = train(trial, rig -> EpisodeListener.NONE, TrialProgress.SILENT);
        AtomicLong frames = new AtomicLong();
        Run b = watched(trial, frames);
        if (!a.returns().equals(b.returns())) {
          throw new IllegalStateException("a training that was watched learned something else");
        }
        alone.add(a.span().wallSeconds());
        watched.add(b.span().wallSeconds());
        ratios.add(b.span().wallSeconds() / a.span().wallSeconds());
        out.printf(
            Locale.ROOT,
            "%5d  %13.2f  %6.2f   %22.2f  %6.2f  %13.1f  %5.3f%n",
            round,
            a.span().wallSeconds(),
            a.span().othersCores(),
            b.span().wallSeconds(),
            b.span().othersCores(),
            frames.get() / (double) CLIENTS / b.span().wallSeconds(),
            ratios.last());
      }
    }
    out.printf(
        Locale.ROOT,
        "%nmedians: %.2f s alone, %.2f s watched: ratio %.3f (rounds %.3f to %.3f)%n"
            + "Returns are equal bit for bit.%n",
        alone.median(),
        watched.median(),
        watched.median() / alone.median(),
        ratios.quantile(0),
        ratios.quantile(1));
  }

  private record Run(Stopwatch.Span span, List<Double> returns) {}

  private static Run watched(Trial trial, AtomicLong frames) {
    try (TrainingView view = TrainingView.open(trial, 0)) {
      HttpClient client = HttpClient.newHttpClient();
      List<WebSocket> sockets =
          Stream.generate(() -> connect(client, view.port(), frames)).limit(CLIENTS).toList();
      Run run = train(trial, view::spectator, view.progress());
      sockets.forEach(WebSocket::abort);
      return run;
    }
  }

  private static WebSocket connect(HttpClient client, int port, AtomicLong frames) {
    String address = "127.0.0.1:" + port;
    return client
        .newWebSocketBuilder()
        .header("Origin", "http://" + address)
        .buildAsync(URI.create("ws://" + address + "/live"), new Reader(frames))
        .join();
  }

  /** Reads, and counts frames. */
  private record Reader(AtomicLong frames) implements WebSocket.Listener {
    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
      if (last) {
        frames.incrementAndGet();
      }
      return WebSocket.Listener.super.onBinary(socket, data, last);
    }
  }

  private static Run train(
      Trial trial, Function<Rig, EpisodeListener> spectator, TrialProgress progress) {
    Stopwatch watch = Stopwatch.start();
    TrialOutcome outcome =
        new TrialRunner(trial, 1, new Interruption(), progress)
            .withSpectator(spectator)
            .run(EpisodeListener.NONE);
    Stopwatch.Span span = watch.stop(0);
    return new Run(
        span,
        outcome.training().orElseThrow().episodes().stream()
            .map(episode -> episode.result().totalReward())
            .toList());
  }
}
