package org.marsad.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.utils.Utils;
import org.marsad.processor.state.AreaBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that no state is read that another version of the processor wrote. The version stands
 * in the name of the store, and so in that of its changelog: a group that has read reports without
 * having such a changelog has its state elsewhere. Then the group begins anew, at the first report,
 * and what is on disk is left aside.
 */
final class StateVersion {
  private static final Logger LOG = LoggerFactory.getLogger(StateVersion.class);
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

  private final Admin admin;
  private final String applicationId;
  private final Path stateDirectory;
  private final BooleanSupplier closing;

  /**
   * @param admin asks the broker
   * @param stateDirectory of Kafka Streams
   * @param closing whether to leave off
   */
  StateVersion(Admin admin, String applicationId, Path stateDirectory, BooleanSupplier closing) {
    this.admin = admin;
    this.applicationId = applicationId;
    this.stateDirectory = stateDirectory;
    this.closing = closing;
  }

  /**
   * Makes sure that there is no other state, as soon as a broker answers.
   *
   * @return whether there was, and all is judged anew
   */
  boolean ensure() throws InterruptedException {
    while (!closing.getAsBoolean()) {
      try {
        return isAnother() && beginAnew();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof RetriableException)
            && !(e.getCause() instanceof GroupNotEmptyException)) { // one that was just stopped
          throw new IllegalStateException("the state's version could not be found out", e);
        }
        LOG.warn("the state's version is not known yet reason={}", e.getCause().toString());
      }
      LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
    return false;
  }

  private boolean isAnother() throws ExecutionException, InterruptedException {
    var changelog = applicationId + "-" + AreaBook.NAME + "-changelog";
    var topics = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
    return !topics.contains(changelog)
        && !admin
            .listConsumerGroupOffsets(applicationId)
            .partitionsToOffsetAndMetadata()
            .get()
            .isEmpty();
  }

  private boolean beginAnew() throws ExecutionException, InterruptedException {
    LOG.warn(
        "the state is of another version: all reports are judged anew from the log, and what is on"
            + " disk is left aside application={}",
        applicationId);
    admin.deleteConsumerGroups(List.of(applicationId)).all().get();
    leaveAside(stateDirectory, applicationId);
    return true;
  }

  /** Moves what is on disk away, so that it is rebuilt; what was left aside before is deleted. */
  static void leaveAside(Path stateDirectory, String applicationId) {
    var here = stateDirectory.resolve(applicationId);
    var aside = stateDirectory.resolve(applicationId + ".left-aside");
    try {
      if (Files.exists(here)) {
        Utils.delete(aside.toFile());
        Files.move(here, aside, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "state.dir: " + here + " could not be moved (expected: writable)", e);
    }
  }
}
