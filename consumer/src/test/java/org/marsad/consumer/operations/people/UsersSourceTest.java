package org.marsad.consumer.operations.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.schemas.settings.SettingsException;

class UsersSourceTest {
  private final AtomicLong nanos = new AtomicLong();
  @TempDir private Path folder;

  @Test
  void shouldFollowTheFileAndKeepTheLastSoundOneWhenItIsFaulty() throws IOException {
    // Given
    var file = folder.resolve("users.yaml");
    var local = LocalOperator.create();
    var source = new UsersSource(file, List.of(local.user()), nanos::get);
    assertThat(source.current().all()).containsExactly(local.user());
    // When: a file appears
    Files.writeString(file, "- {name: shift, role: VIEWER}\n");
    // Then: it counts once it has settled
    assertThat(names(source)).containsExactly("local");
    assertThat(names(source)).containsExactly("shift", "local");
    // When: somebody spoils it
    Files.writeString(file, "- {name: shift, role: KING}\n");
    names(source);
    // Then
    assertThat(names(source)).containsExactly("shift", "local");
    assertThat(source.warning())
        .hasValueSatisfying(said -> assertThat(said.details().toString()).contains("KING"));
    // When: mended
    Files.writeString(file, "- {name: shift, role: EDITOR}\n- {name: two, role: VIEWER}\n");
    names(source);
    // Then
    assertThat(names(source)).containsExactly("shift", "two", "local");
    assertThat(source.warning()).isEmpty();
    assertThat(source.current().ofToken(local.token())).hasValue(local.user());
  }

  @Test
  void shouldReadAFileAgainThatCouldNotBeReadForAMoment() throws IOException {
    // Given
    var file = Files.writeString(folder.resolve("users.yaml"), "");
    var source = new UsersSource(file, List.of(), nanos::get);
    var sound = "- {name: shift, role: VIEWER}\n".getBytes(StandardCharsets.UTF_8);
    var changedAt = FileTime.from(Instant.parse("2016-10-11T12:00:00Z"));
    // When: it cannot be read
    Files.write(file, new byte[sound.length - 1]);
    Files.write(file, new byte[] {(byte) 0xff}, StandardOpenOption.APPEND);
    Files.setLastModifiedTime(file, changedAt);
    names(source);
    names(source);
    assertThat(source.warning()).isPresent();
    // When: it can, and looks as before
    Files.write(file, sound);
    Files.setLastModifiedTime(file, changedAt);
    // Then
    assertThat(names(source)).containsExactly("shift");
    assertThat(source.warning()).isEmpty();
  }

  @Test
  void shouldCountAtOnceWhenAUserIsAddedOrRemovedHere() throws IOException {
    // Given
    var source = new UsersSource(folder.resolve("users.yaml"), List.of(), nanos::get);
    var user = new User("shift", UserRole.VIEWER, null, null, List.of());
    // When
    source.add(user);
    // Then
    assertThat(source.current().named("shift")).hasValue(user);
    assertThatThrownBy(() -> source.add(user))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("name: shift (expected: a new name)");
    // When, then
    assertThat(source.remove("shift")).isTrue();
    assertThat(source.current().named("shift")).isEmpty();
    assertThat(source.remove("shift")).isFalse();
  }

  /** A second later. */
  private List<String> names(UsersSource source) {
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    return source.current().all().stream().map(User::name).toList();
  }
}
