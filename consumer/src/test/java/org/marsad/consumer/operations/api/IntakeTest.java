package org.marsad.consumer.operations.api;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {
  @TempDir private Path folder;

  @Test
  void shouldNameTheSettingWhenThereIsNoToken() throws IOException {
    var blank = Files.writeString(folder.resolve("blank"), " \nsecond line");
    for (var file : List.of(Path.of(""), folder.resolve("absent"), blank)) {
      var intake = new Intake(() -> URI.create("http://127.0.0.1:1"), file);
      assertThatThrownBy(() -> intake.post("/", JsonNodeFactory.instance.objectNode()))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "intake.token.file: %s (expected: a readable file whose first line is the token of"
                  + " the intake's operator)",
              file);
    }
  }
}
