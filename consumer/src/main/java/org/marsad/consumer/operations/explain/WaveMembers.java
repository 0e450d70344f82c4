package org.marsad.consumer.operations.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.marsad.consumer.text.ExplainText;
import org.marsad.message.Strike;
import org.marsad.message.StrikeStatus;
import org.marsad.message.TimePrecision;

/** The strikes of a wave as the log has them now, which may not be as they were then. */
final class WaveMembers {
  private static final Comparator<Strike> IN_ORDER =
      Comparator.comparing(Strike::getOccurredFrom)
          .thenComparing(Strike::getOccurredUntil)
          .thenComparing(Strike::getStrikeId);

  private final List<Strike> standing;
  private final int gone;
  private final int missing;
  private final int cut;

  private WaveMembers(List<Strike> standing, int gone, int missing, int cut) {
    this.standing = standing;
    this.gone = gone;
    this.missing = missing;
    this.cut = cut;
  }

  static WaveMembers of(Inquiry inquiry) {
    var standing = new ArrayList<Strike>();
    var gone = 0;
    var missing = 0;
    var ids = inquiry.alert().getStrikeIds();
    for (var id : ids) {
      var strike = inquiry.evidence().strike(id);
      if (strike == null) {
        missing++;
      } else if (stands(strike)) {
        standing.add(strike);
      } else {
        gone++;
      }
    }
    standing.sort(IN_ORDER);
    var cut = Math.max(0, inquiry.alert().getStrikes() - ids.size());
    return new WaveMembers(List.copyOf(standing), gone, missing, cut);
  }

  /** Those that still stand, the earliest first. */
  List<Strike> standing() {
    return standing;
  }

  /** How they differ from what the alert says; empty where all of them are here. */
  String difference(ExplainText text) {
    var said = new ArrayList<String>();
    if (cut > 0) {
      said.add(text.of("wave.cut", cut));
    }
    if (missing > 0) {
      said.add(text.counted("wave.missing", missing));
    }
    if (gone > 0) {
      said.add(text.counted("wave.gone", gone));
    }
    return String.join(" ", said);
  }

  private static boolean stands(Strike strike) {
    return strike.getStatus() == StrikeStatus.ACTIVE
        && strike.getTimePrecision().compareTo(TimePrecision.HOUR) <= 0;
  }
}
