package org.marsad.standalone.broker;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A free port for a server that must know its port before it binds to it.
 *
 * <p>It lies below the range from which systems serve outgoing connections (32768 and up on Linux,
 * 49152 and up by IANA): a port of that range can be taken by any connection attempt between the
 * look and the bind.
 */
public final class FreePort {
  private static final int FIRST = 20_000;
  private static final int BOUND = 30_000;
  private static final int LOOKS = 100;

  private FreePort() {}

  /**
   * Looks for one on the loopback address.
   *
   * @throws IOException when none of 100 was free
   */
  public static int find() throws IOException {
    for (var look = 0; look < LOOKS; look++) {
      var port = ThreadLocalRandom.current().nextInt(FIRST, BOUND);
      if (isFree(port)) {
        return port;
      }
    }
    throw new BindException("port: none of %d is free (expected: one)".formatted(LOOKS));
  }

  /**
   * Whether a port can be bound on the loopback address.
   *
   * @param port 0: any free one
   */
  public static boolean isFree(int port) throws IOException {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (BindException e) {
      return false;
    }
  }
}
