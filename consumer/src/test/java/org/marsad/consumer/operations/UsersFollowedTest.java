package org.marsad.consumer.operations;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of users is followed also while nobody asks. */
class UsersFollowedTest {
  @TempDir private Path folder;

  @Test
  void shouldSayThatTheFileIsFaultyWithoutBeingAskedForAUser() throws IOException {
    try (var desk = new OperationsDesk(folder)) {
      // When
      Files.writeString(folder.resolve("users.yaml"), "- {name: somebody}\n");
      // Then
      await().until(() -> desk.get(null, "/health/ready").contains("users"));
    }
  }
}
