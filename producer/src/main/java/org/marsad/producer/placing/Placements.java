package org.marsad.producer.placing;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.marsad.message.Decision;
import org.marsad.message.DecisionKind;
import org.marsad.message.PlaceBasis;
import org.marsad.message.StrikeReport;
import org.marsad.producer.places.PlaceQuery;
import org.marsad.producer.report.Places;
import org.marsad.schemas.Marks;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.TopicReader;
import org.marsad.schemas.Topics;
import org.marsad.schemas.UndecodableException;

/**
 * Where people placed reports. A report stays where a person put it, whatever its source says of
 * its place later, and when a recorded file is played again. Safe for use by many threads.
 */
public final class Placements {
  /** What is said about a place is worked out anew where the place is another. */
  private static final Set<String> ABOUT_THE_PLACE =
      Set.of(Marks.POINT_OUTSIDE_PLACE, Marks.POINT_FAR_FROM_PLACE, Marks.SWAPPED);

  private final MessageCodec<Decision> codec = MessageCodec.of(Decision.class);
  private final Map<String, Decision> standing = new ConcurrentHashMap<>();
  private final Places places;

  /**
   * None yet.
   *
   * @param places finds what is doubtful about a point at another place
   */
  public Placements(Places places) {
    this.places = places;
  }

  /** Learns all that the log holds of them. */
  public void read(Map<String, Object> kafka, Topics topics) {
    TopicReader.read(kafka, topics.decisions(), this::note);
  }

  /** Learns of a record of {@code decisions}; what is no placement, or an older one, is passed. */
  public synchronized void note(ConsumerRecord<byte[], byte[]> record) {
    try {
      note(codec.decode(record.value()));
    } catch (UndecodableException e) {
      // the processor sets it aside
    }
  }

  /** Learns of a decision. */
  void note(Decision decision) {
    if (decision.getKind() == DecisionKind.PLACE) {
      standing.merge(
          decision.getReportIds().get(0),
          decision,
          (known, other) -> other.getRevision() > known.getRevision() ? other : known);
    }
  }

  /** What stands about a report. */
  Optional<Decision> of(String reportId) {
    return Optional.ofNullable(standing.get(reportId));
  }

  /** A report as it is to be published: where a person placed it, else as it is. */
  public StrikeReport place(StrikeReport report) {
    return of(report.getReportId()).map(decision -> place(report, decision)).orElse(report);
  }

  /** The report where the decision puts it; its point stays, with what is doubtful about it now. */
  StrikeReport place(StrikeReport report, Decision decision) {
    var place =
        places.resolve(
            new PlaceQuery(
                decision.getArea(),
                decision.getNeighbourhood(),
                null,
                null,
                null,
                report.getLat(),
                report.getLon(),
                report.getRadiusMetres()));
    var marks = new TreeSet<>(report.getMarks());
    marks.removeAll(ABOUT_THE_PLACE);
    if (place.pointDoubt() != null) {
      marks.add(place.pointDoubt().mark());
    }
    return StrikeReport.newBuilder(report)
        .setArea(decision.getArea())
        .setNeighbourhood(place.neighbourhood())
        .setPlaceBasis(PlaceBasis.PERSON)
        .setMarks(marks.stream().toList())
        .build();
  }
}
