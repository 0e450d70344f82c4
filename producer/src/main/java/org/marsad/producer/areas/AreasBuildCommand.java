package org.marsad.producer.areas;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaProfile;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code marsad areas build}: one area from a file of its neighbourhoods. */
@Command(
    name = "build",
    mixinStandardHelpOptions = true,
    description = "Build one area from GeoJSON polygons, or from a CSV of centres and radii.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class AreasBuildCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Input input;

  @Option(names = "--code", required = true, description = "Code of the area, such as aleppo.")
  private String code;

  @Option(names = "--name", required = true, description = "English name of the area.")
  private String name;

  @Option(names = "--name-ar", description = "Arabic name of the area.")
  private @Nullable String arabicName;

  @Option(names = "--governorate", description = "Code of the governorate.")
  private @Nullable String governorate;

  @Option(names = "--time-zone", required = true, description = "IANA zone: Asia/Damascus.")
  private String timeZone;

  @Option(
      names = "--area-version",
      defaultValue = "1",
      description = "Version of the profile, 1 or more; the newest counts (${DEFAULT-VALUE}).")
  private int version;

  @Option(names = "--aliases", description = "JSON file of spelling variants, with --polygons.")
  private @Nullable Path aliases;

  @Option(
      names = "--corrections",
      description = "CSV file neighbourhood,code,name,land_use,aliases; blanks keep what is there.")
  private @Nullable Path corrections;

  @Option(
      names = "--name-property",
      defaultValue = "NAME",
      description = "GeoJSON property with the name (${DEFAULT-VALUE}).")
  private String nameProperty;

  @Option(
      names = "--arabic-name-property",
      defaultValue = "NAME_A",
      description = "GeoJSON property with the Arabic name (${DEFAULT-VALUE}).")
  private String arabicNameProperty;

  @Option(
      names = "--id-property",
      defaultValue = "Id",
      description = "GeoJSON property that names a feature in messages (${DEFAULT-VALUE}).")
  private String idProperty;

  @Option(names = "--out", required = true, description = "File of areas to write (JSON Lines).")
  private Path out;

  /** Where the neighbourhoods come from: exactly one of the two. */
  static final class Input {
    @Option(names = "--polygons", required = true, description = "GeoJSON file of polygons.")
    @Nullable Path polygons;

    @Option(
        names = "--centres",
        required = true,
        description = "CSV file code,name,name_ar,aliases,land_use,lat,lon,radius_metres.")
    @Nullable Path centres;
  }

  @Override
  public Integer call() {
    checkOptions();
    try {
      var area = build();
      AreaFiles.write(out, List.of(area));
      spec.commandLine()
          .getOut()
          .printf("%s: %d neighbourhoods -> %s%n", code, area.getNeighbourhoods().size(), out);
      spec.commandLine().getOut().flush();
      return 0;
    } catch (AreaFileException e) {
      return failed(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return failed(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private AreaProfile build() throws IOException {
    var head = new AreaHead(code, name, arabicName, governorate, ZoneId.of(timeZone), version);
    var builder = new AreasBuilder(head, corrections);
    if (input.polygons == null) {
      return builder.fromCentres(Objects.requireNonNull(input.centres));
    }
    var names = new PropertyNames(nameProperty, arabicNameProperty, idProperty);
    return builder.fromPolygons(input.polygons, names, aliases);
  }

  private void checkOptions() {
    expect(Slug.isSlug(code), "--code: " + code + " (expected: a slug such as aleppo)");
    expect(version >= 1, "--area-version: " + version + " (expected: >= 1)");
    expect(
        aliases == null || input.polygons != null,
        "--aliases: " + aliases + " (expected: together with --polygons)");
    try {
      ZoneId.of(timeZone);
    } catch (DateTimeException e) {
      expect(false, "--time-zone: " + timeZone + " (expected: an IANA zone: Asia/Damascus)");
    }
  }

  private void expect(boolean right, String message) {
    if (!right) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }

  private int failed(String message) {
    spec.commandLine().getErr().println("areas build: " + message);
    spec.commandLine().getErr().flush();
    return 1;
  }
}
