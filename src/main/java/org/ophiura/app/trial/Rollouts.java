package org.ophiura.app.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs episodes on a number of threads, each with a rig of its own. Which thread runs an episode
 * changes nothing in its result, and results come in the order of their numbers.
 */
public final class Rollouts implements AutoCloseable {
  private final List<Rig> rigs = new ArrayList<>();
  private final BlockingQueue<Rig> free = new LinkedBlockingQueue<>();
  private final ExecutorService threads;
  private final Interruption interruption;

  /** Makes as many rigs as threads. */
  public Rollouts(Trial trial, int threadCount, Interruption interruption) {
    this.interruption = interruption;
    for (int i = 0; i < threadCount; i++) {
      rigs.add(trial.newRig());
    }
    free.addAll(rigs);
    threads =
        Executors.newFixedThreadPool(
            threadCount,
            job -> {
              Thread thread = new Thread(job, "ophiura-rollout");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Lets somebody see the episodes of the first rig, on its thread. */
  void admit(Function<Rig, EpisodeListener> spectator) {
    rigs.get(0).admit(spectator.apply(rigs.get(0)));
  }

  /** One episode, run on a rig that nobody else uses meanwhile. */
  @FunctionalInterface
  public interface Job<T> {
    /** Runs job number {@code index}. */
    T run(Rig rig, int index);
  }

  /**
   * Runs jobs 0 to {@code count} (exclusive).
   *
   * @param finished receives each result on the calling thread, in order
   * @return the results in order; fewer than {@code count} after an interruption
   */
  public <T> List<T> run(int count, Job<T> job, Consumer<T> finished) {
    List<Future<List<T>>> futures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int index = i;
      futures.add(
          threads.submit(
              () -> {
                if (interruption.requested()) {
                  return List.of();
                }
                Rig rig = free.take();
                try {
                  return List.of(job.run(rig, index));
                } finally {
                  free.add(rig);
                }
              }));
    }
    List<T> results = new ArrayList<>();
    for (Future<List<T>> future : futures) {
      for (T result : join(future)) {
        results.add(result);
        finished.accept(result);
      }
    }
    return results;
  }

  private static <T> T join(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while episodes were running", e);
    }
  }

  /** Waits for the episodes that run; after a failure there may be some that were never begun. */
  @Override
  public void close() {
    threads.shutdownNow();
    boolean ended = false;
    while (!ended) {
      try {
        ended = threads.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    rigs.forEach(Rig::close);
  }
}
