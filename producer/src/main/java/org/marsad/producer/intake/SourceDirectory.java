package org.marsad.producer.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.schemas.launch.Warning;
import org.marsad.schemas.settings.FileStamp;
import org.marsad.schemas.settings.SettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may report, as the file of sources has it now: each request looks whether it has changed. A
 * file with faults is refused as a whole, and those who were in force stay so. Safe for use by many
 * threads.
 */
public final class SourceDirectory {
  private static final Logger LOG = LoggerFactory.getLogger(SourceDirectory.class);

  /** Until then it may still be being written. */
  private static final Duration SETTLED = Duration.ofSeconds(1);

  private final @Nullable Path file;
  private final Clock clock;
  private volatile SourceRegister register;
  private volatile @Nullable FileStamp read;
  private volatile Optional<Warning> warning = Optional.empty();

  private SourceDirectory(
      @Nullable Path file, Clock clock, @Nullable FileStamp read, List<KnownSource> sources) {
    this.file = file;
    this.clock = clock;
    this.read = read;
    this.register = new SourceRegister(sources);
  }

  /** Always these. */
  public static SourceDirectory of(List<KnownSource> sources) {
    return new SourceDirectory(null, Clock.systemUTC(), null, sources);
  }

  /**
   * Those of a file, now and whenever it changes.
   *
   * @param clock that files are stamped by
   * @throws SettingsException with every fault of it
   * @throws IOException when it cannot be read
   */
  public static SourceDirectory of(Path file, Clock clock) throws IOException {
    var read = FileStamp.of(file); // before the reading: what changes meanwhile is seen next
    return new SourceDirectory(file, clock, read, SourcesFile.read(file));
  }

  /** Whether an SMS gateway among them passes on what people send. */
  public boolean hasGateway() {
    return current().hasGateway();
  }

  /** How many there are, the operator among them. */
  public int count() {
    return current().count();
  }

  /** What is wrong with the file as it is now; empty: nothing. */
  public Optional<Warning> warning() {
    var unused = current(); // looks
    return warning;
  }

  /** Those in force. */
  SourceRegister current() {
    if (file != null) {
      look(file);
    }
    return register;
  }

  private void look(Path changing) {
    var stamp = FileStamp.of(changing);
    if (!stamp.equals(read) && isSettled(stamp.modified())) {
      readAgain(changing, stamp);
    }
  }

  private boolean isSettled(@Nullable FileTime modified) {
    if (modified == null) {
      return true;
    }
    var age = Duration.between(modified.toInstant(), clock.instant());
    return age.isNegative() || age.compareTo(SETTLED) >= 0;
  }

  private synchronized void readAgain(Path changed, FileStamp stamp) {
    if (stamp.equals(read)) {
      return; // another request was faster
    }
    read = stamp;
    try {
      var sources = SourcesFile.read(changed);
      warning = Optional.empty();
      register = new SourceRegister(sources);
      LOG.info("sources changed count={}", sources.size());
    } catch (SettingsException e) {
      warning = Optional.of(Warning.refused("sources", e.faults()));
      LOG.error(
          "sources refused, those before stay in force faults={}\n{}",
          e.faults().size(),
          String.join("\n", e.faults()));
    } catch (IOException e) {
      warning = Optional.of(Warning.refused("sources", List.of(e.toString())));
      LOG.error("sources unreadable, those before stay in force reason={}", e.toString());
    }
  }
}
