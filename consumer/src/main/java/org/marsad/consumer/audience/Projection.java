package org.marsad.consumer.audience;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.Finding;
import org.marsad.message.Rule;
import org.marsad.message.SubjectKind;
import org.marsad.schemas.Findings;
import org.marsad.schemas.SeenBy;

/**
 * The view of an alert that one audience may see, as the schemas say for each field and for each
 * kind of subject. A hospital sees what is addressed to its own site, and no other hospital's. The
 * public sees the neighbourhood: no point, no place as said, no list of strikes, no site. The
 * alert's own id stays, and with it that of its strike: a digest, which shows neither its place nor
 * its sources.
 */
public final class Projection {
  private static final Map<Role, Veil> VEILS =
      Arrays.stream(Role.values())
          .collect(Collectors.toMap(Function.identity(), role -> new Veil(role.name())));

  private Projection() {}

  /**
   * The alert as it may be seen, a copy wherever something is hidden; or not at all.
   *
   * @param role what the one who sees it is
   * @param site the hospital that it stands for; null: none
   */
  public static Optional<Alert> of(Alert alert, Role role, @Nullable String site) {
    return isSeen(alert, role, site) ? Optional.of(view(alert, role)) : Optional.empty();
  }

  /** Whether such a reader may know that there is such an alert: {@link #of} is not empty. */
  public static boolean isSeen(Alert alert, Role role, @Nullable String site) {
    if (Findings.has(alert, Rule.CHANNEL_TEST)) {
      return true; // nothing in it is secret, and it is handed to its subscriber alone
    }
    var kind = alert.getSubject().getKind();
    if (!SeenBy.of(kind).contains(role.name())) {
      return false;
    }
    var isForOneSite = kind == SubjectKind.HOSPITAL || kind == SubjectKind.SITE;
    return role != Role.HOSPITAL
        || !isForOneSite
        || (site != null && site.equals(alert.getAddressee()));
  }

  private static Alert view(Alert alert, Role role) {
    var veil = veil(role);
    if (!veil.hidesAnything(alert)) {
      return alert;
    }
    var view = SeenChanges.in((Alert) veil.over(alert), role);
    return view.getFindings().stream().noneMatch(Projection::hasAnOrder)
        ? view
        : Alert.newBuilder(view)
            .setFindings(view.getFindings().stream().map(Projection::withoutOrder).toList())
            .build();
  }

  private static boolean hasAnOrder(Finding finding) {
    return finding.getSites().size() > 1;
  }

  /** Sites came in the order of their ids. Where those are hidden, their order must be too. */
  private static Finding withoutOrder(Finding finding) {
    var sites = finding.getSites().stream().sorted().toList();
    return Finding.newBuilder(finding).setSites(sites).build();
  }

  private static Veil veil(Role role) {
    var veil = VEILS.get(role);
    if (veil == null) {
      throw new IllegalArgumentException("role: " + role + " (expected: a known one)");
    }
    return veil;
  }
}
