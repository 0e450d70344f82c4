package org.marsad.benchmarks.streaming;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** All readers of a stream, in one thread. */
final class Crowd implements AutoCloseable {
  /** As small as a phone's: what a reader does not take soon waits at the server. */
  private static final int RECEIVE_BUFFER = 16 * 1024;

  private static final int AT_ONCE = 200;
  private static final int BUFFER = 64 * 1024;
  private static final long CONNECT_WITHIN_NANOS = TimeUnit.MINUTES.toNanos(2);
  private static final long LOOK_MILLIS = 50;
  private static final int MOST_ALERTS = 1_000_000;

  private final InetSocketAddress address;
  private final String token;
  private final List<Reader> readers = new ArrayList<>();
  private final int slow;
  private final Selector selector;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
  private final Histogram waits = new ConcurrentHistogram(3);
  private final long[] due = new long[MOST_ALERTS];
  private final AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
  private final Thread thread = new Thread(this::run, "readers");
  private volatile boolean closed;
  private volatile long readAgainAt;

  /**
   * What became of the readers.
   *
   * @param unhealthy of those that read on, who missed an alert, got one twice or out of order
   * @param uncut of those that stopped, who were not disconnected
   * @param gaps of those that stopped, who missed anything when they had come back
   */
  record Found(int unhealthy, int uncut, int gaps) {}

  /**
   * @param slow how many of them stop reading for a while
   */
  Crowd(InetSocketAddress address, String token, int readers, int slow) throws IOException {
    this.address = address;
    this.token = token;
    this.slow = slow;
    this.selector = Selector.open();
    for (var number = 0; number < readers; number++) {
      this.readers.add(new Reader(this::received, number >= slow));
    }
  }

  /** The id of an alert's strike, from which readers tell its number. */
  static String strikeId(int number) {
    return "stream-" + number;
  }

  /** Connects all of them, and waits until the server has greeted each. */
  void start() throws Exception {
    thread.start();
    var began = System.nanoTime();
    for (var number = 0; number < readers.size(); number++) {
      connect(readers.get(number));
      while (number - greeted(number) > AT_ONCE) {
        pause(began);
      }
    }
    while (greeted(readers.size()) < readers.size()) {
      pause(began);
    }
  }

  private int greeted(int of) {
    return (int) readers.subList(0, of).stream().filter(Reader::isGreeted).count();
  }

  private void pause(long since) throws Exception {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
    throwFailure();
    if (System.nanoTime() - since > CONNECT_WITHIN_NANOS) {
      throw new IOException(
          "%,d of %,d readers were let in".formatted(greeted(readers.size()), readers.size()));
    }
  }

  /** From now on the slow ones read nothing for so long. */
  void stopReading(long seconds) {
    readAgainAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    readers.subList(0, slow).forEach(reader -> reader.key().interestOps(0));
  }

  /** An alert was due at a time of the nanosecond clock. */
  void due(int number, long nanos) {
    due[number] = nanos;
  }

  /** Waits until all have all, at most so long after the slow ones read again. */
  void await(int alerts, long seconds) throws Exception {
    var latest = Math.max(readAgainAt, System.nanoTime()) + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < latest
        && !readers.stream().allMatch(reader -> reader.alerts() >= alerts)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
      throwFailure();
    }
  }

  private void throwFailure() throws Exception {
    var failure = failed.get();
    if (failure != null) {
      throw new IOException("the readers failed", failure);
    }
  }

  /** From when an alert was due to its arrival at a reader that reads on, µs. */
  Histogram waits() {
    return waits;
  }

  Found found(int alerts) {
    var stopped = readers.subList(0, slow);
    return new Found(
        count(readers.subList(slow, readers.size()), r -> r.cuts() > 0 || !r.hasAll(alerts)),
        count(stopped, reader -> reader.cuts() == 0),
        count(stopped, reader -> !reader.hasAll(alerts)));
  }

  private static int count(List<Reader> readers, Predicate<Reader> which) {
    return (int) readers.stream().filter(which).count();
  }

  @Override
  public void close() throws IOException {
    closed = true;
    selector.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    selector.close();
  }

  private void received(int number) {
    waits.recordValue(Math.max(0, (System.nanoTime() - due[number]) / 1_000));
  }

  private void connect(Reader reader) throws IOException {
    var channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
    channel.connect(address);
    channel.configureBlocking(false);
    var request = StandardCharsets.US_ASCII.encode(reader.request(address.getPort(), token));
    while (request.hasRemaining()) {
      channel.write(request);
    }
    reader.connected(channel.register(selector, SelectionKey.OP_READ, reader));
    selector.wakeup();
  }

  private void run() {
    try {
      while (!closed) {
        selector.select(this::read, LOOK_MILLIS);
        if (readAgainAt != 0 && System.nanoTime() > readAgainAt) {
          readAgainAt = 0;
          readers
              .subList(0, slow)
              .forEach(reader -> reader.key().interestOps(SelectionKey.OP_READ));
        }
      }
      for (var key : selector.keys()) {
        key.channel().close();
      }
    } catch (IOException | RuntimeException e) {
      failed.set(e);
    }
  }

  private void read(SelectionKey key) {
    var reader = (Reader) key.attachment();
    buffer.clear();
    try {
      if (((SocketChannel) key.channel()).read(buffer) >= 0) {
        reader.take(buffer.flip());
        return;
      }
    } catch (IOException e) {
      // the server closed it while something was under way
    }
    try {
      key.channel().close();
      reader.cut();
      connect(reader);
    } catch (IOException e) {
      failed.set(e);
    }
  }
}
