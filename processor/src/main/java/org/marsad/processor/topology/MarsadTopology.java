package org.marsad.processor.topology;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.marsad.message.Alert;
import org.marsad.message.Strike;
import org.marsad.processor.settings.Rules;
import org.marsad.schemas.MessageSerde;
import org.marsad.schemas.Topics;

/** The engine's plan: what is read, what is done with it and what is written. */
public final class MarsadTopology {
  private static final Consumed<byte[], byte[]> BYTES =
      Consumed.with(Serdes.ByteArray(), Serdes.ByteArray());

  private final Topics topics;
  private final Rules rules;

  public MarsadTopology(Topics topics, Rules rules) {
    this.topics = topics;
    this.rules = rules;
  }

  /**
   * Reports are checked, merged into strikes, placed on the map and judged; a report that cannot be
   * used is set aside with its reason, never dropped.
   */
  public Topology build() {
    var builder = new StreamsBuilder();
    Stores.ALL.forEach(name -> builder.addStateStore(Stores.builder(name)));
    rememberAreas(builder);
    var reports = readReports(builder);
    var usable = setAsideUnusable(reports);
    var strikes = mergeIntoStrikes(usable);
    var alerts = judge(strikes);
    publish(strikes, alerts);
    return builder.build();
  }

  private void rememberAreas(StreamsBuilder builder) {
    builder.stream(topics.areas(), BYTES.withName("read-areas"))
        .process(RememberAreas::new, Named.as("remember-areas"), Stores.AREAS)
        .to(topics.rejected(), asItCame("set-aside-areas"));
  }

  private KStream<byte[], byte[]> readReports(StreamsBuilder builder) {
    return builder.stream(topics.reports(), BYTES.withName("read-reports"));
  }

  private KStream<byte[], Checked> setAsideUnusable(KStream<byte[], byte[]> reports) {
    var checked = reports.process(CheckReports::new, Named.as("check-reports"));
    checked
        .filterNot((key, report) -> report instanceof Checked.Usable, Named.as("refused"))
        .mapValues(
            report -> report instanceof Checked.Refused refused ? refused.original() : null,
            Named.as("original-bytes"))
        .to(topics.rejected(), asItCame("set-aside-reports"));
    return checked.filter((key, report) -> report instanceof Checked.Usable, Named.as("usable"));
  }

  private KStream<String, StrikeChanges> mergeIntoStrikes(KStream<byte[], Checked> reports) {
    return reports.process(
        () -> new MergeIntoStrikes(rules),
        Named.as("merge-into-strikes"),
        Stores.AREAS,
        Stores.REPORTS,
        Stores.REPORTS_BY_TIME,
        Stores.STRIKES);
  }

  private KStream<String, Alert> judge(KStream<String, StrikeChanges> strikes) {
    return strikes.process(
        () -> new JudgeStrikes(rules),
        Named.as("judge-strikes"),
        Stores.AREAS,
        Stores.STRIKES,
        Stores.STRIKES_BY_DAY,
        Stores.DAY_TOTALS,
        Stores.RECORD_TREES,
        Stores.ALERTS);
  }

  private void publish(KStream<String, StrikeChanges> strikes, KStream<String, Alert> alerts) {
    strikes
        .flatMapValues(changes -> changes.changes(), Named.as("each-strike"))
        .selectKey((area, change) -> change.after().getStrikeId(), Named.as("by-strike"))
        .mapValues(change -> change.after(), Named.as("newest-revision"))
        .to(
            topics.strikes(),
            Produced.with(Serdes.String(), MessageSerde.of(Strike.class))
                .withName("publish-strikes"));
    alerts.to(
        topics.alerts(),
        Produced.with(Serdes.String(), MessageSerde.of(Alert.class)).withName("publish-alerts"));
  }

  private static Produced<byte[], byte[]> asItCame(String name) {
    return Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(name);
  }
}
