package org.marsad.consumer.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.marsad.message.Alert;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.Place;
import org.marsad.message.RepeatFacts;
import org.marsad.message.ResidentialVerdict;
import org.marsad.message.Rule;
import org.marsad.message.Target;

/** One strike in sentences. */
final class StrikeSentences {
  /** Targets that the sites of a protected-site alert speak of already. */
  private static final Set<Target> NO_SITES =
      Set.of(Target.RESIDENTIAL, Target.INDUSTRIAL, Target.MILITARY);

  private final Texts texts;
  private final AlertTime time;
  private final AlertPlace place;
  private final Amounts amounts;
  private final Distance distance;
  private final Span span;
  private final SiteSentences sites;
  private final Bidi bidi;

  StrikeSentences(Texts texts, AlertTime time, AlertPlace place) {
    this.texts = texts;
    this.time = time;
    this.place = place;
    this.amounts = new Amounts(texts);
    this.distance = new Distance(texts);
    this.span = new Span(texts);
    this.sites = new SiteSentences(texts, place);
    this.bidi = new Bidi(texts.isRightToLeft());
  }

  List<String> of(Alert alert) {
    var sentences = new ArrayList<String>();
    sentences.add(what(alert));
    if (alert.getRepeat() != null) {
      sentences.add(repeat(alert.getRepeat(), alert));
    }
    sentences.addAll(sites.of(alert.getProtectedSites()));
    sentences.addAll(facts(alert));
    return sentences;
  }

  /** What is known of the strike, but for what and where it was. */
  List<String> facts(Alert alert) {
    var sentences = new ArrayList<>(counts(alert));
    var targets =
        alert.getTargets().stream()
            .filter(target -> alert.getProtectedSites().isEmpty() || NO_SITES.contains(target))
            .map(target -> texts.of("target." + target))
            .toList();
    if (!targets.isEmpty()) {
      sentences.add(texts.of("say.targets", texts.list(targets)));
    }
    if (alert.getResidential() != null) {
      sentences.add(residential(alert.getResidential()));
    }
    var danger = alert.getDangerUntil();
    if (danger != null && danger.isAfter(alert.getSentAt())) {
      sentences.add(texts.of("say.danger", time.moment(danger, alert)));
    }
    if (alert.getPlace() != null) {
      sentences.addAll(position(alert.getPlace(), alert));
    }
    return sentences;
  }

  private String what(Alert alert) {
    var means = alert.getDelivery() == null ? DeliveryMeans.UNKNOWN : alert.getDelivery();
    var key = alert.getRule() == Rule.UNPLACED_STRIKE ? "say.unplaced" : "say.strike";
    return texts.of(key, texts.of("means." + means), place.of(alert), time.when(alert));
  }

  private List<String> counts(Alert alert) {
    var known = amounts.of(alert);
    var sentences = new ArrayList<String>();
    if (!known.isEmpty()) {
      sentences.add(texts.of("say.counts", texts.list(known)));
    }
    var missing = new ArrayList<String>();
    if (alert.getKilled() == null) {
      missing.add(texts.of("name.killed"));
    }
    if (alert.getInjured() == null) {
      missing.add(texts.of("name.injured"));
    }
    if (!missing.isEmpty()) {
      sentences.add(texts.of("say.unreported", texts.list(missing)));
    }
    return List.of(String.join(" ", sentences));
  }

  private String repeat(RepeatFacts facts, Alert alert) {
    var after = Duration.ofSeconds(facts.getSecondsAfter());
    var sentence =
        texts.of(
            after.toMinutes() == 0 ? "say.repeat.atOnce" : "say.repeat",
            distance.of(facts.getDistanceMetres()),
            time.moment(facts.getEarlierOnset(), alert),
            span.inMinutes(after));
    var more = facts.getEarlierStrikeIds().size() - 1;
    return more > 0 ? sentence + " " + texts.counted("say.repeat.more", more) : sentence;
  }

  private String residential(ResidentialVerdict verdict) {
    var share = verdict.getLivedInShare();
    return share == null
        ? texts.of("say.residential." + verdict.getBasis())
        : texts.of("say.residential.share", Math.round(100 * share));
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
    if (where.getText() != null && alert.getRule() != Rule.UNPLACED_STRIKE) {
      sentences.add(texts.of("say.asSaid", place.asSaid(where.getText())));
    }
    return sentences;
  }
}
