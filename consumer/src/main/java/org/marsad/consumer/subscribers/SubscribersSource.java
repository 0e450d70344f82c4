package org.marsad.consumer.subscribers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marsad.schemas.launch.Warning;
import org.marsad.schemas.settings.FileStamp;
import org.marsad.schemas.settings.SettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the subscribers come from: given once, or a file that may change. A file with faults is
 * refused as a whole, and those who were in force stay so.
 *
 * <p>Confined to one thread at a time, but for {@link #warning}.
 */
public final class SubscribersSource {
  private static final Logger LOG = LoggerFactory.getLogger(SubscribersSource.class);

  private final @Nullable Path file;
  private final Supplier<Known> known;
  private List<Subscriber> current;
  private List<Path> files = List.of();
  private List<FileStamp> read = List.of();
  private List<FileStamp> seen = List.of();
  private volatile Optional<Warning> warning = Optional.empty();

  private SubscribersSource(@Nullable Path file, Supplier<Known> known, List<Subscriber> current) {
    this.file = file;
    this.known = known;
    this.current = List.copyOf(current);
  }

  /** Always these. */
  public static SubscribersSource of(List<Subscriber> subscribers) {
    return new SubscribersSource(null, () -> Known.ANYTHING, subscribers);
  }

  /**
   * Those of a file, now and whenever it changes.
   *
   * @throws SettingsException with every fault
   * @throws IOException when it cannot be read
   */
  public static SubscribersSource of(Path file) throws IOException {
    return of(file, () -> Known.ANYTHING);
  }

  /**
   * The same; areas and sites that do not exist are refused.
   *
   * @param known what exists, asked at each reading
   */
  public static SubscribersSource of(Path file, Supplier<Known> known) throws IOException {
    var source = new SubscribersSource(file, known, List.of());
    source.files = files(file);
    source.read = source.stamps();
    source.seen = source.read;
    source.current = SubscribersFile.read(file, known.get());
    return source;
  }

  /**
   * Those of a file as soon as it is there, and whenever it changes.
   *
   * @param known what exists, asked at each reading
   * @param untilThen in force until there is a sound file
   */
  public static SubscribersSource awaiting(
      Path file, Supplier<Known> known, List<Subscriber> untilThen) {
    var source = new SubscribersSource(file, known, untilThen);
    source.files = List.of(file);
    source.read = source.stamps();
    source.seen = source.read;
    return source;
  }

  /** Those in force. */
  public List<Subscriber> current() {
    return current;
  }

  /** The files that theirs names, such as secrets; none where there is no file. */
  public List<Path> namedFiles() {
    return files.stream().skip(1).toList();
  }

  /** What is wrong with the file as it is now; empty: nothing, or nobody has looked yet. */
  public Optional<Warning> warning() {
    return warning;
  }

  /** Whether they can ever change. */
  public boolean canChange() {
    return file != null;
  }

  /**
   * Looks at the file, and at the files of secrets that it names. What was still being written at
   * the last look is not read yet.
   *
   * @return those in force from now on, where they have changed
   */
  public Optional<List<Subscriber>> poll() {
    var now = stamps();
    var settled = now.equals(seen);
    seen = now;
    if (file == null || !settled || now.equals(read)) {
      return Optional.empty();
    }
    return readAgain(file);
  }

  private Optional<List<Subscriber>> readAgain(Path changed) {
    try {
      files = files(changed);
      read = stamps(); // before the reading: what changes meanwhile is seen by the next look
      seen = read;
      var subscribers = SubscribersFile.read(changed, known.get());
      warning = Optional.empty();
      if (subscribers.equals(current)) {
        return Optional.empty();
      }
      current = subscribers;
      LOG.info("subscribers changed count={}", subscribers.size());
      return Optional.of(subscribers);
    } catch (SettingsException e) {
      warning = Optional.of(Warning.refused("subscribers", e.faults()));
      LOG.error(
          "subscribers refused, those before stay in force faults={}\n{}",
          e.faults().size(),
          String.join("\n", e.faults()));
    } catch (IOException e) {
      read = List.of(); // the next look tries again
      var unreadable = Optional.of(Warning.refused("subscribers", List.of(e.toString())));
      if (!unreadable.equals(warning)) {
        LOG.error("subscribers unreadable, those before stay in force reason={}", e.toString());
      }
      warning = unreadable;
    }
    return Optional.empty();
  }

  private List<FileStamp> stamps() {
    return files.stream().map(FileStamp::of).toList();
  }

  private static List<Path> files(Path file) throws IOException {
    var folder = file.toAbsolutePath().getParent();
    var files = new ArrayList<Path>();
    files.add(file);
    files.addAll(NamedFiles.in(Files.readString(file), folder == null ? Path.of("") : folder));
    return files;
  }
}
