package org.marsad.consumer.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.Finding;
import org.marsad.message.Measure;
import org.marsad.message.MessageType;
import org.marsad.message.Place;
import org.marsad.message.Reality;
import org.marsad.message.ResidentialVerdict;
import org.marsad.message.Rule;
import org.marsad.message.SubjectKind;
import org.marsad.message.Target;
import org.marsad.schemas.Findings;

/** An alert in sentences: what it is, what it rests on, how sure it is, what it replaces. */
final class Description {
  /** Targets that the sites of a finding do not speak of. */
  private static final Set<Target> NO_SITES =
      Set.of(Target.RESIDENTIAL, Target.INDUSTRIAL, Target.MILITARY);

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
  private final Chips chips;
  private final Bidi bidi;

  Description(Texts texts, AlertTime time, AlertPlace place) {
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
    this.chips = new Chips(texts, time, place);
    this.bidi = new Bidi(texts.isRightToLeft());
  }

  List<String> of(Alert alert) {
    var sentences = new ArrayList<>(reality(alert));
    if (alert.getMessageType() == MessageType.CANCEL) {
      sentences.addAll(cancelled(alert));
    } else {
      sentences.addAll(claim(alert));
      var trust = trust(alert);
      if (!trust.isEmpty()) {
        sentences.add(trust);
      }
    }
    if (!alert.getReferences().isEmpty()) {
      sentences.add(replaced(alert));
    }
    return sentences;
  }

  /** Nothing where it is about what has happened. */
  List<String> reality(Alert alert) {
    return alert.getReality() == Reality.ACTUAL || Findings.has(alert, Rule.CHANNEL_TEST)
        ? List.of()
        : List.of(texts.of("say.reality." + alert.getReality()));
  }

  /** The days before a record, as bars; empty where there is none. */
  String recent(Alert alert) {
    return Findings.records(alert).stream().limit(1).map(records::recent).findFirst().orElse("");
  }

  private List<String> cancelled(Alert alert) {
    var sentences = new ArrayList<String>();
    sentences.add(texts.of("say.cancel", texts.sentence(cancels.mark(alert)), cancels.why(alert)));
    if (!alert.getFindings().isEmpty()) {
      var said = chips.claims(Alert.newBuilder(alert).setMessageType(MessageType.ALERT).build());
      sentences.add(texts.of("say.said", said.get(0), place.of(alert), time.when(alert)));
    }
    return sentences;
  }

  private List<String> claim(Alert alert) {
    var sentences = new ArrayList<String>();
    if (isStrike(alert)) {
      sentences.add(what(alert));
    }
    for (var finding : alert.getFindings()) {
      sentences.addAll(of(finding, alert));
    }
    if (isStrike(alert)) {
      sentences.addAll(facts(alert));
    } else if (alert.getSubject().getKind() == SubjectKind.DAY) {
      sentences.addAll(dayCounts(alert));
    }
    return sentences;
  }

  /** What the first record does not tell already. */
  private List<String> dayCounts(Alert alert) {
    var isKilledTold =
        Findings.records(alert).stream()
            .limit(1)
            .anyMatch(record -> record.getMeasure() == Measure.KILLED);
    var counts = new ArrayList<String>();
    if (!isKilledTold && alert.getKilled() != null) {
      counts.add(amounts.of("KILLED", alert.getKilled()));
    }
    if (alert.getInjured() != null) {
      counts.add(amounts.of("injured", alert.getInjured()));
    }
    return counts.isEmpty() ? List.of() : List.of(texts.of("say.counts", texts.list(counts)));
  }

  private List<String> of(Finding finding, Alert alert) {
    return switch (finding.getRule()) {
      case CASUALTIES -> counts(alert);
      case REPEAT_STRIKE -> repeats.sentences(finding, alert);
      case PROTECTED_SITE_STRIKE -> siteSentences(finding, alert);
      case RESIDENTIAL_STRIKE -> residential(finding.getResidential());
      case HEAVIEST_IN_DAYS -> records.sentences(finding);
      case UNPLACED_STRIKE -> List.of(texts.of("say.unplaced"));
      case WAVE ->
          finding.getWave() == null ? List.of() : waves.sentences(finding.getWave(), alert);
      case HOSPITAL_SURGE ->
          finding.getSurge() == null ? List.of() : surges.sentences(finding.getSurge(), alert);
      case SOURCE_SILENT -> silent(finding, alert);
      case UNREACHED, SET_ASIDE, EMPTY_SHIFT, CHANNEL_TEST ->
          List.of(systems.sentence(finding, alert));
      case OTHER -> List.of();
    };
  }

  private List<String> siteSentences(Finding finding, Alert alert) {
    var sentences = new ArrayList<String>();
    if (alert.getSubject().getKind() == SubjectKind.SITE) {
      sentences.add(texts.of("say.site.own"));
    }
    sentences.addAll(sites.sentences(finding));
    return sentences;
  }

  private List<String> silent(Finding finding, Alert alert) {
    var source = finding.getSilentSource();
    if (source == null) {
      return List.of();
    }
    var who = silentSources.of(source, alert, place.area(alert));
    return List.of(texts.sentence(texts.of("say.silent", who)));
  }

  /** What is known of the strike besides its findings. */
  private List<String> facts(Alert alert) {
    var sentences = new ArrayList<String>();
    if (!Findings.has(alert, Rule.CASUALTIES)) {
      sentences.addAll(counts(alert));
    }
    var named = Findings.sites(alert).isEmpty();
    var targets =
        alert.getTargets().stream()
            .filter(target -> named || NO_SITES.contains(target))
            .map(target -> texts.of("target." + target))
            .toList();
    if (!targets.isEmpty()) {
      sentences.add(texts.of("say.targets", texts.list(targets)));
    }
    var danger = alert.getDangerUntil();
    if (danger != null && danger.isAfter(alert.getSentAt())) {
      sentences.add(texts.of("say.danger", time.moment(danger, alert)));
    }
    if (alert.getPlace() != null) {
      sentences.addAll(position(alert.getPlace(), alert));
    }
    sentences.addAll(doubts.sentences(alert));
    return sentences;
  }

  private String what(Alert alert) {
    var means = alert.getDelivery() == null ? DeliveryMeans.UNKNOWN : alert.getDelivery();
    var key = Findings.has(alert, Rule.UNPLACED_STRIKE) ? "say.strike.somewhere" : "say.strike";
    return texts.of(key, texts.of("means." + means), strikePlace(alert), time.when(alert));
  }

  /** Where it fell, also where the alert is addressed to a site. */
  private String strikePlace(Alert alert) {
    return alert.getSubject().getKind() == SubjectKind.SITE
        ? place.neighbourhoods(alert)
        : place.of(alert);
  }

  /** What was counted, and what nobody counted yet: never a 0 that nobody said. */
  private List<String> counts(Alert alert) {
    if (alert.getKilled() == null && alert.getInjured() == null) {
      var known = amounts.of(alert);
      var uncounted = texts.of("say.uncounted");
      return List.of(
          known.isEmpty()
              ? uncounted
              : texts.of("say.counts", texts.list(known)) + " " + uncounted);
    }
    var said = texts.of("say.counts", texts.list(amounts.of(alert)));
    var missing = alert.getKilled() == null ? "killed" : "injured";
    return List.of(
        alert.getKilled() == null || alert.getInjured() == null
            ? said + " " + texts.of("say.unreported", texts.of("name." + missing))
            : said);
  }

  private List<String> residential(@Nullable ResidentialVerdict verdict) {
    if (verdict == null) {
      return List.of();
    }
    var share = verdict.getLivedInShare();
    return List.of(
        share == null
            ? texts.of("say.residential." + verdict.getBasis())
            : texts.of("say.residential.share", Math.round(100 * share)));
  }

  /** Degrees to five places, about a metre. */
  private List<String> position(Place where, Alert alert) {
    var sentences = new ArrayList<String>();
    if (where.getLat() != null && where.getLon() != null) {
      var point = String.format(Locale.ROOT, "%.5f, %.5f", where.getLat(), where.getLon());
      var radius = where.getRadiusMetres();
      sentences.add(
          radius == null
              ? texts.of("say.point", bidi.code(point))
              : texts.of("say.point.within", bidi.code(point), distance.atMost(radius)));
    }
    if (where.getText() != null && !Findings.has(alert, Rule.UNPLACED_STRIKE)) {
      sentences.add(texts.of("say.asSaid", place.asSaid(where.getText())));
    }
    return sentences;
  }

  /** How sure it is as a whole, and what of it is less sure; nobody's word needs no trust. */
  private String trust(Alert alert) {
    if (chips.trust(alert).isEmpty()) {
      return "";
    }
    var whole =
        texts.of(
            "say.trust",
            texts.of("certainty." + alert.getCertainty()),
            texts.counted("sources.independent", alert.getSources()));
    var less =
        alert.getFindings().stream()
            .filter(finding -> finding.getCertainty().compareTo(alert.getCertainty()) > 0)
            .filter(finding -> finding.getRule() != Rule.CASUALTIES)
            .map(this::lessSure)
            .toList();
    return less.isEmpty() ? whole : whole + " " + texts.of("say.lessSure", texts.list(less));
  }

  private String lessSure(Finding finding) {
    return texts.of(
        "say.lessSure.of",
        texts.of("finding." + finding.getRule()),
        texts.of("certainty." + finding.getCertainty()));
  }

  private String replaced(Alert alert) {
    var references = alert.getReferences();
    var latest = references.get(references.size() - 1).getSentAt();
    var key = "say.replaces." + alert.getMessageType();
    return texts.of(key, time.moment(latest, alert));
  }

  private static boolean isStrike(Alert alert) {
    var kind = alert.getSubject().getKind();
    return kind == SubjectKind.STRIKE || kind == SubjectKind.SITE || kind == SubjectKind.OTHER;
  }
}
