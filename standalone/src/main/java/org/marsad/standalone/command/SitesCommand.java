package org.marsad.standalone.command;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.text.PlainText;
import org.marsad.message.SiteKind;
import org.marsad.standalone.Folders;
import org.marsad.standalone.InstallationSettings;
import org.marsad.standalone.sites.ListedSite;
import org.marsad.standalone.sites.SiteBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code marsad sites}: hospitals and the like. A Marsad that runs takes changes over. */
@Command(
    name = "sites",
    description = {
      "Adds, lists and removes hospitals, schools and the like; a running Marsad takes it over"
          + " within seconds, unless it was started with --areas."
    },
    mixinStandardHelpOptions = true)
final class SitesCommand extends BookCommand {
  @Command(
      name = "add",
      description = "Adds a site; of a confidential one its key is printed, this once.",
      mixinStandardHelpOptions = true)
  int add(
      @Parameters(paramLabel = "NAME", description = "Its name, in any script.") String name,
      @Option(names = "--kind", description = "${COMPLETION-CANDIDATES}. Default: HOSPITAL.")
          @Nullable SiteKind kind,
      @Option(
              names = "--at",
              required = true,
              paramLabel = "LAT,LON",
              description = "Where it is, degrees; within 50 km of its area.")
          String at,
      @Option(
              names = "--area",
              paramLabel = "AREA",
              description = "Its area, by code or name. Default: the home area.")
          @Nullable String area,
      @Option(names = "--name-ar", paramLabel = "NAME", description = "Its name in Arabic.")
          @Nullable String arabicName,
      @Option(names = "--beds", paramLabel = "N", description = "Patients that it can receive.")
          @Nullable String beds,
      @Option(
              names = "--confidential",
              description = "Shown to nobody but those who have its key and to the operator.")
          boolean confidential,
      @Option(names = "--id", paramLabel = "ID", description = "Default: made from the name.")
          @Nullable String id,
      @Mixin DataOption data)
      throws IOException {
    var folders = data.folders();
    var values = new LinkedHashMap<String, String>();
    put(values, "name", name);
    put(values, "kind", kind == null ? null : kind.name());
    put(values, "at", at);
    put(values, "area", area);
    put(values, "name-ar", arabicName);
    put(values, "beds", beds);
    put(values, "id", id);
    put(values, "confidential", confidential ? "yes" : null);
    var added = new SiteBook(folders).add(values, homeArea(folders));
    terminal()
        .progress(
            "added %s (%s) to %s, in %s"
                .formatted(
                    added.site().getSiteId(), PlainText.of(name), added.area(), folders.areas()));
    if (added.key() != null) {
      showOnce("key", added.key());
    }
    return 0;
  }

  @Command(
      name = "list",
      description = "Lists all sites, confidential ones too.",
      mixinStandardHelpOptions = true)
  int list(
      @Option(names = "--json", description = "One object a line.") boolean json,
      @Mixin DataOption data)
      throws IOException {
    var sites = new SiteBook(data.folders()).list();
    list(sites, "site", site -> json ? site.json().toString() : line(site));
    var confidential = sites.stream().filter(site -> site.site().getConfidential()).count();
    if (confidential > 0) {
      terminal().fault("%d of them confidential: show this list to nobody".formatted(confidential));
    }
    return 0;
  }

  @Command(
      name = "remove",
      description = "Removes a site from all areas that list it.",
      mixinStandardHelpOptions = true)
  int remove(
      @Parameters(paramLabel = "NAME", description = "Its id, or its name in any language.")
          String name,
      @Mixin DataOption data)
      throws IOException {
    var removed = new SiteBook(data.folders()).remove(name);
    terminal().progress("removed %s of %s".formatted(removed.site().getSiteId(), removed.area()));
    return 0;
  }

  private static String homeArea(Folders folders) throws IOException {
    return InstallationSettings.read(folders, System.getenv(), Map.of())
        .text(InstallationSettings.HOME_AREA);
  }

  private static void put(Map<String, String> values, String key, @Nullable String value) {
    if (value != null) {
      values.put(key, value);
    }
  }

  private static String line(ListedSite listed) {
    var site = listed.site();
    return "%-24s %-16s %-12s %9.5f,%9.5f %6s %s%s%s"
        .formatted(
            site.getSiteId(),
            site.getKind(),
            listed.area(),
            site.getLat(),
            site.getLon(),
            site.getCapacity() == null ? "-" : site.getCapacity(),
            site.getConfidential() ? "CONFIDENTIAL " : "",
            site.getFictional() ? "fictional " : "",
            PlainText.of(String.join(" · ", listed.names())))
        .stripTrailing();
  }
}
