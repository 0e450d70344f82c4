package org.marsad.producer.publish;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Reports that wait on the disk, oldest first. What was appended is there after kill -9; what was
 * taken may come once more after one, because the position is written after the sending: harmless,
 * since a report is known by its id and revision.
 *
 * <p>In its folder: {@code reports} (the records), {@code position} (how far they were sent),
 * {@code unsendable} (records that no broker will take, kept for a human) and {@code lock}. Safe
 * for use by many threads.
 */
final class Spool implements AutoCloseable {
  private final long capacity;
  private final FileChannel lock;
  private final RecordFile reports;
  private final RecordFile unsendable;
  private final FileChannel positionFile;
  private long position;

  private Spool(Path folder, long capacity, FileChannel lock) throws IOException {
    this.capacity = capacity;
    this.lock = lock;
    this.reports = RecordFile.open(folder.resolve("reports"));
    this.unsendable = RecordFile.open(folder.resolve("unsendable"));
    this.positionFile = open(folder.resolve("position"));
    this.position = readPosition();
    forceFolder(folder);
  }

  /** Some waiting records, and the position behind them. */
  record Batch(List<byte[]> bodies, List<Long> ends) {
    boolean isEmpty() {
      return bodies.isEmpty();
    }
  }

  /**
   * Opens a folder, and makes it where it is missing.
   *
   * @param capacity most bytes that may lie in it
   * @throws IOException when it cannot be used, or another process uses it
   */
  static Spool open(Path folder, long capacity) throws IOException {
    Files.createDirectories(folder);
    var lock = open(folder.resolve("lock"));
    try {
      if (lock.tryLock() == null) {
        throw new IOException(inUse(folder));
      }
      return new Spool(folder, capacity, lock);
    } catch (OverlappingFileLockException e) {
      lock.close();
      throw new IOException(inUse(folder), e);
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  synchronized boolean isEmpty() {
    return position >= reports.end();
  }

  /**
   * Appends a record; it is on the disk when this returns.
   *
   * @throws SpoolFullException when it would pass the capacity; nothing is written
   */
  synchronized void append(byte[] body) throws IOException, SpoolFullException {
    if (reports.end() + RecordFile.sizeOf(body) > capacity) {
      throw new SpoolFullException(reports.end(), capacity);
    }
    reports.append(body);
  }

  /** The oldest records that wait, at most {@code most}; they stay until {@link #taken}. */
  synchronized Batch peek(int most) throws IOException {
    var bodies = new ArrayList<byte[]>();
    var ends = new ArrayList<Long>();
    var next = position;
    while (bodies.size() < most && next < reports.end()) {
      var entry = reports.read(next);
      if (entry == null) {
        throw new IOException("spool: damaged at byte " + next + " (expected: a whole record)");
      }
      bodies.add(entry.body());
      next = entry.next();
      ends.add(next);
    }
    return new Batch(bodies, ends);
  }

  /** All records up to a position were sent; an empty spool gives its space back. */
  synchronized void taken(long upTo) throws IOException {
    if (upTo < reports.end()) {
      writePosition(upTo);
      return;
    }
    writePosition(0); // first: a crash in between sends again, and loses nothing
    reports.clear();
  }

  /** Keeps a record that no broker will take, for a human to look at. */
  synchronized void setAside(byte[] body) throws IOException {
    unsendable.append(body);
  }

  @Override
  public synchronized void close() throws IOException {
    reports.close();
    unsendable.close();
    positionFile.close();
    lock.close();
  }

  private long readPosition() throws IOException {
    var bytes = ByteBuffer.allocate(2 * Long.BYTES);
    if (positionFile.read(bytes, 0) < bytes.capacity()) {
      return 0;
    }
    var saved = bytes.flip().getLong();
    var isWhole = saved == ~bytes.getLong();
    return isWhole && saved >= 0 && saved <= reports.end() ? saved : 0;
  }

  /** The position and its complement, so that a torn write shows and everything is sent again. */
  private void writePosition(long value) throws IOException {
    var bytes = ByteBuffer.allocate(2 * Long.BYTES).putLong(value).putLong(~value).flip();
    while (bytes.hasRemaining()) {
      positionFile.write(bytes, bytes.position());
    }
    positionFile.force(false);
    position = value;
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** The folder's own entries outlive a power cut as well. */
  private static void forceFolder(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static String inUse(Path folder) {
    return "spool.dir: " + folder + " is in use (expected: a folder for this process alone)";
  }
}
