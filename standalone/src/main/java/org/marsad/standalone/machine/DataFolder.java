package org.marsad.standalone.machine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.marsad.schemas.settings.PrivateFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data folder of a Marsad that runs: its alone, with the log that it writes. */
public final class DataFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

  private final Path folder;
  private final DataLock lock;
  private final ServiceLog log;

  private DataFolder(Path folder, DataLock lock, ServiceLog log) {
    this.folder = folder;
    this.lock = lock;
    this.log = log;
  }

  /**
   * Takes a folder, which is made where it is missing, and logs to a file from now on.
   *
   * @param log appended to; in that folder or elsewhere
   * @throws IOException when another Marsad has the folder, or it cannot be used; nothing is
   *     changed
   */
  public static DataFolder take(Path folder, Path log) throws IOException {
    var lock = DataLock.take(folder);
    try {
      return new DataFolder(folder, lock, ServiceLog.open(log));
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Closes the folder to others, and tells what of it and of the secrets others can read all the
   * same: a line each.
   *
   * @param secrets files that need not be there
   */
  public List<String> openToOthers(Collection<Path> secrets) throws IOException {
    var lines = new ArrayList<String>();
    if (!PrivateFiles.closeFolder(folder)) {
      lines.add(folder + ": others can look into it (expected: a folder of mode 700)");
    }
    for (var secret : secrets) {
      if (PrivateFiles.isReadByOthers(secret)) {
        lines.add(secret + ": others can read this secret (expected: a file of mode 600)");
      }
    }
    lines.forEach(LOG::warn);
    return lines;
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      log.close();
    }
  }
}
