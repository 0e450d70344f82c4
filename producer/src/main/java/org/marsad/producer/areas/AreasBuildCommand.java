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
import org.marsad.producer.text.PastedText;
import org.marsad.schemas.text.Counted;
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
      names = "--sites",
      description =
          "CSV file id,kind,name,name_ar,lat,lon,capacity,confidential,fictional,key_sha256 of"
              + " hospitals and the like; kind, name, lat and lon must be there.")
  private @Nullable Path sites;

  @Option(
      names = "--near",
      paramLabel = "LAT,LON",
      description = "A point within 100 km: refuses a file that lies elsewhere or is exchanged.")
  private @Nullable String near;

  @Option(
      names = "--name-property",
      split = ",",
      defaultValue = "NAME,name:en,name",
      description = "GeoJSON properties with the name, the first counts (${DEFAULT-VALUE}).")
  private List<String> nameProperties;

  @Option(
      names = "--arabic-name-property",
      split = ",",
      defaultValue = "NAME_A,name:ar",
      description = "GeoJSON properties with the Arabic name (${DEFAULT-VALUE}).")
  private List<String> arabicNameProperties;

  @Option(
      names = "--code-property",
      description = "GeoJSON property with a code, such as a p-code. Default: from the names.")
  private @Nullable String codeProperty;

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
      var head = new AreaHead(code, name, arabicName, governorate, ZoneId.of(timeZone), version);
      var builder = new AreasBuilder(head, corrections, sites);
      var area = build(builder);
      var isCompared = Whereabouts.of(head, point(), AreaFiles.bundled()).check(area);
      AreaFiles.write(out, List.of(area));
      spec.commandLine()
          .getOut()
          .printf(
              "%s: %s -> %s%n",
              code, Counted.of(area.getNeighbourhoods().size(), "neighbourhood"), out);
      if (!isCompared) {
        say(
            code
                + ": nothing known lies there to compare its coordinates with, so exchanged ones"
                + " would not be noticed (--near LAT,LON says where it lies)");
      }
      builder.skipped().forEach(line -> spec.commandLine().getOut().println("skipped " + line));
      spec.commandLine().getOut().flush();
      return 0;
    } catch (AreaFileException e) {
      return failed(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return failed(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private AreaProfile build(AreasBuilder builder) throws IOException {
    if (input.polygons == null) {
      return builder.fromCentres(Objects.requireNonNull(input.centres));
    }
    var names = new PropertyNames(nameProperties, arabicNameProperties, idProperty, codeProperty);
    return builder.fromPolygons(input.polygons, names, aliases);
  }

  private @Nullable Circle point() {
    if (near == null) {
      return null;
    }
    var parts = PastedText.number(near).split(",", -1);
    try {
      return new Circle(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), 0);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new ParameterException(
          spec.commandLine(), "--near: " + near + " (expected: a point such as 36.2,37.15)", e);
    }
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
    say(message);
    return 1;
  }

  private void say(String message) {
    spec.commandLine().getErr().println("areas build: " + message);
    spec.commandLine().getErr().flush();
  }
}
