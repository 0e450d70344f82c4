package org.marsad.consumer.operations.http;

/** How long a route may take, and with it on which threads it is answered. */
public enum Pace {
  /** It waits for nothing: the server's own thread answers. */
  AT_ONCE,
  /** It writes to a broker, or works out a password. */
  QUICK,
  /** It reads whole topics or asks another service: a log-in must not wait for it. */
  SLOW
}
