package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

final class ViewCommandTest {
  private static final int MISTAKE = 2;

  @Test
  void aTrialThatLearnsNeedsAPolicy() {
    refused(Invocation.small("view", "target-locomotion"), "--policy");
  }

  @Test
  void aPortIsANumberOfTheProtocol() {
    refused(Invocation.small("view", "follow-target", "--port", 70_000), "--port must be in");
  }

  @Test
  void aPortThatIsTakenIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      refused(Invocation.small("view", "follow-target", "--port", port), "--port " + port);
    }
  }

  private static void refused(Invocation view, String reason) {
    assertEquals(MISTAKE, view.code(), view.err());
    assertTrue(view.err().contains(reason), view.err());
    assertEquals("", view.out());
  }
}
