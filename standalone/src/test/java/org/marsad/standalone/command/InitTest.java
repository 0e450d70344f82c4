package org.marsad.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.producer.intake.KnownSource;
import org.marsad.producer.intake.SourceTokens;
import org.marsad.producer.intake.SourcesFile;
import org.marsad.standalone.Folders;

/** What {@code init} writes, before anything runs. */
class InitTest {
  @TempDir private Path folder;

  @Test
  void shouldRefuseAFolderThatIsNotEmptyTogetherWithAllOtherFaults() throws IOException {
    // Given
    Files.writeString(folder.resolve("sources.yaml"), "mine");
    // When
    var run = init("--home-area", "Atlantis", "--subscriber", "id=a; role=cook");
    // Then
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.errors())
        .contains("DIR: " + folder + " is not empty (expected: an empty folder, or none yet)")
        .contains("home-area: Atlantis", "subscriber 1.role: COOK", "subscriber 1.channels");
    assertThat(Files.readString(folder.resolve("sources.yaml"))).isEqualTo("mine");
  }

  @Test
  void shouldShowEachTokenOnceAndKeepItsHash() throws IOException {
    // When
    var run = init("--source", "field office", "--source", "name=agency; kind=agency");
    // Then
    assertThat(run.status()).as(run.errors()).isZero();
    var sources = SourcesFile.read(new Folders(folder).sources());
    assertThat(sources).extracting(KnownSource::name).contains("field office", "agency");
    var shown = new ArrayList<String>();
    run.out()
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("source "))
        .forEach(shown::add);
    assertThat(shown).hasSize(2);
    var token = shown.get(0).substring(shown.get(0).lastIndexOf(' ') + 1);
    assertThat(sources)
        .filteredOn(source -> source.name().equals("field office"))
        .extracting(KnownSource::tokenSha256)
        .containsExactly(SourceTokens.hash(token));
    for (var file : files()) {
      assertThat(Files.readString(file)).doesNotContain(token);
    }
  }

  @Test
  void shouldWriteForItsOwnerAlone() throws IOException {
    // When
    var run =
        init(
            "--hospital", "name=Al-Quds; at=36.20, 37.16; confidential=yes",
            "--mail", "host=localhost; security=none; user=u; password=p; from=a@b.example",
            "--subscriber", "id=desk; role=hospital; site=al-quds; email=desk@hospital.example");
    // Then
    assertThat(run.status()).as(run.errors()).isZero();
    assertThat(files())
        .extracting(file -> folder.relativize(file).toString())
        .containsExactlyInAnyOrder(
            "marsad.properties",
            "sources.yaml",
            "operator.token",
            "pseudonym.key",
            "subscribers.yaml",
            "areas/areas.jsonl",
            "keys/email",
            "keys/site-al-quds")
        .allSatisfy(file -> assertThat(mode(folder.resolve(file))).isEqualTo("rw-------"));
    for (var each : List.of(folder, folder.resolve("keys"), folder.resolve("areas"))) {
      assertThat(mode(each)).isEqualTo("rwx------");
    }
    assertThat(Run.of(List.of("subscribers", "check", folder + "/subscribers.yaml")).status())
        .isZero();
  }

  @Test
  void shouldLeaveTheFolderEmptyWhenAFileCannotBeUsed() throws IOException {
    // Given the name of the operator at the machine
    var run = init("--source", "local operator");
    // Then
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.errors()).contains("each name once");
    assertThat(files()).isEmpty();
  }

  private Run init(String... options) {
    var arguments = new ArrayList<>(List.of("init", folder.toString()));
    arguments.addAll(List.of("--no-questions", "--no-test"));
    arguments.addAll(List.of(options));
    return Run.of(arguments);
  }

  private List<Path> files() throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
