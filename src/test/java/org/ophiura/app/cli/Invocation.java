package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ophiura.app.Trials;
import picocli.CommandLine;

/**
 * One run of the command line within the test's own process.
 *
 * @param code exit code
 * @param out what it printed
 * @param err what it complained about
 */
record Invocation(int code, String out, String err) {
  static Invocation of(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int code = commandLine.execute(words);
    return new Invocation(code, out.toString(), err.toString());
  }

  /** Runs a command on a kept trial, made small, with further arguments. */
  static Invocation small(String command, String trial, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(command, Trials.file(trial)));
    for (String change : Trials.SMALL) {
      all.addAll(List.of("--set", change));
    }
    all.addAll(List.of(arguments));
    return of(all.toArray());
  }

  /** Runs the default trial, small: two training episodes, five of evaluation. */
  static Invocation smallRun(Path out, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of("--out", out));
    for (String change :
        List.of(
            "training.episodes=2", "training.evaluate-every=1", "training.evaluate-episodes=3")) {
      all.addAll(List.of("--set", change));
    }
    all.addAll(List.of(arguments));
    return small("run", "target-locomotion", all.toArray());
  }

  /** Checks that all went well. */
  Invocation succeeded() {
    assertEquals("", err);
    assertEquals(ExitCode.OK, code);
    return this;
  }

  /**
   * Checks that a user's mistake was told in these words and nothing else: no stack trace, no
   * further line.
   *
   * @param folder stands as FOLDER in the message
   */
  void refused(Path folder, String message) {
    assertEquals("ophiura: " + message + "\n", err.replace(folder.toString(), "FOLDER"));
    assertEquals(ExitCode.USER_MISTAKE, code);
    assertEquals("", out);
  }
}
