package org.marsad.consumer.subscribers.matching;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;
import org.marsad.message.Site;
import org.marsad.message.SubjectKind;
import org.marsad.schemas.SeenBy;

/**
 * Whether a subscriber may know that there is an alert at all, whatever it covers and wishes. The
 * role decides, as the schema says for each kind of subject; a hospital gets what is addressed to
 * its own site; an alert for a confidential site goes to who shows that site's key.
 */
public final class Clearance {
  private static final Map<Role, Set<SubjectKind>> SUBJECTS = subjects();

  private final Function<String, Optional<AreaProfile>> profiles;

  /**
   * @param profiles of areas, by code, with the keys of their sites
   */
  public Clearance(Function<String, Optional<AreaProfile>> profiles) {
    this.profiles = profiles;
  }

  /**
   * Whether it may know.
   *
   * @param isPrivate whether the alert came from the topic of confidential sites
   */
  public boolean isGiven(Subscriber subscriber, Alert alert, boolean isPrivate) {
    if (TestAlert.isOne(alert)) {
      return subscriber.id().equals(alert.getAddressee());
    }
    var kind = alert.getSubject().getKind();
    if (!SUBJECTS.getOrDefault(subscriber.role(), Set.of()).contains(kind)) {
      return false;
    }
    if (isPrivate || kind == SubjectKind.SITE) {
      return isAddressed(subscriber, alert) && showsTheKey(subscriber, alert);
    }
    var isForAll = kind != SubjectKind.HOSPITAL && alert.getAddressee() == null;
    return subscriber.role() != Role.HOSPITAL || isForAll || isAddressed(subscriber, alert);
  }

  /** Whether an alert is addressed to the site that a subscriber stands for. */
  static boolean isAddressed(Subscriber subscriber, Alert alert) {
    return subscriber.role() == Role.HOSPITAL
        && subscriber.site() != null
        && subscriber.site().equals(alert.getAddressee());
  }

  private boolean showsTheKey(Subscriber subscriber, Alert alert) {
    var shown = subscriber.siteKeySha256();
    return shown != null
        && profiles.apply(alert.getArea()).stream()
            .flatMap(area -> area.getSites().stream())
            .filter(site -> site.getSiteId().equals(subscriber.site()))
            .map(Site::getKeySha256)
            .anyMatch(shown::equals);
  }

  private static Map<Role, Set<SubjectKind>> subjects() {
    var subjects = new EnumMap<Role, Set<SubjectKind>>(Role.class);
    Arrays.stream(Role.values()).forEach(role -> subjects.put(role, SeenBy.subjects(role.name())));
    return subjects;
  }
}
