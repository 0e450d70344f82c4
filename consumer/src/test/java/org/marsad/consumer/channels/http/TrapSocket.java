package org.marsad.consumer.channels.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** A socket on this machine that nobody may reach; it counts those who do. */
final class TrapSocket implements AutoCloseable {
  private final ServerSocket socket = new ServerSocket();
  private final AtomicInteger reached = new AtomicInteger();

  TrapSocket() throws IOException {
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    var thread = new Thread(this::count, "trap");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Connections so far. */
  int reached() {
    return reached.get();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void count() {
    while (!socket.isClosed()) {
      try {
        var connection = socket.accept();
        reached.incrementAndGet();
        connection.close();
      } catch (IOException closed) {
        return;
      }
    }
  }
}
