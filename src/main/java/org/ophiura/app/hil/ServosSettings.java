package org.ophiura.app.hil;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ophiura.sim.JointSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.dynamixel.ServoModel;
import org.ophiura.sim.hardware.limit.LimitSettings;
import org.ophiura.sim.hardware.link.UdpLink;
import org.ophiura.sim.hardware.loop.LoopSettings;
import org.ophiura.sim.hardware.robot.RobotSettings;
import org.ophiura.sim.hardware.safety.SafetySettings;
import org.ophiura.sim.hardware.servo.BusSettings;
import org.ophiura.sim.hardware.servo.JointCalibration;
import org.ophiura.sim.hardware.servo.ServoJoint;
import org.ophiura.sim.mujoco.plugin.MujocoPlantSettings;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.Settings;

/**
 * A robot of servos, and its simulation. The simulation says which joints there are, how far they
 * go and how long a control period lasts.
 */
public record ServosSettings(
    @Setting(
            value =
                "Where the servos are: a serial port such as /dev/ttyUSB0, the pseudo-terminal of"
                    + " 'ophiura hil emulate', or HOST:PORT for udp. Left out: nowhere yet; the trial"
                    + " runs in simulation alone.",
            defaultValue = Setting.NONE)
        Optional<String> port,
    @Setting(value = "What the servos understand.", defaultValue = "dynamixel-2") Protocol protocol,
    @Setting(
            value =
                "Bits per second, as the servos are set (register 8). They come with 57600, which is"
                    + " too slow for more than 20 Hz.",
            defaultValue = "1000000",
            min = 9600,
            max = 4_500_000)
        int baud,
    @Setting(
            value =
                "Pause of the servos before they answer, as they are set (register 9). They come with"
                    + " 0.0005.",
            unit = "s",
            defaultValue = "0",
            min = 0,
            max = 0.000508)
        double returnDelay,
    @Setting(
            value =
                "How much longer than its bytes take an answer is waited for: what operating system and"
                    + " USB adapter add (own choice: 3 ms, for an adapter with a latency timer of 1 ms).",
            unit = "s",
            defaultValue = "0.003",
            min = 0,
            max = 1)
        double patience,
    @Setting(
            value = "How often servos that did not answer are asked again within a period.",
            defaultValue = "1",
            min = 0,
            max = 10)
        int retries,
    @Setting(
            value =
                "Whether all servos answer with one packet (fast sync read). Needs firmware 45"
                    + " (XL430) or 46 (XL330).",
            defaultValue = "false")
        boolean fastRead,
    @Setting(
            value =
                "The servo of each joint; 'ophiura hil calibrate' writes this block. Not needed in"
                    + " simulation.",
            defaultValue = "[]")
        List<ServoJoint> joints,
    @Setting(
            value =
                "After how long of silence the servos stop by themselves (register 98), so that a dead"
                    + " host stops the robot (own choice).",
            unit = "s",
            defaultValue = "0.1",
            min = 0.02,
            max = 2.54)
        double servoWatchdog,
    @Setting(value = "How the loop keeps time.", defaultValue = "{}") LoopSettings loop,
    @Setting(
            value =
                "What commands are held to and what stops the robot; the limits hold in simulation"
                    + " too.",
            defaultValue = "{}")
        SafetySettings safety,
    @Setting(
            value = "Where that is known from which the servos do not measure.",
            defaultValue = "{type: simulation}")
        StateSettings state,
    @Setting(
            value =
                "The robot as it is simulated, with the settings of a plant of type mujoco. Its control"
                    + " step is the control period of the servos too.",
            defaultValue = "{}")
        MujocoPlantSettings simulation) {

  /** Checks the limits. */
  public ServosSettings {
    joints = List.copyOf(joints);
    Settings.check(
        ServosSettings.class,
        port,
        protocol,
        baud,
        returnDelay,
        patience,
        retries,
        fastRead,
        joints,
        servoWatchdog,
        loop,
        safety,
        state,
        simulation);
    if (Arrays.stream(ServoModel.values()).allMatch(model -> model.baudValue(baud) < 0)) {
      int[] rates = ServoModel.XL430_W250.baudRates();
      throw new SettingException(
          "baud", "must be one of " + Arrays.toString(rates) + " (register 8), got " + baud);
    }
  }

  /** How the bus is talked to. */
  public BusSettings bus() {
    return new BusSettings(baud, returnDelay, patience, retries, fastRead);
  }

  /** How the robot is driven at the control rate of its simulation. */
  public RobotSettings robot(RobotLayout layout, double controlPeriodSeconds, boolean dry) {
    return new RobotSettings(controlPeriodSeconds, servoWatchdog, dry, loop, guarded(layout));
  }

  /**
   * What commands are held to and what stops the robot, within the ranges for which its joints are
   * calibrated: a servo is sent nowhere else, so nobody may believe it is there.
   *
   * @throws SettingException for {@code joints} if a calibrated range lies outside of the model's
   */
  public SafetySettings guarded(RobotLayout layout) {
    LimitSettings limits = safety.limits();
    for (int i = 0; i < joints.size(); i++) {
      ServoJoint servo = joints.get(i);
      Optional<JointSpec> joint = driven(layout, servo.joint());
      if (joint.isPresent() && servo.calibration().isPresent()) {
        JointCalibration known = servo.calibration().get();
        if (known.upper() <= joint.get().lower() || known.lower() >= joint.get().upper()) {
          throw new SettingException(
              "joints[" + i + "].calibration",
              "must leave a part of the model's range ["
                  + joint.get().lower()
                  + ", "
                  + joint.get().upper()
                  + "] (rad), got ["
                  + known.lower()
                  + ", "
                  + known.upper()
                  + "]");
        }
        limits = limits.within(servo.joint(), known.lower(), known.upper());
      }
    }
    return safety.withLimits(limits);
  }

  private static Optional<JointSpec> driven(RobotLayout layout, String name) {
    boolean driven = layout.actuators().stream().anyMatch(own -> own.joint().equals(name));
    return layout.joints().stream()
        .filter(joint -> driven && joint.name().equals(name))
        .findFirst();
  }

  /**
   * Opens the link to a robot behind UDP.
   *
   * @throws SettingException for {@code port} if it is not HOST:PORT
   * @throws org.ophiura.sim.hardware.link.LinkException if the network refuses
   */
  public UdpLink openUdp(int actuators) {
    String address = port.orElse("");
    int colon = address.lastIndexOf(':');
    String number = address.substring(colon + 1);
    if (colon < 1 || !number.matches("\\d{1,5}") || !isPort(Integer.parseInt(number))) {
      throw new SettingException(
          "port",
          "must be HOST:PORT for the protocol udp, such as 192.168.1.5:9871 with a port in [1,"
              + " 65535], got '"
              + address
              + "'");
    }
    return UdpLink.open(address.substring(0, colon), Integer.parseInt(number), actuators);
  }

  private static boolean isPort(int number) {
    return number >= 1 && number <= 65535;
  }
}
