package org.ophiura.app.film;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameRecorder;
import org.jspecify.annotations.Nullable;
import org.ophiura.app.results.UserException;

/**
 * Makes an H.264 film of pictures, on a thread of its own: while one picture is encoded, the next
 * is drawn. A picture's buffer goes round: {@link #take} gives an empty one, {@link #add} hands it
 * over full. Both wait where the other side is behind, so that no more than a few pictures are ever
 * kept.
 *
 * <p>For one drawing thread. Always close it; a film that was not {@linkplain #finish finished} is
 * not whole.
 */
final class FilmEncoder implements AutoCloseable {
  private static final int BUFFERS = 4;
  private static final double BITS_PER_PIXEL = 0.12; // Enough for smooth grounds without blocks.
  private static final double LEAST_RATE = 15; // frames/s: slower films are sharper
  private static final double SECONDS_BETWEEN_KEY_FRAMES = 1.0;

  /** The only one without room: comes after the last picture. */
  private static final ByteBuffer END = ByteBuffer.allocateDirect(0);

  private final int width;
  private final int height;
  private final boolean lowestRowFirst;
  private final FFmpegFrameRecorder recorder;
  private final BlockingQueue<ByteBuffer> empty = new ArrayBlockingQueue<>(BUFFERS);
  private final BlockingQueue<ByteBuffer> full = new ArrayBlockingQueue<>(BUFFERS + 1);
  private final ByteBuffer upright;
  private final Thread thread;
  private volatile @Nullable Throwable failure;
  private boolean ended;

  /**
   * Begins a film of what MuJoCo draws, the lowest row of a picture first.
   *
   * @param file is overwritten
   * @throws UserException if the encoder is missing or refuses
   */
  FilmEncoder(Path file, FilmSettings settings) {
    this(
        file,
        settings.view().pictureWidth(),
        settings.view().height(),
        settings.framesPerSecond(),
        true);
  }

  /**
   * Begins a film.
   *
   * @param file is overwritten
   * @param width of a picture in pixels, even
   * @param height of a picture in pixels, even
   * @param lowestRowFirst whether rows go up
   * @throws UserException if the encoder is missing or refuses
   */
  FilmEncoder(Path file, int width, int height, double framesPerSecond, boolean lowestRowFirst) {
    this.width = width;
    this.height = height;
    this.lowestRowFirst = lowestRowFirst;
    upright = ByteBuffer.allocateDirect(3 * width * height);
    for (int i = 0; i < BUFFERS; i++) {
      empty.add(ByteBuffer.allocateDirect(3 * width * height));
    }
    try {
      avutil.av_log_set_level(avutil.AV_LOG_ERROR);
      recorder = new FFmpegFrameRecorder(file.toFile(), width, height, 0);
      recorder.setFormat("mp4");
      recorder.setVideoCodec(avcodec.AV_CODEC_ID_H264);
      recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
      recorder.setFrameRate(framesPerSecond);
      recorder.setGopSize((int) Math.ceil(SECONDS_BETWEEN_KEY_FRAMES * framesPerSecond));
      double pixelsPerSecond = Math.max(framesPerSecond, LEAST_RATE) * width * height;
      recorder.setVideoBitrate((int) Math.min(1e8, BITS_PER_PIXEL * pixelsPerSecond));
      // The same pictures make the same file: no time of day, no version, no race of threads.
      recorder.setOption("fflags", "+bitexact");
      recorder.setVideoOption("flags", "+bitexact");
      recorder.setVideoOption("threads", "1");
      recorder.setOption("movflags", "+faststart");
      recorder.start();
    } catch (FrameRecorder.Exception e) {
      throw new UserException("the film's encoder does not start: " + e.getMessage());
    } catch (LinkageError e) {
      throw new UserException(
          "FFmpeg, which encodes films, cannot be loaded on this machine ("
              + e.getMessage()
              + "); films are made on Linux, x86-64");
    }
    thread = new Thread(this::encode, "film-encoder");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * An empty buffer to draw into, three bytes for each pixel; waits for one.
   *
   * @throws UserException if the pictures before could not be encoded
   */
  ByteBuffer take() {
    complain();
    return uninterrupted(empty::take);
  }

  /** Hands a picture over; its buffer is not the caller's any more. */
  void add(ByteBuffer picture) {
    uninterrupted(
        () -> {
          full.put(picture);
          return picture;
        });
  }

  /**
   * Waits until all is encoded and the file is whole.
   *
   * @throws UserException if it could not be encoded
   */
  void finish() {
    end();
    complain();
  }

  private void end() {
    if (!ended) {
      ended = true;
      add(END);
      uninterrupted(
          () -> {
            thread.join();
            return thread;
          });
    }
  }

  private void complain() {
    Throwable problem = failure;
    if (problem != null) {
      throw new UserException("the film cannot be encoded: " + problem.getMessage());
    }
  }

  /** On the encoder's thread. After a failure it empties the queue, so that nobody waits for it. */
  private void encode() {
    while (true) {
      ByteBuffer picture = uninterrupted(full::take);
      if (picture.capacity() == 0) {
        break;
      }
      if (failure == null) {
        try {
          record(picture);
        } catch (FrameRecorder.Exception | RuntimeException e) {
          failure = e;
        }
      }
      empty.add(picture);
    }
    try {
      recorder.close();
    } catch (FrameRecorder.Exception | RuntimeException e) {
      failure = failure == null ? e : failure;
    }
  }

  private void record(ByteBuffer picture) throws FrameRecorder.Exception {
    int row = 3 * width;
    for (int y = 0; y < height; y++) {
      upright.put(y * row, picture, (lowestRowFirst ? height - 1 - y : y) * row, row);
    }
    recorder.recordImage(
        width, height, Frame.DEPTH_UBYTE, 3, row, avutil.AV_PIX_FMT_RGB24, upright);
  }

  private interface Waiting<T> {
    T get() throws InterruptedException;
  }

  /** An interruption of a run ends it between episodes, not in the middle of a film. */
  private static <T> T uninterrupted(Waiting<T> waiting) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return waiting.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Ends the thread and frees the encoder. Closing again does nothing. */
  @Override
  public void close() {
    end();
  }
}
