package org.marsad.producer.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.message.SourceKind;
import org.marsad.schemas.settings.SettingsException;

final class SourcesTest {
  @TempDir Path folder;

  @Test
  void shouldReadBackTheSourcesThatItWroteForItsOwnerAlone() throws IOException {
    // Given
    var file = folder.resolve("sources.yaml");
    var token = SourceTokens.generate();
    var sources =
        List.of(
            new KnownSource(
                "مرصد", SourceTokens.hash(token), SourceKind.SENSOR, "wire", "aleppo", false),
            new KnownSource("b", SourceTokens.hash("b"), SourceKind.AGENCY, null, null, true),
            new KnownSource(
                "h",
                SourceTokens.hash("h"),
                SourceKind.AGENCY,
                null,
                null,
                false,
                List.of("hospital-a", "hospital-b")));
    // When
    SourcesFile.write(file, sources);
    // Then
    assertThat(SourcesFile.read(file)).isEqualTo(sources);
    assertThat(Files.readString(file)).doesNotContain(token);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThatThrownBy(() -> SourcesFile.write(file, sources))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void shouldNameAllFaultsOfASourcesFileAndNoHash() throws IOException {
    // Given
    var hash = "ab".repeat(32);
    var file =
        write(
            """
            - {name: a, token-sha256: %s}
            - {name: a, token-sha256: %s, kind: PERSON, relay: maybe, colour: red}
            - {token-sha256: short, sites: hospital-a}
            """
                .formatted(hash, hash));
    // Then
    assertThatThrownBy(() -> SourcesFile.read(file))
        .isInstanceOf(SettingsException.class)
        .hasMessageContainingAll(
            "name: a (expected: each name once)",
            "sources: two with one token",
            "line 2: sources[1].kind: PERSON (expected: one of [",
            "line 2: sources[1].relay: maybe (expected: true or false)",
            "line 2: sources[1].colour: unknown key (expected: one of [",
            "line 3: sources[2].name: absent (expected: a name)",
            "line 3: sources[2].sites: no list (expected: a list",
            "line 3: sources[2].token-sha256: unusable")
        .hasMessageNotContaining(hash);
  }

  @Test
  void shouldMakeTokensOf256BitsThatDiffer() {
    assertThat(SourceTokens.generate())
        .matches("[A-Za-z0-9_-]{43}")
        .isNotEqualTo(SourceTokens.generate());
  }

  @Test
  void shouldHashAsEverybodyDoes() {
    assertThat(SourceTokens.hash("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void shouldGiveTheSamePseudonymForTheSameNameAndKeyOnly() throws IOException {
    // Given
    var key = write("0123456789abcdef0123456789abcdef\n");
    var other = folder.resolve("other");
    Pseudonyms.createKey(other);
    // Then: HMAC-SHA256 and base32 worked out elsewhere
    assertThat(Pseudonyms.read(key).of("observer")).isEqualTo("src-eqoni5aair");
    assertThat(Pseudonyms.read(key).of("Observer")).isNotEqualTo("src-eqoni5aair");
    assertThat(Pseudonyms.read(other).of("observer")).isNotEqualTo("src-eqoni5aair");
  }

  @Test
  void shouldRefuseAShortKey() throws IOException {
    var key = write("0123456789abcdef0123456789abcde");
    assertThatThrownBy(() -> Pseudonyms.read(key))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("intake.pseudonym.key.file: key of 31 characters");
  }

  @Test
  void shouldRefillABucketWithTimeAndNeverBeyondItsSize() {
    // Given: 2 a minute
    var now = new AtomicLong();
    var limit = new RateLimit(2, now::get);
    limit.take("a", 1);
    limit.take("a", 1);
    // Then: empty, and full again after a minute, not after an hour
    assertThat(limit.take("a", 1)).contains(Duration.ofSeconds(30));
    now.addAndGet(Duration.ofSeconds(30).toNanos());
    assertThat(limit.take("a", 1)).isEmpty();
    assertThat(limit.take("a", 1)).contains(Duration.ofSeconds(30));
    now.addAndGet(Duration.ofHours(1).toNanos());
    assertThat(limit.take("a", 1)).isEmpty();
    assertThat(limit.take("a", 1)).isEmpty();
    assertThat(limit.take("a", 1)).isPresent();
  }

  @Test
  void shouldAddASourceAndLeaveWhatAPersonWrote() throws IOException {
    // Given
    var file =
        write("# our crews\n- {name: a, token-sha256: %s} # by hand".formatted("ab".repeat(32)));
    var added =
        new KnownSource(
            "الرقة: 7",
            SourceTokens.hash("t"),
            SourceKind.AGENCY,
            "wire",
            "homs",
            true,
            List.of("s"));
    // When
    SourcesFile.add(file, added);
    // Then
    assertThat(SourcesFile.read(file)).hasSize(2).last().isEqualTo(added);
    assertThat(Files.readString(file)).startsWith("# our crews\n- {name: a,").contains("# by hand");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThatThrownBy(() -> SourcesFile.add(file, added))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("name: الرقة: 7 (expected: each name once)");
  }

  @Test
  void shouldRemoveASourceAndLeaveWhatAPersonWrote() throws IOException {
    // Given
    var text =
        """
        - name: a
          token-sha256: %s
        # the crew in the east
        - {name: "b: 2", token-sha256: %s} # by hand
        - {name: me, token-sha256: %s, operator: true}
        """
            .formatted("ab".repeat(32), "cd".repeat(32), "ef".repeat(32));
    var file = write(text);
    // When
    SourcesFile.remove(file, "b: 2");
    // Then
    assertThat(Files.readString(file)).isEqualTo(text.replaceFirst("(?m)^- \\{name: \"b.*\\R", ""));
    SourcesFile.remove(file, "a");
    assertThat(SourcesFile.read(file)).extracting(KnownSource::name).containsExactly("me");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    // and neither one that is not there nor the operator
    for (var name : List.of("a", "me")) {
      assertThatThrownBy(() -> SourcesFile.remove(file, name))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining("NAME: " + name + " (expected: a source that is listed");
    }
  }

  @Test
  void shouldLeaveAFileAloneThatItCannotAddTo() throws IOException {
    // Given
    var text = "[{name: a, token-sha256: %s}]\n".formatted("ab".repeat(32));
    var file = write(text);
    var source =
        new KnownSource("b", SourceTokens.hash("b"), SourceKind.OBSERVER, null, null, false);
    // Then
    assertThatThrownBy(() -> SourcesFile.add(file, source)).isInstanceOf(SettingsException.class);
    assertThatThrownBy(() -> SourcesFile.remove(file, "a")).isInstanceOf(SettingsException.class);
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @Test
  void shouldTakeOverAFileThatChangesAndKeepTheFormerOneInstead() throws IOException {
    // Given
    var file = write("- {name: a, token-sha256: %s}\n".formatted(SourceTokens.hash("a")));
    var later = Instant.now().plusSeconds(60);
    var clock = Clock.fixed(later, ZoneOffset.UTC);
    var directory = SourceDirectory.of(file, clock);
    assertThat(directory.current().authenticate("Bearer b")).isEmpty();
    // When one is added
    SourcesFile.add(
        file, new KnownSource("b", SourceTokens.hash("b"), SourceKind.OBSERVER, null, null, false));
    // Then
    assertThat(directory.current().authenticate("Bearer b")).isPresent();
    // When the file is spoilt, or gone
    assertThat(directory.warning()).isEmpty();
    Files.writeString(file, "- {name: c}\n");
    assertThat(directory.current().authenticate("Bearer b")).isPresent();
    assertThat(directory.warning().orElseThrow().text())
        .isEqualTo(
            "sources: the changed file is refused (faults: 1), and those before stay in force");
    assertThat(directory.warning().orElseThrow().details()).hasSize(1);
    Files.delete(file);
    assertThat(directory.current().authenticate("Bearer b")).isPresent();
    // When somebody is taken out
    Files.writeString(file, "- {name: b, token-sha256: %s}\n".formatted(SourceTokens.hash("b")));
    assertThat(directory.current().authenticate("Bearer a")).isEmpty();
    assertThat(directory.current().authenticate("Bearer b")).isPresent();
    assertThat(directory.warning()).isEmpty();
    assertThat(directory.count()).isOne();
  }

  @Test
  void shouldNotReadAFileThatMayStillBeBeingWritten() throws IOException {
    // Given
    var file = write("- {name: a, token-sha256: %s}\n".formatted(SourceTokens.hash("a")));
    var now = Files.getLastModifiedTime(file).toInstant().plusMillis(999);
    var directory = SourceDirectory.of(file, Clock.fixed(now, ZoneOffset.UTC));
    // When
    Files.writeString(file, "- {name: b, token-sha256: %s}\n".formatted(SourceTokens.hash("b")));
    Files.setLastModifiedTime(file, FileTime.from(now.minusMillis(999)));
    // Then
    assertThat(directory.current().authenticate("Bearer b")).isEmpty();
    Files.setLastModifiedTime(file, FileTime.from(now.minusMillis(1_000)));
    assertThat(directory.current().authenticate("Bearer b")).isPresent();
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("file"), text);
  }
}
