package org.ophiura.sim.hardware.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ophiura.sim.hardware.ServoArm;
import org.ophiura.sim.hardware.link.UdpLink;
import org.ophiura.sim.hardware.link.UdpPacket;
import org.ophiura.sim.hardware.link.UdpPacket.Kind;
import org.ophiura.sim.hardware.safety.SafetySettings;

/** On this machine's own network, against a robot that answers each command with a state. */
final class UdpDoctorTest {
  private static final int JOINTS = 3;

  /** So long that no other work of the machine makes an answer late. */
  private static final double CONTROL_PERIOD_SECONDS = 10;

  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final UdpPacket state = new UdpPacket(Kind.STATE, JOINTS);
  private int flags;
  private volatile int torqueAskedFor;
  private DatagramChannel robot;
  private int port;

  @BeforeEach
  void listen() throws IOException {
    robot = DatagramChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    port = ((InetSocketAddress) robot.getLocalAddress()).getPort();
  }

  @AfterEach
  void hangUp() throws IOException, InterruptedException {
    robot.close();
    thread.shutdown();
    assertTrue(thread.awaitTermination(10, TimeUnit.SECONDS));
  }

  private void answer(UdpPacket answers) {
    thread.execute(() -> answerAll(answers));
  }

  private void answerAll(UdpPacket answers) {
    UdpPacket command = new UdpPacket(Kind.COMMAND, JOINTS);
    ByteBuffer in = ByteBuffer.allocate(command.size());
    ByteBuffer out = ByteBuffer.allocate(answers.size());
    try {
      for (int sequence = 0; true; sequence++) {
        in.clear();
        SocketAddress host = robot.receive(in);
        in.flip();
        command.decode(in);
        torqueAskedFor |= command.flags() & UdpPacket.TORQUE;
        answers.stamp(sequence, command.sequence(), 0, flags);
        answers.encode(out);
        robot.send(out, host);
      }
    } catch (ClosedChannelException e) {
      // The test is over.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Finding> examine() {
    List<Finding> findings = new ArrayList<>();
    boolean well =
        new UdpDoctor(
                "robot",
                () -> UdpLink.open(InetAddress.getLoopbackAddress().getHostAddress(), port, JOINTS),
                ServoArm.layout(JOINTS),
                SafetySettings.DEFAULT,
                CONTROL_PERIOD_SECONDS,
                findings::add)
            .examine();
    assertEquals(findings.stream().allMatch(Finding::well), well);
    return findings;
  }

  private static List<String> problems(List<Finding> findings) {
    return findings.stream().filter(f -> !f.well()).map(Finding::found).toList();
  }

  @Test
  void aRobotThatAnswersIsWellAndItsMotorsStayOff() {
    answer(state);
    List<Finding> findings = examine();
    assertEquals(List.of(), problems(findings));
    assertTrue(
        findings.get(1).found().startsWith("it answered 50 of 50 commands, half of them within"),
        findings.toString());
    assertEquals(0, torqueAskedFor);
  }

  @Test
  void aRobotThatIsSilentIsTold() {
    assertEquals(List.of("nothing comes from robot"), problems(examine()));
  }

  @Test
  void aRobotOfOtherJointsIsTold() {
    answer(new UdpPacket(Kind.STATE, JOINTS + 1));
    assertEquals(
        List.of("robot sends packets that are no states of 3 joints, or damaged ones"),
        problems(examine()));
  }

  @Test
  void aRobotThatStoppedAndAJointOutOfItsRangeAreTold() {
    flags = UdpPacket.STOPPED;
    state.setFirst(1, 2);
    answer(state);
    List<String> problems = problems(examine());
    assertEquals("the robot says that it has stopped by itself", problems.get(0));
    assertTrue(
        problems.get(1).startsWith("joint-1 reads 2.000 rad, outside of its range [-1.000, 1.000]"),
        problems.toString());
  }
}
