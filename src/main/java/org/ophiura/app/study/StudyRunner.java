package org.ophiura.app.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ophiura.app.config.ConfigException;
import org.ophiura.app.config.Resolved;
import org.ophiura.app.results.UserException;
import org.ophiura.app.run.Experiments;
import org.ophiura.app.run.RunRecord;
import org.ophiura.app.trial.Experiment;
import org.ophiura.app.trial.Interruption;
import org.ophiura.app.trial.TrialProgress;
import org.ophiura.sim.plugin.SettingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings every run of a study to its end, each on one thread, as many at a time as there are
 * threads. Runs that are finished are read, those that were stopped are continued.
 */
public final class StudyRunner {
  private static final Logger LOG = LoggerFactory.getLogger(StudyRunner.class);

  private final StudyFolder folder;
  private final int threads;
  private final Interruption interruption;
  private final StudyProgress progress;

  /** Set when a run meets something that all others would meet too, such as a full disk. */
  private final AtomicBoolean hopeless = new AtomicBoolean();

  /**
   * Prepares the runs.
   *
   * @param threads runs that go on at the same time; changes the speed, never the result
   */
  public StudyRunner(
      StudyFolder folder, int threads, Interruption interruption, StudyProgress progress) {
    this.folder = folder;
    this.threads = threads;
    this.interruption = interruption;
    this.progress = progress;
  }

  /**
   * Runs what is left to run.
   *
   * @return all runs in the order of {@link StudyPlan#jobs()}; empty after an interruption
   * @throws UserException if a file cannot be written
   * @throws SettingException if a setting does not fit
   */
  public Optional<List<SeedRun>> run() {
    List<StudyPlan.Job> jobs = folder.plan().jobs();
    progress.begun(jobs.size(), (int) jobs.stream().filter(folder::isFinished).count());
    ExecutorService pool =
        Executors.newFixedThreadPool(
            Math.min(threads, jobs.size()),
            job -> {
              Thread thread = new Thread(job, "ophiura-study");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<Future<Optional<SeedRun>>> futures = new ArrayList<>();
      jobs.forEach(job -> futures.add(pool.submit(() -> run(job))));
      return collect(futures);
    } finally {
      pool.shutdown();
    }
  }

  private static Optional<List<SeedRun>> collect(List<Future<Optional<SeedRun>>> futures) {
    List<SeedRun> runs = new ArrayList<>();
    Optional<RuntimeException> problem = Optional.empty();
    for (Future<Optional<SeedRun>> future : futures) {
      try {
        future.get().ifPresent(runs::add);
      } catch (ExecutionException e) {
        RuntimeException cause =
            e.getCause() instanceof RuntimeException known
                ? known
                : new IllegalStateException(e.getCause());
        problem = problem.isEmpty() ? Optional.of(cause) : problem;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while runs were going on", e);
      }
    }
    if (problem.isPresent()) {
      throw problem.get();
    }
    return runs.size() == futures.size() ? Optional.of(runs) : Optional.empty();
  }

  /** One run; empty if the user interrupted it, or before it. */
  private Optional<SeedRun> run(StudyPlan.Job job) {
    if (interruption.requested() || hopeless.get()) {
      return Optional.empty();
    }
    boolean before = folder.isFinished(job);
    if (!before) {
      tell(() -> progress.started(job));
    }
    Experiment settings = job.trial().settings().withSeed(job.seed());
    SeedRun run;
    try {
      RunRecord record =
          Experiments.complete(
              folder.run(job),
              settings,
              Resolved.toYaml(settings.settings()),
              folder.plan().versions(),
              1,
              interruption,
              TrialProgress.SILENT);
      if (record.interrupted()) {
        return Optional.empty();
      }
      run = SeedRun.of(job.seed(), record);
    } catch (UserException | SettingException | ConfigException e) {
      hopeless.set(true);
      throw e;
    } catch (RuntimeException e) {
      LOG.error("{}, seed {}, could not be run", job.trial().label(), job.seed(), e);
      run = SeedRun.failed(job.seed(), settings, e.toString());
    }
    SeedRun ended = run;
    tell(() -> progress.finished(job, ended, before));
    return Optional.of(run);
  }

  private synchronized void tell(Runnable news) {
    news.run();
  }
}
