package org.marsad.producer.areas;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Neighbourhoods as centres and radii: a CSV file {@code
 * code,name,name_ar,aliases,land_use,lat,lon,radius_metres}; aliases are separated by semicolons,
 * and a blank code or land use is made from the name.
 */
final class CentreFile {
  private static final List<String> COLUMNS =
      List.of("code", "name", "name_ar", "aliases", "land_use", "lat", "lon", "radius_metres");
  private static final List<String> REQUIRED = List.of("name", "lat", "lon", "radius_metres");

  private CentreFile() {}

  static List<Draft> read(Path file) throws IOException {
    return CsvTable.read(file, COLUMNS, REQUIRED).rows().stream().map(CentreFile::draft).toList();
  }

  private static Draft draft(CsvTable.Row row) {
    return new Draft(
        row.slug("code"),
        row.required("name"),
        row.text("name_ar"),
        row.list("aliases"),
        row.landUse("land_use"),
        new Circle(
            row.number("lat", -90, 90),
            row.number("lon", -180, 180),
            row.number("radius_metres", 1, 1_000_000)),
        null);
  }
}
