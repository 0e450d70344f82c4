package org.marsad.consumer.channels.email;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.Predicate;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes the one connection of an attempt. The very address that is connected to is checked, so that
 * a name cannot say another one in between; and the connection can be cut off from outside.
 */
final class AttemptSocket extends SocketFactory {
  private final Predicate<InetAddress> allowed;
  private @Nullable Socket made;
  private boolean over;

  /**
   * @param allowed whether an address may be connected to
   */
  AttemptSocket(Predicate<InetAddress> allowed) {
    this.allowed = allowed;
  }

  @Override
  public synchronized Socket createSocket() throws IOException {
    if (over) {
      throw new IOException("too late");
    }
    made = new Checked();
    return made;
  }

  /** Cuts the connection; whatever waits for it fails. */
  synchronized void cut() {
    over = true;
    try {
      if (made != null) {
        made.close();
      }
    } catch (IOException ignored) {
      // it was to be closed
    }
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
    throw new UnsupportedOperationException();
  }

  /** The address is none that may be connected to. */
  static final class NotAllowed extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final class Checked extends Socket {
    @Override
    public void connect(SocketAddress to, int timeout) throws IOException {
      var address = ((InetSocketAddress) to).getAddress();
      if (address != null && !allowed.test(address)) {
        throw new NotAllowed();
      }
      super.connect(to, timeout);
    }
  }
}
