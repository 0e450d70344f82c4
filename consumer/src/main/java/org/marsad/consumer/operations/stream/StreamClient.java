package org.marsad.consumer.operations.stream;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reader of the event stream: a queue bounded in bytes in front of a servlet's non-blocking
 * output. It has no thread of its own; where the reader cannot take more, the container calls back.
 * A reader that falls too far behind, or takes nothing for a while, is disconnected and may resume.
 */
public final class StreamClient implements WriteListener {
  private static final Logger LOG = LoggerFactory.getLogger(StreamClient.class);

  private final ServletOutputStream out;
  private final int maxQueuedBytes;
  private final Runnable disconnect;
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private final Queue<byte[]> queue = new ArrayDeque<>();
  private int queuedBytes;
  private boolean unflushed;

  /** Whether it took anything since it was last looked at. */
  private boolean tookSome = true;

  /** The container owes us a call of {@link #onWritePossible}, so nobody else may write. */
  private boolean owedACall = true;

  /**
   * @param out output of a request that was made asynchronous; the caller registers this listener
   * @param maxQueuedBytes how far it may fall behind, bytes; frames are shared, so this is not
   *     memory of its own
   * @param disconnect cuts the connection without waiting for the reader
   */
  public StreamClient(ServletOutputStream out, int maxQueuedBytes, Runnable disconnect) {
    this.out = out;
    this.maxQueuedBytes = maxQueuedBytes;
    this.disconnect = disconnect;
  }

  /** Queues a frame. */
  public synchronized void offer(byte[] frame) {
    if (closed.isDone()) {
      return;
    }
    if (queuedBytes + frame.length > maxQueuedBytes) {
      tooSlow();
      return;
    }
    queue.add(frame);
    queuedBytes += frame.length;
  }

  /** Writes of what is queued what the connection takes; never waits. */
  public synchronized void write() {
    if (!owedACall) {
      writeWhatFits();
    }
  }

  /** Sends the reader away where it took nothing of what waits since this was last called. */
  public synchronized void look() {
    if (!closed.isDone() && !tookSome && !queue.isEmpty()) {
      tooSlow();
    }
    tookSome = false;
  }

  /** Done when the reader has left or was sent away. */
  public CompletableFuture<Void> closed() {
    return closed;
  }

  /** Ends the stream in order; the reader may come back. */
  public synchronized void close() {
    if (owedACall) {
      cut();
    } else {
      end();
    }
  }

  @Override
  public synchronized void onWritePossible() {
    owedACall = false;
    writeWhatFits();
  }

  @Override
  public synchronized void onError(Throwable error) {
    LOG.debug("reader left", error);
    end();
  }

  private void writeWhatFits() {
    try {
      while (!closed.isDone() && out.isReady()) {
        var frame = queue.poll();
        if (frame != null) {
          queuedBytes -= frame.length;
          unflushed = true;
          tookSome = true;
          out.write(frame);
        } else if (unflushed) {
          unflushed = false;
          out.flush();
        } else {
          return;
        }
      }
      owedACall = true;
    } catch (IOException e) {
      LOG.debug("reader left", e);
      end();
    }
  }

  private void tooSlow() {
    LOG.warn("reader too slow, disconnected queuedBytes={}", queuedBytes);
    cut();
  }

  private void cut() {
    disconnect.run();
    end();
  }

  private void end() {
    queue.clear();
    queuedBytes = 0;
    closed.complete(null);
  }
}
