package org.marsad.standalone.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for Ctrl-C or SIGTERM, and holds the end of the process back until all is closed. */
final class Signals {
  private static final long CLOSE_SECONDS = 25;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  /** Listens from now on. */
  static Signals listen() {
    var signals = new Signals();
    Runtime.getRuntime().addShutdownHook(new Thread(signals::hold, "stop"));
    return signals;
  }

  /** Whether somebody asked to stop. */
  boolean stopAsked() {
    return asked.getCount() == 0;
  }

  void awaitStop() throws InterruptedException {
    asked.await();
  }

  /** Waits a little, or less when somebody asks to stop. */
  void pause(long milliseconds) throws InterruptedException {
    var unused = asked.await(milliseconds, TimeUnit.MILLISECONDS);
  }

  /** Says that all is closed. */
  void done() {
    closed.countDown();
  }

  private void hold() {
    asked.countDown();
    try {
      var unused = closed.await(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
