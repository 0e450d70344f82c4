package org.marsad.schemas.launch;

import java.util.concurrent.CompletableFuture;

/** A part of Marsad that runs until it is closed. */
public interface Part extends AutoCloseable {
  /** Starts it; it then runs by itself. */
  void start();

  /** Completes when it was closed, exceptionally when it failed. */
  CompletableFuture<Void> ended();

  /** Stops it cleanly; does nothing the second time. */
  @Override
  void close();
}
