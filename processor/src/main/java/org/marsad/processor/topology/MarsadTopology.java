package org.marsad.processor.topology;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Alert;
import org.marsad.message.DayRow;
import org.marsad.message.Decision;
import org.marsad.message.Heartbeat;
import org.marsad.message.HospitalStatus;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.processor.judging.HeedHospitals;
import org.marsad.processor.judging.JudgeStrikes;
import org.marsad.processor.judging.Outgoing;
import org.marsad.processor.judging.OutgoingDay;
import org.marsad.processor.judging.Published;
import org.marsad.processor.judging.WatchSources;
import org.marsad.processor.merging.HeedDecisions;
import org.marsad.processor.merging.HeedHeartbeats;
import org.marsad.processor.merging.MergeIntoStrikes;
import org.marsad.processor.merging.NoticeMoves;
import org.marsad.processor.merging.StrikeChanges;
import org.marsad.processor.merging.TakeBackElsewhere;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.state.AreaBook;
import org.marsad.schemas.MessageSerde;
import org.marsad.schemas.Topics;
import org.marsad.schemas.checks.Fault;

/** The engine's plan: what is read, what is done with it and what is written. */
public final class MarsadTopology {
  private static final Consumed<byte[], byte[]> BYTES =
      Consumed.with(Serdes.ByteArray(), Serdes.ByteArray());

  /** Of what stands in the log the areas come first, also where reports of years ago are beside. */
  private static final TimestampExtractor FIRST = (record, partitionTime) -> 0;

  private final Topics topics;
  private final Rules rules;
  private final StoreBuilder<AreaBook> book;

  /** The topology with its state on disk. */
  public MarsadTopology(Topics topics, Rules rules) {
    this(topics, rules, AreaBook.onDisk());
  }

  /**
   * The topology with its state kept as one likes.
   *
   * @param book its store on disk, or in memory, where thousands of towns are tested within minutes
   */
  public MarsadTopology(Topics topics, Rules rules, StoreBuilder<AreaBook> book) {
    this.topics = topics;
    this.rules = rules;
    this.book = book;
  }

  /**
   * Reports are checked, merged into strikes, placed on the map and judged; a report that cannot be
   * used is set aside with its reason, never dropped.
   */
  public Topology build() {
    var builder = new StreamsBuilder();
    builder.addStateStore(book);
    rememberAreas(builder);
    var reports =
        usable(
            "reports",
            read(builder, topics.reports(), "reports"),
            StrikeReport.class,
            MessageChecks::faultOf,
            checked -> checked.process(SetAsideOld::new, Named.as("set-aside-old"), AreaBook.NAME));
    var decisions =
        usable(
            "decisions",
            read(builder, topics.decisions(), "decisions"),
            Decision.class,
            MessageChecks::faultOf);
    var hospitals =
        usable(
            "hospital-status",
            read(builder, topics.hospitalStatus(), "hospital-status"),
            HospitalStatus.class,
            MessageChecks::faultOf);
    var heartbeats =
        usable(
            "heartbeats",
            read(builder, topics.heartbeats(), "heartbeats"),
            Heartbeat.class,
            MessageChecks::faultOf);
    var strikes = mergeIntoStrikes(withThoseMovedAway(reports), decisions);
    var judged = judge(strikes, hear(heartbeats));
    publishStrikes(strikes);
    publishDays(judged);
    publishAlerts(
        alerts(judged)
            .merge(heed(hospitals), Named.as("with-surges"))
            .merge(watch(reports, heartbeats), Named.as("with-silences")));
    return builder.build();
  }

  private void rememberAreas(StreamsBuilder builder) {
    builder.stream(topics.areas(), BYTES.withName("read-areas").withTimestampExtractor(FIRST))
        .process(RememberAreas::new, Named.as("remember-areas"), AreaBook.NAME)
        .to(topics.rejected(), asItCame("set-aside-areas"));
  }

  private static KStream<byte[], byte[]> read(StreamsBuilder builder, String topic, String what) {
    return builder.stream(topic, BYTES.withName("read-" + what));
  }

  /** What can be used; the rest is set aside as it came, with its reason. */
  private <T extends SpecificRecord> KStream<byte[], T> usable(
      String what,
      KStream<byte[], byte[]> records,
      Class<T> type,
      BiFunction<T, @Nullable String, Optional<Fault>> faultOf) {
    return usable(what, records, type, faultOf, checked -> checked);
  }

  /** The same, where a message may be fine and come at the wrong time. */
  private <T extends SpecificRecord> KStream<byte[], T> usable(
      String what,
      KStream<byte[], byte[]> records,
      Class<T> type,
      BiFunction<T, @Nullable String, Optional<Fault>> faultOf,
      UnaryOperator<KStream<byte[], Checked<T>>> checkAgain) {
    var checked =
        checkAgain.apply(
            records.process(() -> new CheckMessages<>(type, faultOf), Named.as("check-" + what)));
    checked
        .flatMapValues(Checked::refused, Named.as("refused-" + what))
        .to(topics.rejected(), asItCame("set-aside-" + what));
    return checked.flatMapValues(Checked::usable, Named.as("usable-" + what));
  }

  /**
   * What a source says of another area than before is taken back where it stood. Nobody but the
   * owner of an area knows what stands there, so corrections of reports that do not stand in their
   * area are told to all.
   */
  private static KStream<byte[], StrikeReport> withThoseMovedAway(
      KStream<byte[], StrikeReport> reports) {
    var movedAway =
        reports
            .process(NoticeMoves::new, Named.as("notice-moves"), AreaBook.NAME)
            .repartition(
                Repartitioned.with(Serdes.ByteArray(), MessageSerde.of(StrikeReport.class))
                    .withName("moved-reports")
                    .withStreamPartitioner(new ToAllPartitions<>()))
            .process(TakeBackElsewhere::new, Named.as("take-back-elsewhere"), AreaBook.NAME);
    return reports.merge(movedAway, Named.as("with-those-moved-away"));
  }

  private KStream<String, StrikeChanges> mergeIntoStrikes(
      KStream<byte[], StrikeReport> reports, KStream<byte[], Decision> decisions) {
    var merged =
        reports.process(
            () -> new MergeIntoStrikes(rules), Named.as("merge-into-strikes"), AreaBook.NAME);
    var decided =
        decisions.process(
            () -> new HeedDecisions(rules), Named.as("heed-decisions"), AreaBook.NAME);
    return merged.merge(decided, Named.as("changed-strikes"));
  }

  /** A day of which nothing is reported was watched, where a heartbeat falls on it. */
  private static KStream<String, StrikeChanges> hear(KStream<byte[], Heartbeat> heartbeats) {
    return heartbeats.process(HeedHeartbeats::new, Named.as("heed-heartbeats"));
  }

  /** Signs of life are reports too. */
  private KStream<String, Outgoing> watch(
      KStream<byte[], StrikeReport> reports, KStream<byte[], Heartbeat> heartbeats) {
    KStream<byte[], SpecificRecord> signs =
        reports.mapValues(report -> report, Named.as("signs-of-life"));
    return signs
        .merge(heartbeats.mapValues(heartbeat -> heartbeat, Named.as("beats")), Named.as("heard"))
        .process(() -> new WatchSources(rules), Named.as("watch-sources"), AreaBook.NAME);
  }

  private KStream<String, Published> judge(
      KStream<String, StrikeChanges> strikes, KStream<String, StrikeChanges> heard) {
    return strikes
        .merge(heard, Named.as("with-heard-days"))
        .process(() -> new JudgeStrikes(rules), Named.as("judge-strikes"), AreaBook.NAME);
  }

  private static KStream<String, Outgoing> alerts(KStream<String, Published> judged) {
    return judged
        .filter((id, out) -> out instanceof Outgoing, Named.as("are-judged"))
        .mapValues(Outgoing.class::cast, Named.as("as-judged"));
  }

  private KStream<String, Outgoing> heed(KStream<byte[], HospitalStatus> hospitals) {
    return hospitals.process(
        () -> new HeedHospitals(rules), Named.as("heed-hospitals"), AreaBook.NAME);
  }

  private void publishStrikes(KStream<String, StrikeChanges> strikes) {
    strikes
        .flatMap((area, changes) -> changes.published(), Named.as("each-strike"))
        .to(
            topics.strikes(),
            Produced.with(Serdes.String(), MessageSerde.of(Strike.class))
                .withName("publish-strikes"));
  }

  /** What days come to; without a value where there is nothing to tell of one any more. */
  private void publishDays(KStream<String, Published> judged) {
    judged
        .filter((key, out) -> out instanceof OutgoingDay, Named.as("are-days"))
        .mapValues(out -> ((OutgoingDay) out).row(), Named.as("as-days"))
        .to(
            topics.days(),
            Produced.with(Serdes.String(), MessageSerde.of(DayRow.class)).withName("publish-days"));
  }

  private void publishAlerts(KStream<String, Outgoing> alerts) {
    publish(alerts, false, topics.alerts(), "alerts");
    publish(alerts, true, topics.privateAlerts(), "private-alerts");
  }

  /** What concerns a confidential site goes where nobody else reads. */
  private static void publish(
      KStream<String, Outgoing> alerts, boolean confidential, String topic, String what) {
    alerts
        .filter((id, alert) -> alert.confidential() == confidential, Named.as("are-" + what))
        .mapValues(alert -> alert.alert(), Named.as("as-" + what))
        .to(
            topic,
            Produced.with(Serdes.String(), MessageSerde.of(Alert.class))
                .withName("publish-" + what));
  }

  private static Produced<byte[], byte[]> asItCame(String name) {
    return Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(name);
  }
}
