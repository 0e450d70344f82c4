package org.marsad.processor.state;

import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/** Failures of the state on disk and of the broker, which say nothing of the record at work. */
public final class Damage {
  /** A file that went away is told as an error of reading. */
  private static final String NO_FILE = "No such file";

  private Damage() {}

  /** Whether what lies on disk cannot be read, today or tomorrow. A full disk is no such thing. */
  public static boolean isOfTheState(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RocksDBException unreadable && isDamage(unreadable)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the record at work has no part in it: its next attempt may well succeed. */
  public static boolean isOfTheSurroundings(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProcessorStateException
          || cause instanceof RocksDBException
          || cause instanceof RetriableException) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDamage(RocksDBException failure) {
    var status = failure.getStatus();
    return status != null
        && (status.getCode() == Status.Code.Corruption
            || String.valueOf(failure.getMessage()).contains(NO_FILE));
  }
}
