package org.marsad.schemas.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.marsad.schemas.settings.Settings;

/**
 * The room that is left on the disk of a folder. Below a first limit people are warned; below a
 * second one nothing new is taken in, so that there is room for what is under way. What was low is
 * well again at a quarter more than its limit, so that nothing flips to and fro. Safe for several
 * threads; asking costs one call of the operating system.
 */
public final class DiskSpace {
  /** Setting of the first limit. */
  public static final String WARN = "disk.warn.mb";

  /** Setting of the second limit. */
  public static final String STOP = "disk.stop.mb";

  /** The disk does not say: doubt counts as none. */
  private static final long UNKNOWN = 0;

  private final Path folder;
  private final LongSupplier usableBytes;
  private final Limit warning;
  private final Limit stop;

  DiskSpace(Path folder, LongSupplier usableBytes, int warnBelowMb, int stopBelowMb) {
    this.folder = folder;
    this.usableBytes = usableBytes;
    this.warning = new Limit(warnBelowMb);
    this.stop = new Limit(stopBelowMb);
  }

  /** Declares both settings. */
  public static ConfigDef define(ConfigDef definition) {
    return definition
        .define(
            WARN,
            ConfigDef.Type.INT,
            1024,
            Range.atLeast(0),
            Importance.LOW,
            "Room on the disk of the data below which people are warned, megabytes; 0: never.")
        .define(
            STOP,
            ConfigDef.Type.INT,
            256,
            Range.atLeast(0),
            Importance.LOW,
            "Room below which no reports are taken, before nothing could be written; 0: never.");
  }

  /**
   * Watches the disk of a folder, with the limits of the settings.
   *
   * @param folder it need not be there yet
   * @throws IOException when its disk cannot be found out
   */
  public static DiskSpace of(Path folder, Settings settings) throws IOException {
    return of(folder, settings.number(WARN), settings.number(STOP));
  }

  /**
   * Watches the disk of a folder.
   *
   * @param folder it need not be there yet
   * @param warnBelowMb megabytes (2^20 bytes); 0: never warns
   * @param stopBelowMb the same; 0: never stops
   * @throws IOException when its disk cannot be found out
   */
  static DiskSpace of(Path folder, int warnBelowMb, int stopBelowMb) throws IOException {
    var disk = Files.getFileStore(existing(folder.toAbsolutePath()));
    return new DiskSpace(
        folder,
        () -> {
          try {
            return disk.getUsableSpace();
          } catch (IOException gone) {
            return UNKNOWN;
          }
        },
        warnBelowMb,
        stopBelowMb);
  }

  private static Path existing(Path folder) {
    var above = folder.getParent();
    return above == null || Files.exists(folder) ? folder : existing(above);
  }

  /** That room is scarce; empty: it is not. */
  public Optional<Warning> warning() {
    if (!warning.isPassed(usableBytes.getAsLong())) {
      return Optional.empty();
    }
    var left = "less than %d MB are left on the disk of %s".formatted(warning.mb, folder);
    var then = stop.mb == 0 ? "" : ": below %d MB no reports are taken".formatted(stop.mb);
    return Optional.of(Warning.of(left + then));
  }

  /** Why nothing new is taken in; empty: there is room. */
  public Optional<String> full() {
    return stop.isPassed(usableBytes.getAsLong())
        ? Optional.of(
            "less than %d MB are left on the disk of %s: make room".formatted(stop.mb, folder))
        : Optional.empty();
  }

  /**
   * Refuses a start that would fill the disk: it needs room of its own.
   *
   * @throws IOException when less than half of the second limit is left
   */
  public void requireRoomToStart() throws IOException {
    var left = usableBytes.getAsLong();
    if (left < stop.bytes() / 2) {
      throw new IOException(
          "disk of %s: %d MB are left (expected: at least %d MB to start with; make room)"
              .formatted(folder, left / Limit.MB, stop.mb / 2));
    }
  }

  /** A limit that stays passed until there is a quarter more. */
  private static final class Limit {
    private static final long MB = 1024 * 1024;

    private final int mb;
    private boolean isPassed;

    private Limit(int mb) {
      this.mb = mb;
    }

    private long bytes() {
      return mb * MB;
    }

    private synchronized boolean isPassed(long left) {
      isPassed = left < (isPassed ? bytes() + bytes() / 4 : bytes());
      return isPassed;
    }
  }
}
