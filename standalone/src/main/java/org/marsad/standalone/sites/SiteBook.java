package org.marsad.standalone.sites;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marsad.consumer.subscribers.Known;
import org.marsad.consumer.subscribers.SubscribersFile;
import org.marsad.message.AreaProfile;
import org.marsad.message.Site;
import org.marsad.producer.areas.AreaFolder;
import org.marsad.producer.places.Gazetteer;
import org.marsad.schemas.settings.SettingsException;
import org.marsad.standalone.Folders;
import org.marsad.standalone.init.SiteReader;

/**
 * The sites in an installation's area files. A change is checked as a whole before it is written.
 */
public final class SiteBook {
  private static final String EXPECTED = "id or name of one site: ./marsad sites list";

  private final Folders folders;
  private final AreaFolder files;

  /** The sites of the installation in some folders. */
  public SiteBook(Folders folders) {
    this.folders = folders;
    this.files = new AreaFolder(folders.areas());
  }

  /**
   * All sites, each once, in the order of the files.
   *
   * @throws org.marsad.producer.areas.AreaFileException when a file cannot be used
   */
  public List<ListedSite> list() throws IOException {
    return List.copyOf(byId(files.areas()).values());
  }

  /**
   * Adds a site.
   *
   * @param values name, kind, at and so on, by key
   * @param homeArea code of the area that it lies in unless it says otherwise
   * @throws SettingsException with every fault
   */
  public SiteReader.NewSite add(Map<String, String> values, String homeArea) throws IOException {
    var areas = files.areas();
    var added = SiteReader.read(values, areas, homeArea);
    var id = added.site().getSiteId();
    if (byId(areas).containsKey(id)) {
      throw new SettingsException(
          List.of("site.id: %s (expected: an id of its own: --id)".formatted(id)));
    }
    var changed =
        areas.stream()
            .filter(area -> area.getCode().equals(added.area()))
            .map(area -> with(area, appended(area.getSites(), added.site())))
            .toList();
    files.write(files.with(changed));
    return added;
  }

  /**
   * Removes a site from all areas that list it.
   *
   * @param named its id, or its name in any language
   * @throws SettingsException where it is none or more than one, or somebody subscribes for it
   */
  public ListedSite remove(String named) throws IOException {
    var areas = files.areas();
    var site = find(byId(areas), named);
    var id = site.site().getSiteId();
    var changed =
        areas.stream()
            .map(area -> with(area, without(area.getSites(), id)))
            .filter(area -> !areas.contains(area))
            .toList();
    var after = files.with(changed);
    demandUsable(after);
    files.write(after);
    return site;
  }

  private static ListedSite find(Map<String, ListedSite> sites, String named) {
    var byId = sites.get(named);
    if (byId != null) {
      return byId;
    }
    var found =
        sites.values().stream()
            .filter(site -> site.names().stream().anyMatch(named.strip()::equalsIgnoreCase))
            .toList();
    if (found.size() != 1) {
      var ids = found.stream().map(site -> site.site().getSiteId()).toList();
      throw new SettingsException(
          List.of(
              "NAME: %s (expected: %s)"
                  .formatted(named, found.isEmpty() ? EXPECTED : "one of the ids " + ids)));
    }
    return found.get(0);
  }

  /** Subscribers that name a site which is gone would keep the next start from coming. */
  private void demandUsable(Collection<AreaProfile> after) throws IOException {
    if (Files.exists(folders.subscribers())) {
      SubscribersFile.read(folders.subscribers(), Known.of(Gazetteer.of(after).areas()));
    }
  }

  private static Map<String, ListedSite> byId(Collection<AreaProfile> areas) {
    var sites = new LinkedHashMap<String, ListedSite>();
    for (var area : areas) {
      for (var site : area.getSites()) {
        sites.putIfAbsent(site.getSiteId(), new ListedSite(area.getCode(), site));
      }
    }
    return sites;
  }

  private static AreaProfile with(AreaProfile area, List<Site> sites) {
    return AreaProfile.newBuilder(area).setSites(sites).build();
  }

  private static List<Site> appended(List<Site> sites, Site site) {
    var all = new ArrayList<>(sites);
    all.add(site);
    return all;
  }

  private static List<Site> without(List<Site> sites, String id) {
    return sites.stream().filter(site -> !site.getSiteId().equals(id)).toList();
  }
}
