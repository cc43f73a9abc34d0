package org.ophiura.app.hil;

/** What a robot of servos understands. */
public enum Protocol {
  /** Dynamixel Protocol 2.0 on a serial port. */
  DYNAMIXEL_2,
  /** The packets of docs/udp-link.md, for a microcontroller. */
  UDP
}
