package org.marsad.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.marsad.producer.areas.AreaFileException;
import org.marsad.producer.places.Gazetteer;
import org.marsad.schemas.launch.Warning;
import org.marsad.schemas.settings.FileStamp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks from time to time whether an installation's area files have changed, on a thread of its
 * own. Files with faults are refused as a whole, and the areas that were in force stay so.
 */
final class AreasWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AreasWatch.class);

  /** What puts areas into force. */
  interface Use {
    /** Puts them into force; what fails is tried again. */
    void accept(Gazetteer areas) throws IOException, InterruptedException;
  }

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "areas-watch"));
  private final Path folder;
  private final Use use;
  private List<FileStamp> used;
  private List<FileStamp> seen;
  private volatile Optional<Warning> warning = Optional.empty();

  /**
   * @param folder that need not be there yet
   * @param use called on the thread of the watch
   */
  AreasWatch(Path folder, Use use) {
    this.folder = folder;
    this.use = use;
    this.used = stamps(folder);
    this.seen = used;
  }

  void start(Duration every) {
    var unused =
        thread.scheduleWithFixedDelay(
            this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What is wrong with the files as they are now; empty: nothing. Safe from any thread. */
  Optional<Warning> warning() {
    return warning;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  /** A bug in reading must not end the watch. */
  private void look() {
    try {
      var now = stamps(folder);
      var isSettled = now.equals(seen);
      seen = now;
      if (isSettled && !now.equals(used) && !now.isEmpty()) {
        readAgain(now);
      }
    } catch (RuntimeException e) {
      LOG.error("areas not read again, those before stay in force", e);
    }
  }

  private void readAgain(List<FileStamp> now) {
    try {
      var areas = Gazetteer.read(List.of(folder));
      use.accept(areas);
      used = now;
      warning = Optional.empty();
      LOG.info("areas changed count={}", areas.areas().size());
    } catch (AreaFileException e) {
      used = now;
      var faults = String.valueOf(e.getMessage()).lines().toList();
      warning = Optional.of(Warning.refused("areas", faults));
      LOG.error("areas refused, those before stay in force\n{}", e.getMessage());
    } catch (IOException e) {
      warning = Optional.of(Warning.refused("areas", List.of(e.toString())));
      LOG.error("areas unreadable, those before stay in force reason={}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<FileStamp> stamps(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jsonl"))
          .sorted()
          .map(FileStamp::of)
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
