package org.marsad.producer.areas;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.marsad.message.LocalName;
import org.marsad.message.Site;

/**
 * Hospitals, schools and the like: a CSV file {@code
 * id,kind,name,name_ar,lat,lon,capacity,confidential,fictional,key_sha256}; a blank id is made from
 * the name, a blank capacity is not known, and a blank flag means no.
 */
final class SiteFile {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "kind",
          "name",
          "name_ar",
          "lat",
          "lon",
          "capacity",
          "confidential",
          "fictional",
          "key_sha256");
  private static final List<String> REQUIRED = List.of("kind", "name", "lat", "lon");
  private static final int LARGEST = 100_000;

  private SiteFile() {}

  static List<Site> read(Path file) throws IOException {
    return CsvTable.read(file, COLUMNS, REQUIRED).rows().stream().map(SiteFile::site).toList();
  }

  private static Site site(CsvTable.Row row) {
    var name = row.required("name");
    var id = row.slug("id");
    var arabicName = row.text("name_ar");
    var capacity = row.text("capacity");
    return Site.newBuilder()
        .setSiteId(id == null ? Slug.of(name) : id)
        .setKind(row.siteKind("kind"))
        .setNames(
            arabicName == null
                ? List.of(new LocalName("en", name))
                : List.of(new LocalName("en", name), new LocalName("ar", arabicName)))
        .setLat(row.number("lat", -90, 90))
        .setLon(row.number("lon", -180, 180))
        .setCapacity(capacity == null ? null : (int) row.number("capacity", 0, LARGEST))
        .setConfidential(row.flag("confidential"))
        .setFictional(row.flag("fictional"))
        .setKeySha256(row.text("key_sha256"))
        .build();
  }
}
