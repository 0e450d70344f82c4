package org.marsad.consumer.subscribers;

import org.jspecify.annotations.Nullable;

/**
 * An SMTP server that takes mail in.
 *
 * @param host its name, which its certificate must bear
 * @param port 1 to 65535
 * @param security how the connection is kept secret
 * @param login null: it asks for none
 * @param ownNetwork it is on the operator's own network: private addresses are allowed
 */
public record MailServer(
    String host, int port, Security security, @Nullable Login login, boolean ownNetwork) {
  /** How a connection is kept secret. */
  public enum Security {
    /** Encrypted once both sides have agreed on it, and never without (RFC 3207); port 587. */
    STARTTLS(587),
    /** Encrypted from its first byte on (RFC 8314); port 465. */
    TLS(465),
    /** Not at all: only within the operator's own network; port 25. */
    NONE(25);

    private final int port;

    Security(int port) {
      this.port = port;
    }

    int port() {
      return port;
    }
  }

  /**
   * Who we are to the server. Its text shows nothing of it.
   *
   * @param user never logged
   * @param password never logged
   */
  public record Login(String user, Hidden password) {
    @Override
    public String toString() {
      return "[hidden]";
    }
  }
}
