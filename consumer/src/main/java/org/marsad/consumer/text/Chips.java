package org.marsad.consumer.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.CountRange;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.Finding;
import org.marsad.message.MessageType;
import org.marsad.message.Rule;
import org.marsad.message.SiteBasis;
import org.marsad.message.SubjectKind;
import org.marsad.schemas.Findings;

/**
 * What an alert comes to, in a few words each, the gravest first: {@code 45 killed, 30 injured},
 * {@code HEAVIEST IN 9 DAYS}, {@code residential}, {@code danger until 15:21}.
 */
final class Chips {
  private final Texts texts;
  private final AlertTime time;
  private final AlertPlace place;
  private final Amounts amounts;
  private final Distance distance;
  private final RepeatText repeats;
  private final SiteText sites;
  private final RecordText records;
  private final WaveText waves;
  private final SurgeText surges;
  private final SilentSourceText silentSources;
  private final SystemText systems;
  private final CancelText cancels;
  private final DoubtText doubts;

  Chips(Texts texts, AlertTime time, AlertPlace place) {
    this.texts = texts;
    this.time = time;
    this.place = place;
    this.amounts = new Amounts(texts);
    this.distance = new Distance(texts);
    this.repeats = new RepeatText(texts, time);
    this.sites = new SiteText(texts, place);
    this.records = new RecordText(texts, time, place);
    this.waves = new WaveText(texts, time, place);
    this.surges = new SurgeText(texts, time, place);
    this.silentSources = new SilentSourceText(texts, time);
    this.systems = new SystemText(texts);
    this.cancels = new CancelText(texts, time);
    this.doubts = new DoubtText(texts);
  }

  /** All of them, at least one. Of what is taken back: why, and what it said. */
  List<String> of(Alert alert) {
    var all = new ArrayList<>(claims(alert));
    all.addAll(limits(alert));
    return all;
  }

  /** What is claimed, at least one; of what is taken back: why, and what it said. */
  List<String> claims(Alert alert) {
    var claims = claim(alert);
    if (alert.getMessageType() != MessageType.CANCEL) {
      return claims;
    }
    var why = texts.of("cancel", cancels.mark(alert), cancels.why(alert));
    return alert.getFindings().isEmpty()
        ? List.of(why)
        : List.of(why, texts.of("cancel.said", claims.get(0)));
  }

  /** Since when and how certain a day's record is; until when a strike's spot is in danger. */
  List<String> limits(Alert alert) {
    if (alert.getMessageType() == MessageType.CANCEL) {
      return List.of();
    }
    var limits = new ArrayList<String>();
    if (alert.getSubject().getKind() == SubjectKind.DAY) {
      Findings.records(alert).stream().limit(1).map(records::limits).forEach(limits::addAll);
    }
    var danger = danger(alert);
    if (danger != null) {
      limits.add(danger);
    }
    return limits;
  }

  /** The first record's last days as bars; empty where there are none. */
  String bars(Alert alert) {
    return alert.getMessageType() == MessageType.CANCEL
        ? ""
        : Findings.records(alert).stream().limit(1).map(records::bars).findFirst().orElse("");
  }

  /** {@code danger until 15:21}; null where there is none. */
  @Nullable String danger(Alert alert) {
    var until = alert.getDangerUntil();
    return until == null || !until.isAfter(alert.getSentAt())
        ? null
        : texts.of("danger", time.moment(until, alert));
  }

  /** {@code [observed; 2 sources]}; empty where it is our own observation, nobody's word. */
  String trust(Alert alert) {
    var kind = alert.getSubject().getKind();
    return kind == SubjectKind.SOURCE
            || kind == SubjectKind.SYSTEM
            || alert.getMessageType() == MessageType.CANCEL
        ? ""
        : texts.of(
            "trust",
            texts.of("certainty." + alert.getCertainty()),
            texts.counted("sources", alert.getSources()));
  }

  private List<String> claim(Alert alert) {
    var chips = new ArrayList<String>();
    var others = new ArrayList<String>();
    for (var finding : alert.getFindings()) {
      (isBeforeCounts(finding, alert) ? chips : others).addAll(of(finding, alert));
    }
    if (isStrike(alert)) {
      chips.addAll(counts(alert, chips.isEmpty() && others.isEmpty()));
    }
    chips.addAll(others);
    if (isStrike(alert) && alert.getImpacts() != null) {
      chips.add(amounts.of("IMPACTS", alert.getImpacts()));
    }
    if (chips.isEmpty()) {
      chips.add(texts.of("event.OTHER"));
    }
    chips.addAll(doubts.chips(alert));
    return chips;
  }

  /** Only what may kill rescuers comes before the dead and injured. */
  static boolean isBeforeCounts(Finding finding, Alert alert) {
    return switch (finding.getRule()) {
      case REPEAT_STRIKE -> Findings.isLikely(finding.getCertainty());
      case PROTECTED_SITE_STRIKE ->
          finding.getSites().stream().anyMatch(hit -> hit.getBasis() == SiteBasis.REPORT);
      case UNPLACED_STRIKE -> alert.getKilled() == null && alert.getInjured() == null;
      default -> false;
    };
  }

  /** What was counted; what nobody counted where that is known to matter. */
  private List<String> counts(Alert alert, boolean isNothingElse) {
    var counts = new ArrayList<String>();
    add("KILLED", alert.getKilled(), counts);
    add("injured", alert.getInjured(), counts);
    var chips = new ArrayList<String>();
    if (isNothingElse && !Findings.has(alert, Rule.CASUALTIES)) {
      var means = alert.getDelivery() == null ? DeliveryMeans.UNKNOWN : alert.getDelivery();
      chips.add(texts.of("strike." + means));
    }
    if (Findings.of(alert, Rule.CASUALTIES).map(Chips::isUncounted).orElse(false)) {
      chips.add(uncounted(texts, alert));
    } else if (!counts.isEmpty()) {
      chips.add(texts.list(counts));
    }
    return chips;
  }

  /** {@code nobody has counted yet}, {@code nobody has counted the killed yet}. */
  static String uncounted(Texts texts, Alert alert) {
    return texts.of(alert.getInjured() == null ? "uncounted" : "uncounted.killed");
  }

  static boolean isUncounted(Finding finding) {
    return Boolean.TRUE.equals(finding.getUnknown());
  }

  private List<String> of(Finding finding, Alert alert) {
    return switch (finding.getRule()) {
      case CASUALTIES -> List.of(); // told by the counts
      case REPEAT_STRIKE -> List.of(repeats.chip(finding, alert));
      case PROTECTED_SITE_STRIKE -> sites(finding, alert);
      case RESIDENTIAL_STRIKE -> List.of(residential(finding));
      case HEAVIEST_IN_DAYS -> records.chips(finding, alert);
      case UNPLACED_STRIKE -> List.of(texts.of("unplaced"));
      case WAVE ->
          finding.getWave() == null
              ? List.of(texts.of("event.WAVE"))
              : waves.chips(finding.getWave(), alert);
      case HOSPITAL_SURGE ->
          finding.getSurge() == null
              ? List.of(texts.of("event.HOSPITAL_SURGE"))
              : surges.chips(finding.getSurge(), alert);
      case SOURCE_SILENT ->
          finding.getSilentSource() == null
              ? List.of(texts.of("event.SOURCE_SILENT"))
              : List.of(
                  texts.of("event.SOURCE_SILENT"),
                  silentSources.of(finding.getSilentSource(), alert, place.area(alert)));
      case UNREACHED, SET_ASIDE, EMPTY_SHIFT, CHANNEL_TEST -> List.of(systems.chip(finding, alert));
      case OTHER -> List.of(texts.of("event.OTHER"));
    };
  }

  private List<String> sites(Finding finding, Alert alert) {
    if (alert.getSubject().getKind() == SubjectKind.SITE) {
      return List.of(ownSite(finding));
    }
    var chips = new ArrayList<>(sites.chips(finding));
    if (!Findings.isLikely(finding.getCertainty()) && Findings.isLikely(alert.getCertainty())) {
      chips.set(0, texts.of("perhaps", chips.get(0)));
    }
    return chips;
  }

  private String ownSite(Finding finding) {
    return finding.getSites().stream()
        .filter(hit -> hit.getDistanceMetres() != null)
        .findFirst()
        .map(hit -> texts.of("site.own", distance.of(hit.getDistanceMetres())))
        .orElse(texts.of("site.own.plain"));
  }

  /** What it rests on is for the description. */
  private String residential(Finding finding) {
    return texts.of(
        Findings.isLikely(finding.getCertainty()) ? "residential" : "residential.maybe");
  }

  private void add(String key, @Nullable CountRange range, List<String> counts) {
    if (range != null) {
      counts.add(amounts.of(key, range));
    }
  }

  static boolean isStrike(Alert alert) {
    var kind = alert.getSubject().getKind();
    return kind == SubjectKind.STRIKE || kind == SubjectKind.SITE || kind == SubjectKind.OTHER;
  }
}
