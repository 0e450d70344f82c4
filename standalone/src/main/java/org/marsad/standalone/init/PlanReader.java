package org.marsad.standalone.init;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.operations.OperationsSettings;
import org.marsad.consumer.subscribers.Known;
import org.marsad.message.AreaProfile;
import org.marsad.message.Site;
import org.marsad.producer.intake.KnownSource;
import org.marsad.producer.places.Gazetteer;
import org.marsad.schemas.settings.SettingsException;
import org.marsad.standalone.InstallationSettings;
import org.marsad.standalone.Sample;

/** Checks what was said of an installation and completes it; all faults are told at once. */
public final class PlanReader {
  private static final String PUBLIC_URL =
      "https://host of the page behind your proxy, such as https://ops.example.org";

  private final Collection<AreaProfile> areas;
  private final boolean areOwn;
  private final Places places;

  /**
   * @param areas as their files have them
   * @param areOwn whether they are not the bundled ones
   */
  public PlanReader(Collection<AreaProfile> areas, boolean areOwn) {
    this.areas = areas;
    this.areOwn = areOwn;
    this.places = new Places(Gazetteer.of(areas));
  }

  /**
   * The plan.
   *
   * @throws SettingsException with every fault
   */
  public Plan read(Answers answers) {
    var faults = new ArrayList<String>();
    var plan = read(answers, faults);
    if (plan == null || !faults.isEmpty()) {
      throw new SettingsException(faults);
    }
    return plan;
  }

  private @Nullable Plan read(Answers answers, List<String> faults) {
    var installation = new Entry("installation", answers.installation(), faults);
    var name = installation.optional("name");
    var publicUrl = installation.parsed("public-url", PUBLIC_URL, PlanReader::publicUrl);
    var stated = installation.optional("home-area");
    var homeArea = places.area(stated == null ? Sample.HOME_AREA : stated).orElse(null);
    installation.refuseOthers();
    if (homeArea == null) {
      installation.fault("home-area", String.valueOf(stated), Places.EXPECTED);
      homeArea = areas.iterator().next(); // so that the other faults are found too
    }
    var home = homeArea.getCode();
    var tokens = new ArrayList<Plan.Token>();

    var hospitals = Hospitals.none();
    var ownAreas = withHospitals(answers, homeArea, hospitals, tokens, faults);
    var sources = sources(answers, home, tokens, faults);

    var mail = answers.mail().isEmpty() ? null : Server.mail(entry("mail", answers.mail(), faults));
    var sms = answers.sms().isEmpty() ? null : Server.sms(entry("sms", answers.sms(), faults));
    var known = Known.of(Gazetteer.of(ownAreas.isEmpty() ? areas : ownAreas).areas());
    var checked = new SubscriberList(places, home, mail, sms, hospitals, true, faults);
    addAll(answers, checked, faults);
    checked.check(known);
    var subscribers =
        new SubscriberList(places, home, mail, sms, hospitals, false, new ArrayList<>());
    addAll(answers, subscribers, new ArrayList<>());
    subscribers.addOperations();

    if (sms != null) {
      var gateway = SourceReader.gateway();
      sources.add(gateway.source());
      tokens.add(new Plan.Token("SMS gateway, for what it receives", gateway.token()));
    }
    return faults.isEmpty()
        ? new Plan(
            settings(name, home, publicUrl),
            home,
            ownAreas,
            sources,
            subscribers.list(),
            keys(mail, sms, hospitals, answers),
            tokens)
        : null;
  }

  private static Entry entry(String path, Map<String, String> values, List<String> faults) {
    return new Entry(path, values, faults);
  }

  private static URI publicUrl(String text) {
    try {
      var url = new URI(text.replaceAll("/+$", ""));
      if ("https".equals(url.getScheme())
          && url.getHost() != null
          && url.getRawUserInfo() == null
          && url.getRawPath().isEmpty()
          && url.getRawQuery() == null
          && url.getRawFragment() == null) {
        return url;
      }
    } catch (URISyntaxException notOne) {
      // told below
    }
    throw new IllegalArgumentException(text);
  }

  private static Map<String, String> settings(
      @Nullable String name, String homeArea, @Nullable URI publicUrl) {
    var settings = new LinkedHashMap<String, String>();
    if (name != null) {
      settings.put(InstallationSettings.NAME, name);
    }
    settings.put(InstallationSettings.HOME_AREA, homeArea);
    if (publicUrl != null) {
      settings.put(InstallationSettings.REPLY_URL, publicUrl.toString());
      settings.put(InstallationSettings.FEED_SENDER, publicUrl.getHost());
      settings.put(OperationsSettings.SECURE, "true");
      settings.put(OperationsSettings.PROXY_ADDRESSES, "127.0.0.1");
    }
    return settings;
  }

  /** The areas with their hospitals, a version newer; empty where the bundled ones will do. */
  private List<AreaProfile> withHospitals(
      Answers answers,
      AreaProfile homeArea,
      Hospitals hospitals,
      List<Plan.Token> tokens,
      List<String> faults) {
    var ids = new HashSet<String>();
    areas.forEach(area -> area.getSites().forEach(site -> ids.add(site.getSiteId())));
    var added = new HashMap<String, List<Site>>();
    var reader = new SiteReader(places);
    for (var i = 0; i < answers.hospitals().size(); i++) {
      var entry = entry("hospital " + (i + 1), answers.hospitals().get(i), faults);
      var hospital = reader.read(entry, homeArea, i + 1);
      if (hospital == null) {
        continue;
      }
      var id = hospital.site().getSiteId();
      if (!ids.add(id)) {
        entry.fault("id", id, "an id of its own");
        continue;
      }
      added.computeIfAbsent(hospital.area(), area -> new ArrayList<>()).add(hospital.site());
      hospitals.add(hospital);
      if (hospital.key() != null) {
        tokens.add(new Plan.Token("hospital " + id + ", its key", hospital.key()));
      }
    }
    if (added.isEmpty()) {
      return areOwn ? List.copyOf(areas) : List.of();
    }
    return areas.stream()
        .map(area -> with(area, added.getOrDefault(area.getCode(), List.of())))
        .toList();
  }

  private static AreaProfile with(AreaProfile area, List<Site> hospitals) {
    if (hospitals.isEmpty()) {
      return area;
    }
    var sites = new ArrayList<>(area.getSites());
    sites.addAll(hospitals);
    return AreaProfile.newBuilder(area).setSites(sites).setVersion(area.getVersion() + 1).build();
  }

  private List<KnownSource> sources(
      Answers answers, String homeArea, List<Plan.Token> tokens, List<String> faults) {
    var names = new HashSet<String>();
    var sources = new ArrayList<KnownSource>();
    var reader = new SourceReader(places);
    for (var i = 0; i < answers.sources().size(); i++) {
      var entry = entry("source " + (i + 1), answers.sources().get(i), faults);
      var read = reader.read(entry, homeArea);
      if (read == null) {
        continue;
      }
      if (!names.add(read.source().name())) {
        entry.fault("name", read.source().name(), "a name of its own");
      }
      sources.add(read.source());
      tokens.add(new Plan.Token("source " + read.source().name(), read.token()));
    }
    return sources;
  }

  private static void addAll(Answers answers, SubscriberList list, List<String> faults) {
    for (var i = 0; i < answers.subscribers().size(); i++) {
      list.add(entry("subscriber " + (i + 1), answers.subscribers().get(i), faults));
    }
  }

  /** Only what the file of subscribers names. */
  private static Map<String, String> keys(
      @Nullable Server mail, @Nullable Server sms, Hospitals hospitals, Answers answers) {
    var keys = new LinkedHashMap<String, String>();
    for (var server : new Server[] {mail, sms}) {
      if (server != null && server.secret() != null) {
        keys.put(server.file(), server.secret());
      }
    }
    for (var subscriber : answers.subscribers()) {
      var site = hospitals.id(subscriber.getOrDefault("site", "").strip());
      var key = hospitals.keys().get(site);
      if (key != null) {
        keys.put(SubscriberList.keyFile(site), key);
      }
    }
    return keys;
  }
}
