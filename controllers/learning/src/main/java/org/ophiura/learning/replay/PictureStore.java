package org.ophiura.learning.replay;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.ophiura.sim.environment.Space;

/**
 * Pictures in bytes. A picture that equals one of the transition before, as most of a stack of
 * successive pictures do, is kept once: 10,000 transitions of 84 by 84 by 4 take 71 MB instead of
 * 4.5 GB. Allocates as it fills up.
 *
 * <p>Pictures are numbered as they come and stand in a ring. A transition only refers to pictures
 * of the one before and to later ones, so that all before the oldest transition's first are free.
 */
final class PictureStore implements ObservationStore {
  private static final int GROWTH = 8;

  private final int capacity;
  private final int channels;
  private final int pixels;
  private final long[] numbers;
  private final long[] recent;
  private byte[][] ring;
  private byte[] drawn;
  private int used;
  private int last = -1;
  private long first;
  private long count;

  PictureStore(int capacity, Space.Image space) {
    this.capacity = capacity;
    channels = space.channels();
    pixels = space.height() * space.width();
    numbers = new long[Math.multiplyExact(capacity, 2 * channels)];
    recent = new long[2 * channels];
    ring = new byte[capacity + 2 * channels][];
    drawn = new byte[pixels];
  }

  @Override
  public void put(int index, double[] from, int offset, double[] next) {
    int known = 0;
    if (last >= 0) {
      System.arraycopy(numbers, start(last), recent, 0, recent.length);
      known = recent.length;
    }
    if (used == capacity) {
      // That after this one is the oldest now; where there is no other, what it refers to stays.
      first = capacity == 1 ? least(recent, 0) : least(numbers, start((index + 1) % capacity));
    }
    for (int i = 0; i < channels; i++) {
      numbers[start(index) + i] = keep(from, offset + i * pixels, index, i, known);
    }
    for (int i = 0; i < channels; i++) {
      numbers[start(index) + channels + i] = keep(next, i * pixels, index, channels + i, known);
    }
    used = Math.max(used, index + 1);
    last = index;
  }

  private int start(int index) {
    return index * recent.length;
  }

  private long least(long[] of, int start) {
    long least = of[start];
    for (int i = 1; i < recent.length; i++) {
      least = Math.min(least, of[start + i]);
    }
    return least;
  }

  /** The number of a picture: of one like it, or a new one. */
  private long keep(double[] from, int offset, int index, int before, int known) {
    for (int i = 0; i < pixels; i++) {
      drawn[i] = (byte) (int) from[offset + i];
    }
    for (int i = before - 1; i >= 0; i--) {
      if (isDrawn(numbers[start(index) + i])) {
        return numbers[start(index) + i];
      }
    }
    for (int i = known - 1; i >= 0; i--) {
      if (isDrawn(recent[i])) {
        return recent[i];
      }
    }
    return append();
  }

  private boolean isDrawn(long number) {
    return Arrays.equals(drawn, picture(number));
  }

  private byte[] picture(long number) {
    return ring[(int) (number % ring.length)];
  }

  private long append() {
    if (count - first == ring.length) {
      byte[][] larger = new byte[ring.length + ring.length / GROWTH + 1][];
      for (long number = first; number < count; number++) {
        larger[(int) (number % larger.length)] = picture(number);
      }
      ring = larger;
    }
    int slot = (int) (count % ring.length);
    byte[] free = ring[slot];
    ring[slot] = drawn;
    drawn = free == null ? new byte[pixels] : free;
    return count++;
  }

  /** How many pictures there are. */
  long pictures() {
    return count - first;
  }

  @Override
  public void copyObservation(int index, double[] out, int row) {
    copy(start(index), out, row);
  }

  @Override
  public void copyNext(int index, double[] out, int row) {
    copy(start(index) + channels, out, row);
  }

  private void copy(int start, double[] out, int row) {
    int to = row * channels * pixels;
    for (int channel = 0; channel < channels; channel++) {
      for (byte pixel : picture(numbers[start + channel])) {
        out[to++] = Byte.toUnsignedInt(pixel);
      }
    }
  }

  @Override
  public void save(DataOutput out, int size) throws IOException {
    out.writeInt(last);
    out.writeLong(count - first);
    for (long number = first; number < count; number++) {
      out.write(picture(number));
    }
    for (int i = 0; i < start(size); i++) {
      out.writeLong(numbers[i] - first);
    }
  }

  @Override
  public void load(DataInput in, int size) throws IOException {
    last = in.readInt();
    long saved = in.readLong();
    first = 0;
    count = 0;
    while (count < saved) {
      in.readFully(drawn);
      append();
    }
    for (int i = 0; i < start(size); i++) {
      numbers[i] = in.readLong();
    }
    used = size;
  }
}
