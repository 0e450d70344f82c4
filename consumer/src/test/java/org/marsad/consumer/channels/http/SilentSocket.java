package org.marsad.consumer.channels.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A receiver that takes connections and never says a word; it counts those that are open. */
final class SilentSocket implements AutoCloseable {
  private final ServerSocket socket = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();

  SilentSocket() throws IOException {
    threads.execute(this::accept);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
  }

  /** Connections so far. */
  int taken() {
    return taken.get();
  }

  /** Connections that the other side has not closed. */
  int open() {
    return open.get();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }

  private void accept() {
    try {
      while (true) {
        var connection = socket.accept();
        taken.incrementAndGet();
        open.incrementAndGet();
        threads.execute(() -> readToTheEnd(connection));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void readToTheEnd(Socket connection) {
    try (connection) {
      var in = connection.getInputStream();
      while (in.read() >= 0) {
        // whatever is said
      }
    } catch (IOException reset) {
      // closed all the same
    } finally {
      open.decrementAndGet();
    }
  }
}
