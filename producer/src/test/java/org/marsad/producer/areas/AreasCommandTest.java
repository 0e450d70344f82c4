package org.marsad.producer.areas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AreasCommandTest {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine command = new CommandLine(new AreasCommand());

  @BeforeEach
  void listen() {
    command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
  }

  @Test
  void shouldWriteAFileOfAreasThatCanBeReadBack() throws IOException {
    // Given
    var centres = centres("Old Town,36.2,37.15,300");
    // When
    var status = build("--centres", centres.toString());
    // Then
    assertThat(status).isZero();
    assertThat(out.toString()).contains("town: 1 neighbourhood -> ");
    var areas = AreaFiles.read(List.of(folder.resolve("out.jsonl")));
    assertThat(areas.get(0).getNeighbourhoods().get(0).getCode()).isEqualTo("town/old-town");
  }

  @Test
  void shouldFailWithOneLineWhenTheFileCannotBeUsed() throws IOException {
    var status = build("--centres", centres("Old Town,north,37.15,300").toString());
    assertThat(status).isEqualTo(1);
    assertThat(err.toString().strip())
        .endsWith("c.csv: line 2: lat: north (expected: a number)")
        .hasLineCount(1);
    assertThat(folder.resolve("out.jsonl")).doesNotExist();
  }

  @Test
  void shouldFailWithOneLineWhenTheFileIsAbsent() {
    assertThat(build("--polygons", folder.resolve("absent.geojson").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("absent.geojson");
  }

  @Test
  void shouldRefuseLatitudeAndLongitudeExchanged() throws IOException {
    // The towns of the time zone tell, and so does a point that the operator states
    var exchanged = centres("Old Town,37.1,36.1,300").toString();
    assertThat(build("--centres", exchanged)).isEqualTo(1);
    assertThat(err.toString())
        .contains(
            "town/old-town: lat 37.1, lon 36.1 (expected: latitude and longitude the other way")
        .hasLineCount(1);
    assertThat(build("--centres", exchanged, "--near", "36.2,37.15")).isEqualTo(1);
    assertThat(build("--centres", exchanged, "--governorate", "aleppo-governorate")).isEqualTo(1);
    assertThat(build("--centres", exchanged, "--near", "37.1, ٣٦٫١")).isZero();
  }

  @Test
  void shouldRefuseAnAreaFarFromWhereItShouldLie() throws IOException {
    var far = centres("Old Town,50.4,30.5,300").toString();
    assertThat(build("--centres", far, "--near", "36.2,37.15")).isEqualTo(1);
    assertThat(err.toString()).contains("(expected: within 100 km of where it should lie)");
  }

  @Test
  void shouldSayThatExchangedCoordinatesCouldNotBeNoticedWhereNothingIsKnown() throws IOException {
    // Given
    var kyiv = centres("Old Town,50.4,30.5,300").toString();
    // When nobody says where it should lie
    assertThat(build("--centres", kyiv)).isZero();
    // Then
    assertThat(err.toString())
        .contains("town: nothing known lies there to compare its coordinates with")
        .hasLineCount(1);
    // When something is known
    err.getBuffer().setLength(0);
    assertThat(build("--centres", kyiv, "--near", "50.5,30.5")).isZero();
    assertThat(build("--centres", centres("Old Town,36.2,37.15,300").toString())).isZero();
    // Then
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void shouldListWhatWasLeftOut() throws IOException {
    // Given
    var corrections =
        Files.writeString(folder.resolve("fix.csv"), "neighbourhood,code\nNew Town,new\n");
    // When
    var status =
        build(
            "--centres",
            centres("Old Town,36.2,37.15,300").toString(),
            "--corrections",
            corrections.toString());
    // Then
    assertThat(status).isZero();
    assertThat(out.toString())
        .contains("skipped correction of new-town: no neighbourhood of that name");
  }

  @Test
  void shouldRefuseWrongUse() throws IOException {
    var centres = centres("Old Town,36.2,37.15,300").toString();
    assertThat(command.execute()).isEqualTo(2);
    assertThat(build()).isEqualTo(2);
    assertThat(build("--centres", centres, "--polygons", "p")).isEqualTo(2);
    assertThat(build("--centres", centres, "--aliases", "a")).isEqualTo(2);
    assertThat(build("--centres", centres, "--area-version", "0")).isEqualTo(2);
    assertThat(build("--centres", centres, "--near", "north")).isEqualTo(2);
    assertThat(command.execute("load")).isEqualTo(2);
    assertThat(err.toString())
        .contains("areas: no subcommand (expected: build or load)")
        .contains("--area-version: 0 (expected: >= 1)");
  }

  @Test
  void shouldFailWithOneLineWhenTheBrokerIsAway() {
    var status =
        command.execute(
            "load", "--bootstrap-servers", "127.0.0.1:1", "--kafka", "max.block.ms=200");
    assertThat(status).isEqualTo(1);
    assertThat(err.toString().strip()).startsWith("areas load: ").hasLineCount(1);
  }

  private int build(String... more) {
    var basic =
        List.of(
            "build", "--code", "town", "--name", "Town", "--time-zone", "Asia/Damascus", "--out");
    var arguments = new ArrayList<>(basic);
    arguments.add(folder.resolve("out.jsonl").toString());
    arguments.addAll(List.of(more));
    return command.execute(arguments.toArray(String[]::new));
  }

  private Path centres(String line) throws IOException {
    return Files.writeString(folder.resolve("c.csv"), "name,lat,lon,radius_metres\n" + line + "\n");
  }
}
