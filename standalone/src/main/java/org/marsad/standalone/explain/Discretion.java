package org.marsad.standalone.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.confidential.Confidential;
import org.marsad.consumer.text.PlainText;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;
import org.marsad.message.Site;
import org.marsad.message.SiteHit;
import org.marsad.message.SurgeFacts;

/** Keeps the names and ids of confidential sites out of texts; positions are never shown. */
final class Discretion {
  static final String INSTEAD = "[confidential site]";

  private final List<Pattern> hidden = new ArrayList<>();

  Discretion(@Nullable AreaProfile area) {
    this(area == null ? List.of() : List.of(area));
  }

  Discretion(Collection<AreaProfile> areas) {
    areas.stream()
        .flatMap(area -> area.getSites().stream())
        .filter(Site::getConfidential)
        .forEach(this::add);
  }

  /**
   * Something that a source or a file said, safe for a terminal and without what is confidential.
   */
  String of(String said) {
    return hide(PlainText.of(hide(said))); // before it is cut, and once it is plain
  }

  /** A text of ours without what is confidential. */
  String hide(String text) {
    var shown = text;
    for (var name : hidden) {
      shown = name.matcher(shown).replaceAll(INSTEAD);
    }
    return shown;
  }

  /** The alert's id, which names the hospital that a surge is addressed to. */
  String id(Alert alert) {
    var id = hide(alert.getAlertId());
    if (!Confidential.isVisible(alert, null)) {
      for (var site : alert.getAddressees()) {
        id = id.replace(site, INSTEAD);
      }
    }
    return id;
  }

  /** The alert without which confidential sites were hit, and how far from the strikes any lies. */
  Alert view(Alert alert) {
    var surge = alert.getSurge();
    if (surge != null && isConfidential(surge)) {
      return Alert.newBuilder(alert)
          .setSurge(
              SurgeFacts.newBuilder(surge).setConfidential(true).setDistanceMetres(null).build())
          .build();
    }
    if (alert.getProtectedSites().isEmpty()) {
      return alert;
    }
    var marked =
        Alert.newBuilder(alert)
            .setProtectedSites(alert.getProtectedSites().stream().map(this::mark).toList())
            .build();
    return Confidential.view(marked, null).orElse(marked);
  }

  private SiteHit mark(SiteHit hit) {
    return isHidden(hit.getSiteId()) ? SiteHit.newBuilder(hit).setConfidential(true).build() : hit;
  }

  private boolean isConfidential(SurgeFacts surge) {
    return surge.getConfidential() || isHidden(surge.getSiteId());
  }

  /** A site may have become confidential since. */
  private boolean isHidden(@Nullable String siteId) {
    return siteId != null && !hide(siteId).equals(siteId);
  }

  private void add(Site site) {
    add(site.getSiteId());
    site.getNames().forEach(name -> add(name.getName()));
  }

  private void add(String text) {
    var plain = PlainText.of(text);
    if (!plain.isEmpty()) {
      hidden.add(
          Pattern.compile(Pattern.quote(plain), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }
  }
}
