package org.ophiura.sim.hardware.robot;

import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.hardware.link.UdpLink;
import org.ophiura.sim.hardware.link.UdpPacket;

/**
 * A microcontroller behind UDP as the actuators of a robot, in their order. It speaks in the units
 * of the joints and knows their calibration itself; its torque is given as load, in N m over the
 * greatest of each actuator.
 *
 * <p>Its clock is {@link System#nanoTime}. A stop from another thread sends one packet more than
 * once would need; a command that says "not driven" is never taken back by an older one, for each
 * has a number.
 */
public final class UdpRobotLink implements HardwareLink {
  /** States that may stay out in a row before the link counts as gone (own choice). */
  private static final int PATIENCE_CYCLES = 25;

  private final UdpLink link;
  private final double[] greatest;
  private int silentCycles;
  private volatile boolean on;

  /**
   * Takes over a link.
   *
   * @param greatest what each actuator gives at most (N m); copied
   */
  public UdpRobotLink(UdpLink link, double[] greatest) {
    this.link = link;
    this.greatest = greatest.clone();
  }

  @Override
  public int servos() {
    return greatest.length;
  }

  @Override
  public CycleStatus read(Readings into, long deadlineNanos) {
    if (!on) {
      send(); // So that the robot knows whom to answer.
    }
    boolean fresh = link.receive(deadlineNanos);
    silentCycles = fresh ? 0 : silentCycles + 1;
    UdpPacket state = link.state();
    boolean stopped = on && fresh && (state.flags() & UdpPacket.STOPPED) != 0;
    for (int i = 0; i < greatest.length; i++) {
      if (fresh) {
        double load = state.torque(i) / greatest[i];
        into.answered(i, state.first(i), state.velocity(i), load);
      } else {
        into.missed(i);
      }
      into.health(i, Double.NaN, Double.NaN, stopped);
    }
    if (silentCycles > PATIENCE_CYCLES) {
      return CycleStatus.FAULT;
    }
    return fresh ? CycleStatus.OK : CycleStatus.STALE;
  }

  @Override
  public CycleStatus write(JointCommand command, long deadlineNanos) {
    for (int i = 0; i < greatest.length; i++) {
      link.command().setFirst(i, command.get(i));
    }
    return send() ? CycleStatus.OK : CycleStatus.FAULT;
  }

  private synchronized boolean send() {
    return link.send(on ? UdpPacket.TORQUE : 0);
  }

  @Override
  public boolean torqueOn(Readings latest, double watchdogSeconds, long deadlineNanos) {
    for (int i = 0; i < greatest.length; i++) {
      link.command().setFirst(i, latest.position(i));
    }
    on = true;
    boolean driven = send();
    while (driven && (link.state().flags() & UdpPacket.TORQUE) == 0) {
      driven = link.receive(deadlineNanos);
    }
    if (!driven) {
      torqueOff(deadlineNanos);
    }
    return driven;
  }

  @Override
  public boolean torqueOff(long deadlineNanos) {
    on = false;
    return send();
  }

  @Override
  public long retries() {
    return 0;
  }

  @Override
  public long lostPackets() {
    return link.states().lost() + link.malformed();
  }

  @Override
  public void close() {
    link.close();
  }
}
