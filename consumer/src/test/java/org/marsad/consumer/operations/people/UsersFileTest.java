package org.marsad.consumer.operations.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.schemas.settings.SettingsException;

class UsersFileTest {
  private static final String HASH =
      "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$aGFzaGhhc2hoYXNoaGFzaA";
  private static final String SHA256 = "a".repeat(64);

  @TempDir private Path folder;

  @Test
  void shouldReadUsersWhenTheFileIsSound() {
    // When
    var users =
        UsersFile.parse(
            """
            # who may what
            - name: shift
              role: EDITOR
              password: %s
              tokens:
                - {name: cli, sha256: %s}
            - name: ward-3
              role: OPERATOR
              subscriber: hospital-a
            """
                .formatted(HASH, SHA256));
    // Then
    assertThat(users)
        .containsExactly(
            new User("shift", UserRole.EDITOR, null, HASH, List.of(new AccessToken("cli", SHA256))),
            new User("ward-3", UserRole.OPERATOR, "hospital-a", null, List.of()));
    assertThat(UsersFile.parse("")).isEmpty();
    assertThat(UsersFile.parse("# nobody yet\n")).isEmpty();
  }

  @Test
  void shouldNameAllFaultsAndNoHashWhenTheFileIsNotSound() {
    // Given
    var text =
        """
        - name: Shift Leader
          role: BOSS
          password: secret-in-plain
        - name: ward
          role: ADMIN
          subscriber: hospital-a
          tokens:
            - {name: cli, sha256: %1$s}
            - {name: cli, sha256: %1$s, until: never}
        - name: ward
          role: VIEWER
          pasword: x
        - role: VIEWER
        """
            .formatted(SHA256);
    // When, then
    assertThatThrownBy(() -> UsersFile.parse(text))
        .asInstanceOf(type(SettingsException.class))
        .satisfies(
            e ->
                assertThat(e.faults())
                    .containsExactly(
                        "line 1: users[0].name: Shift Leader (expected: 1 to 64 of a-z, 0-9, '.',"
                            + " '_', '-', '@')",
                        "line 2: users[0].role: BOSS (expected: one of [VIEWER, OPERATOR, EDITOR,"
                            + " ADMIN])",
                        "line 3: users[0].password: (hidden) (expected: an Argon2id hash)",
                        "line 5: users[1].role: ADMIN (expected: VIEWER or OPERATOR with"
                            + " subscriber)",
                        "line 9: users[1].tokens[1].name: cli (expected: unique for its user)",
                        "line 9: users[1].tokens[1].sha256: (hidden) (expected: a token of its"
                            + " own)",
                        "line 9: users[1].tokens[1].until: unknown key (expected: one of [name,"
                            + " sha256])",
                        "line 10: users[2].name: ward (expected: unique)",
                        "line 12: users[2].pasword: unknown key (expected: one of [name,"
                            + " password, role, subscriber, tokens])",
                        "line 13: users[3].name: absent (expected: 1 to 64 of a-z, 0-9, '.',"
                            + " '_', '-', '@')"));
  }

  @Test
  void shouldRefuseWhatIsNoListOfUsersWhenRead() {
    for (var text : List.of("name: shift", "- name: [", "- {name: a, name: b, role: VIEWER}")) {
      assertThatThrownBy(() -> UsersFile.parse(text))
          .as(text)
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("expected: ");
    }
  }

  @Test
  void shouldLeaveCommentsAndOthersAsTheyAreWhenAUserComesOrGoes() throws IOException {
    // Given
    var file = folder.resolve("users.yaml");
    var before =
        """
        # the night shift
        - name: night   # from 20:00
          role: OPERATOR
        # the day shift
        - name: day
          role: VIEWER
        """;
    Files.writeString(file, before);
    var ward = new User("ward", UserRole.VIEWER, "hospital-a", HASH, List.of());
    // When
    UsersFile.add(file, ward);
    // Then
    assertThat(UsersFile.read(file)).extracting(User::name).containsExactly("night", "day", "ward");
    assertThat(UsersFile.read(file)).contains(ward);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    // When
    assertThat(UsersFile.remove(file, "ward")).isTrue();
    assertThat(UsersFile.remove(file, "ward")).isFalse();
    // Then
    assertThat(Files.readString(file)).isEqualTo(before);
  }

  @Test
  void shouldBeginTheFileWhenThereIsNone() throws IOException {
    // Given
    var file = folder.resolve("users.yaml");
    // When
    UsersFile.add(file, new User("first", UserRole.ADMIN, null, HASH, List.of()));
    // Then
    assertThat(UsersFile.read(file)).extracting(User::name).containsExactly("first");
    // When
    UsersFile.remove(file, "first");
    // Then
    assertThat(UsersFile.read(file)).isEmpty();
  }

  @Test
  void shouldRefuseToChangeAFileThatItWouldBreak() throws IOException {
    // Given: entries that do not stand at the margin
    var file = folder.resolve("users.yaml");
    var text = "[{name: one, role: VIEWER}]\n";
    Files.writeString(file, text);
    // When, then
    assertThatThrownBy(
            () -> UsersFile.add(file, new User("two", UserRole.VIEWER, null, null, List.of())))
        .isInstanceOf(SettingsException.class);
    assertThatThrownBy(() -> UsersFile.remove(file, "one")).isInstanceOf(SettingsException.class);
    assertThat(Files.readString(file)).isEqualTo(text);
  }
}
