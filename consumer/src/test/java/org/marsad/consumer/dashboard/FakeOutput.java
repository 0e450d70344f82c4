package org.marsad.consumer.dashboard;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A connection that a test opens, blocks and breaks. It insists on the rules of the servlet API.
 */
final class FakeOutput extends ServletOutputStream {
  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  boolean ready = true;
  boolean broken;
  int flushes;
  private boolean asked;

  String text() {
    return taken.toString(StandardCharsets.UTF_8);
  }

  @Override
  public boolean isReady() {
    asked = ready;
    return ready;
  }

  @Override
  public void setWriteListener(WriteListener listener) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void write(int b) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    use();
    taken.writeBytes(bytes);
  }

  @Override
  public void flush() throws IOException {
    use();
    flushes++;
  }

  private void use() throws IOException {
    if (!asked) {
      throw new IllegalStateException("written without asking isReady");
    }
    asked = false;
    if (broken) {
      throw new IOException("connection reset");
    }
  }
}
