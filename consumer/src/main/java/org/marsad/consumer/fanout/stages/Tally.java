package org.marsad.consumer.fanout.stages;

import java.util.concurrent.CompletableFuture;

/** Counts of the fan-out, and whether it is stopping. Safe for several threads. */
final class Tally {
  private final CompletableFuture<Void> quiet = new CompletableFuture<>();
  private long alerts;
  private long pending;
  private long delivered;
  private long retries;
  private long gaveUp;
  private long suppressed;
  private long inFlight;
  private boolean stopping;

  synchronized Counts counts() {
    return new Counts(alerts, pending, delivered, retries, gaveUp, suppressed);
  }

  synchronized void alert(int deliveries) {
    alerts++;
    pending += deliveries;
  }

  /** One delivery more, of an alert that is counted already. */
  synchronized void further() {
    pending++;
  }

  synchronized void count(Outcome outcome) {
    switch (outcome.code()) {
      case DELIVERED -> delivered++;
      case RETRY_LATER -> retries++;
      case GAVE_UP -> gaveUp++;
      case SUPPRESSED -> suppressed++;
    }
  }

  synchronized void finished() {
    pending--;
  }

  synchronized void attemptBegins() {
    inFlight++;
  }

  synchronized void attemptEnds() {
    inFlight--;
    completeIfQuiet();
  }

  synchronized boolean isStopping() {
    return stopping;
  }

  /** No attempt starts any more; completes once the last one has ended. */
  synchronized CompletableFuture<Void> stop() {
    stopping = true;
    completeIfQuiet();
    return quiet;
  }

  private void completeIfQuiet() {
    if (stopping && inFlight == 0) {
      quiet.complete(null);
    }
  }
}
