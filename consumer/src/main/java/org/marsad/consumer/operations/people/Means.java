package org.marsad.consumer.operations.people;

/** How a user proves who it is. */
public enum Means {
  /** By name and password, which begins a session. */
  PASSWORD,
  /** By a one-time link, which begins a session. */
  LINK,
  /** By the cookie of a session. */
  SESSION,
  /** By a token in the request: a program. */
  TOKEN,
  /** By the header of a proxy that is believed. */
  PROXY;

  /** Whether a browser sends it along by itself, also with what another site makes it send. */
  public boolean isSentAlong() {
    return this != TOKEN;
  }
}
