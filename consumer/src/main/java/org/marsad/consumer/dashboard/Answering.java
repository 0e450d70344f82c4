package org.marsad.consumer.dashboard;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.marsad.message.Acknowledgement;

/**
 * How the operator at the page answers.
 *
 * @param as id of the subscriber that the operations centre is
 * @param publish completes once the answer is safe, within a bearable time
 */
public record Answering(String as, Function<Acknowledgement, CompletableFuture<Void>> publish) {
  /** The subscriber that the operations centre is unless something else is said. */
  public static final String OPERATIONS = "operations";

  /** The page shows answers and takes none. */
  public static final Answering NONE =
      new Answering(
          OPERATIONS,
          answer -> CompletableFuture.failedFuture(new IllegalStateException("not connected")));
}
