package org.marsad.producer.areas;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marsad.message.AreaProfile;
import org.marsad.schemas.MessageJson;
import org.marsad.schemas.settings.PrivateFiles;

/**
 * An installation's own area files. Where it has none yet the bundled areas count, and the first
 * change copies them.
 */
public final class AreaFolder {
  private static final String FIRST_FILE = "areas.jsonl";

  private final Path folder;

  /**
   * @param folder that need not be there
   */
  public AreaFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * All areas, as their files have them.
   *
   * @throws AreaFileException when a line cannot be used
   * @throws IOException when a file cannot be read
   */
  public List<AreaProfile> areas() throws IOException {
    return Files.exists(folder) ? AreaFiles.read(List.of(folder)) : AreaFiles.bundled();
  }

  /**
   * The areas as they will be, each that changes a version newer.
   *
   * @param changes areas with other content, by code
   * @throws AreaFileException when one could not be used
   */
  public List<AreaProfile> with(Collection<AreaProfile> changes) throws IOException {
    var areas = new LinkedHashMap<String, AreaProfile>();
    areas().forEach(area -> areas.put(area.getCode(), area));
    for (var change : changes) {
      var known = areas.get(change.getCode());
      if (known == null) {
        throw new AreaFileException("code: " + change.getCode() + " (expected: a known area)");
      }
      var newer = AreaProfile.newBuilder(change).setVersion(known.getVersion() + 1).build();
      AreaCheck.check(newer);
      areas.put(newer.getCode(), newer);
    }
    HospitalsInReach.listed(areas.values()); // refuses one id for two hospitals
    return List.copyOf(areas.values());
  }

  /**
   * Writes areas that have changed: the line of each, in a file that is replaced as a whole; what
   * else stands there, comments too, stays as it is.
   *
   * @param areas all, as {@link #with} gives them
   * @throws IOException when a file cannot be written
   */
  public void write(Collection<AreaProfile> areas) throws IOException {
    if (Files.notExists(folder)) {
      PrivateFiles.createFolder(folder);
      PrivateFiles.create(folder.resolve(FIRST_FILE), AreaFiles.text(areas));
      return;
    }
    var newest = new LinkedHashMap<String, AreaProfile>();
    areas.forEach(area -> newest.put(area.getCode(), area));
    for (var file : AreaFiles.filesOf(folder)) {
      rewrite(file, newest);
    }
  }

  private static void rewrite(Path file, Map<String, AreaProfile> newest) throws IOException {
    var before = AreaFiles.read(List.of(file)).iterator();
    var lines = new ArrayList<String>();
    var hasChanged = false;
    for (var line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (line.isBlank() || line.startsWith("#")) {
        lines.add(line);
        continue;
      }
      var known = before.next();
      var area = newest.getOrDefault(known.getCode(), known);
      lines.add(area.equals(known) ? line : MessageJson.line(area));
      hasChanged |= !area.equals(known);
    }
    if (hasChanged) {
      PrivateFiles.replace(file, String.join("\n", lines) + "\n");
    }
  }
}
