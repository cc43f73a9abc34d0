package org.ophiura.sim.hardware.link;

/**
 * Counts what becomes of numbered packets on an unreliable way: which are new, which come twice or
 * too late, which never come. Allocates nothing.
 */
public final class SequenceCounter {
  private static final int WINDOW = 64;

  /** A sender whose number is so far behind has started anew. */
  private static final int RESTART = 1024;

  private boolean started;
  private int newest;
  private long seen;
  private long accepted;
  private long lost;
  private long reordered;
  private long duplicates;
  private long restarts;

  /**
   * Takes note of a packet.
   *
   * @return whether it is newer than all before; only then its content is of use
   */
  public boolean isNew(int sequence) {
    int ahead = sequence - newest;
    if (!started || ahead <= -RESTART) {
      restarts += started ? 1 : 0;
      started = true;
      newest = sequence;
      // What was before the first packet counts as seen: it is not missed.
      seen = -1;
      accepted++;
      return true;
    }
    if (ahead > 0) {
      lost += ahead - 1;
      seen = ahead < WINDOW ? (seen << ahead) | 1 : 1;
      newest = sequence;
      accepted++;
      return true;
    }
    long bit = -ahead < WINDOW ? 1L << -ahead : 0;
    if ((seen & bit) != 0) {
      duplicates++;
    } else {
      reordered++;
      // It was counted as lost; behind the window nobody knows whether it came before.
      lost -= bit != 0 ? 1 : 0;
      seen |= bit;
    }
    return false;
  }

  /** Number of the newest packet. */
  public int newest() {
    return newest;
  }

  /** Packets that were new. */
  public long accepted() {
    return accepted;
  }

  /** Packets that have not come (yet). */
  public long lost() {
    return lost;
  }

  /** Packets that came behind a newer one. */
  public long reordered() {
    return reordered;
  }

  /** Packets that came again. */
  public long duplicates() {
    return duplicates;
  }

  /** How often the sender started anew. */
  public long restarts() {
    return restarts;
  }
}
