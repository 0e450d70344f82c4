package org.marsad.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenFileTest {
  @TempDir private Path folder;

  @Test
  void shouldRefuseToOverwriteWhenTheFileExists() throws IOException {
    // Given
    var values = JsonNodeFactory.instance.objectNode().put("a", 1);
    var golden = new GoldenFile(folder, "Alert", 1);
    golden.writeNew(new byte[200], values);
    // When, then
    assertThatThrownBy(() -> golden.writeNew(new byte[] {1}, values))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(golden.bytes()).isEqualTo(new byte[200]);
    assertThat(golden.values()).isEqualTo(values);
  }
}
