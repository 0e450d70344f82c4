package org.marsad.consumer.operations.people;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.marsad.schemas.launch.Warning;
import org.marsad.schemas.settings.FileStamp;
import org.marsad.schemas.settings.SettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The users in force: those of a file, looked at once a second at most, and some that stand in no
 * file. A file with faults is refused as a whole, and those who were in force stay so. Thread-safe.
 */
public final class UsersSource {
  private static final Logger LOG = LoggerFactory.getLogger(UsersSource.class);
  private static final long BETWEEN_LOOKS_NANOS = 1_000_000_000L;

  private final Path file;
  private final List<User> builtIn;
  private final LongSupplier nanoTime;
  private Users current;
  private @Nullable FileStamp read; // null: what stands there could not be read
  private FileStamp seen;
  private long lookedAt;
  private Optional<Warning> warning = Optional.empty();

  /**
   * The users of a file; a file that does not exist yet holds none.
   *
   * @param builtIn users besides those of the file, such as the operator at this machine
   * @throws SettingsException with every fault of the file
   * @throws IOException when it cannot be read
   */
  public UsersSource(Path file, List<User> builtIn) throws IOException {
    this(file, builtIn, System::nanoTime);
  }

  UsersSource(Path file, List<User> builtIn, LongSupplier nanoTime) throws IOException {
    this.file = file;
    this.builtIn = List.copyOf(builtIn);
    this.nanoTime = nanoTime;
    this.lookedAt = nanoTime.getAsLong();
    this.current = new Users(List.of());
    this.seen = FileStamp.of(file);
    load(seen);
  }

  /** Those in force now. */
  public synchronized Users current() {
    var now = nanoTime.getAsLong();
    if (now - lookedAt >= BETWEEN_LOOKS_NANOS) {
      lookedAt = now;
      look();
    }
    return current;
  }

  /** What is wrong with the file as it stands; empty: nothing. */
  public synchronized Optional<Warning> warning() {
    return warning;
  }

  /**
   * Adds a user to the file, in force at once.
   *
   * @throws SettingsException where it cannot be added, with every reason
   * @throws IOException when the file cannot be read or written
   */
  public synchronized void add(User user) throws IOException {
    if (current.named(user.name()).isPresent()) {
      throw new SettingsException(List.of("name: " + user.name() + " (expected: a new name)"));
    }
    UsersFile.add(file, user);
    loadNow();
  }

  /**
   * Removes a user from the file; its sessions and tokens end at once.
   *
   * @return whether the file had such a user
   * @throws SettingsException where the file cannot be changed, with the reason
   * @throws IOException when the file cannot be read or written
   */
  public synchronized boolean remove(String name) throws IOException {
    var removed = UsersFile.remove(file, name);
    loadNow();
    return removed;
  }

  private void look() {
    var now = FileStamp.of(file);
    var isSettled = now.equals(seen);
    seen = now;
    if (!isSettled || now.equals(read)) {
      return; // still being written, or known
    }
    try {
      load(now);
      LOG.info("users changed count={}", current.all().size());
    } catch (SettingsException e) {
      read = now;
      warning = Optional.of(Warning.refused("users", e.faults()));
      LOG.error("users refused, those before stay in force\n{}", String.join("\n", e.faults()));
    } catch (IOException e) {
      read = null; // the next look tries again
      var unreadable = Optional.of(Warning.of("users: the file cannot be read"));
      if (!unreadable.equals(warning)) {
        LOG.error("users unreadable, those before stay in force reason={}", e.toString());
      }
      warning = unreadable;
    }
  }

  private void loadNow() throws IOException {
    seen = FileStamp.of(file);
    read = null;
    load(seen);
  }

  /**
   * Puts what the file holds in force.
   *
   * @param stamp of the file as it is now
   */
  private void load(FileStamp stamp) throws IOException {
    var users = stamp.modified() == null ? List.<User>of() : UsersFile.read(file);
    current = new Users(users).with(builtIn);
    read = stamp;
    warning = Optional.empty();
  }
}
