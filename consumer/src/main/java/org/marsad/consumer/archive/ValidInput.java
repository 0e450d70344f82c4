package org.marsad.consumer.archive;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.avro.file.SeekableFileInput;
import org.apache.avro.file.SeekableInput;

/** A file that ends where its valid bytes end. */
final class ValidInput implements SeekableInput {
  private final SeekableFileInput file;
  private final long length;

  ValidInput(Path file, long length) throws IOException {
    this.file = new SeekableFileInput(file.toFile());
    this.length = length;
  }

  @Override
  public void seek(long position) throws IOException {
    file.seek(position);
  }

  @Override
  public long tell() throws IOException {
    return file.tell();
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public int read(byte[] bytes, int offset, int most) throws IOException {
    var left = length - file.tell();
    return left <= 0 ? -1 : file.read(bytes, offset, (int) Math.min(most, left));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
