package org.marsad.consumer.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk on which one step goes wrong, and nothing works after it. */
class FailingDisk extends Disk {
  private final int failingStep;
  private int step;

  /**
   * @param failingStep number of the step that fails, from 1
   */
  FailingDisk(int failingStep) {
    this.failingStep = failingStep;
  }

  /** Whether the failure has come. */
  boolean hasFailed() {
    return step >= failingStep;
  }

  /** What happens at the failing step. */
  void fail() throws IOException {
    throw new IOException("the disk failed at step " + step);
  }

  private void step() throws IOException {
    step++;
    if (hasFailed()) {
      fail();
    }
  }

  @Override
  OutputStream append(Path file) throws IOException {
    step();
    return new FilterOutputStream(super.append(file)) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        var half = length / 2;
        out.write(bytes, offset, half); // a torn write
        step();
        out.write(bytes, offset + half, length - half);
      }
    };
  }

  @Override
  void replace(Path file, byte[] bytes) throws IOException {
    var torn = file.resolveSibling(file.getFileName() + ".new");
    if (step + 1 >= failingStep) {
      Files.write(torn, new byte[] {'{'});
    }
    step();
    super.replace(file, bytes);
    step();
  }

  @Override
  void force(Path path) throws IOException {
    step(); // the bytes are not forced for real: no test can tell, and many tests write
  }

  @Override
  void truncate(Path file, long length) throws IOException {
    step();
    super.truncate(file, length);
    step();
  }

  @Override
  void delete(Path file) throws IOException {
    step();
    super.delete(file);
    step();
  }
}
