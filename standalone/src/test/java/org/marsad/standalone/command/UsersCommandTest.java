package org.marsad.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.consumer.operations.people.UsersFile;
import org.marsad.standalone.Folders;

/** The first users, while nothing runs. */
class UsersCommandTest {
  private static final String PASSWORD = "correct horse battery";

  @TempDir private Path data;

  @Test
  void shouldAddListAndRemoveWhileNothingRuns() throws Exception {
    // When
    var added = users(PASSWORD + "\nmore", "add", "night-shift", "--role", "operator");
    var program = users("", "add", "program", "--role", "VIEWER", "--token", "radio");
    // Then
    assertThat(added.status()).as(added.errors()).isZero();
    assertThat(added.out()).isEmpty();
    assertThat(program.out().strip()).hasSizeGreaterThan(20);
    var file = new Folders(data).users();
    assertThat(UsersFile.read(file)).hasSize(2);
    assertThat(Files.readString(file))
        .doesNotContain(PASSWORD, program.out().strip())
        .contains("$argon2id$");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(users("", "list").out())
        .containsPattern("night-shift +OPERATOR password\\R")
        .containsPattern("program +VIEWER +token radio\\R");
    assertThat(users("", "list", "--json").out())
        .contains("{\"name\":\"night-shift\",\"role\":\"OPERATOR\",\"password\":true")
        .doesNotContain("argon2id", "sha256");
    // When
    var removed = users("", "remove", "program");
    // Then
    assertThat(removed.status()).isZero();
    assertThat(users("", "list").out().lines()).hasSize(1);
  }

  @Test
  void shouldSayWhatCannotBeAddedOrRemoved() {
    var unknown = users("", "remove", "nobody");
    assertThat(unknown.status()).isEqualTo(1);
    assertThat(unknown.errors()).startsWith("marsad: user: nobody is unknown in ");
    assertFault("password: 5 characters (expected: 12 to 128)", users("short", ADD));
    assertFault("password: absent (expected: a line on standard input)", users("", ADD));
    assertFault("users[0].name: Dr Salma", users(PASSWORD, "add", "Dr Salma", "--role", "VIEWER"));
    assertFault("--role", users(PASSWORD, "add", "looker"));
    assertFault(
        "--data: given with --url (expected: one or the other)",
        users("", "list", "--url", "http://127.0.0.1:1"));
    assertThat(new Folders(data).users()).doesNotExist();
  }

  private static final String[] ADD = {"add", "looker", "--role", "VIEWER"};

  private static void assertFault(String fault, Run refused) {
    assertThat(refused.status()).as(refused.errors()).isEqualTo(2);
    assertThat(refused.errors()).contains(fault);
    assertThat(refused.errors().lines()).hasSize(1);
  }

  private Run users(String input, String... arguments) {
    var all = new ArrayList<>(List.of("users"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--data", data.toString()));
    if (all.contains("add") && !all.contains("--token")) {
      all.add("--password-stdin");
    }
    var usual = System.in;
    try {
      System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
      return Run.of(all);
    } finally {
      System.setIn(usual);
    }
  }
}
