package org.marsad.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.marsad.message.Alert;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;
import org.marsad.message.DayRow;
import org.marsad.message.Decision;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.Heartbeat;
import org.marsad.message.HospitalStatus;
import org.marsad.message.LandUse;
import org.marsad.message.LocalName;
import org.marsad.message.Neighbourhood;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Reality;
import org.marsad.message.ReportStatus;
import org.marsad.message.Site;
import org.marsad.message.SiteKind;
import org.marsad.message.Source;
import org.marsad.message.SourceKind;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.message.SubjectKind;
import org.marsad.message.TimePrecision;
import org.marsad.processor.settings.Rules;
import org.marsad.processor.state.AreaBook;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.MessageSerde;
import org.marsad.schemas.Topics;
import org.marsad.schemas.checks.Horizon;

/** The topology in memory, with one town, and what people say about it. */
public final class Scene implements AutoCloseable {
  static final Topics TOPICS = new Topics("");
  static final String TOWN = "aleppo";
  static final String FARDOUS = "aleppo/al-fardous";
  static final String BUSTAN = "aleppo/bustan-al-qaser";
  static final String NORTH = "north-hospital";
  static final String EAST = "east-hospital";
  static final String HIDDEN = "hidden-hospital";
  static final Instant WALL_CLOCK = Instant.parse("2016-10-12T11:00:00Z");
  static final String RAMOUSEH = "aleppo/ramouseh";

  /** Made first: it is the codec that lets Avro trust the messages. */
  private static final MessageCodec<StrikeReport> CODEC = MessageCodec.of(StrikeReport.class);

  private static final MessageCodec<Strike> STRIKES = MessageCodec.of(Strike.class);
  private static final MessageCodec<Alert> ALERTS = MessageCodec.of(Alert.class);

  private final TopologyTestDriver driver;
  private final TestInputTopic<String, byte[]> reports;
  private final TestInputTopic<String, Decision> decisions;
  private final TestInputTopic<String, HospitalStatus> statuses;
  private final TestInputTopic<String, Heartbeat> heartbeats;
  private final TestInputTopic<String, AreaProfile> areas;
  private final TestOutputTopic<String, Strike> strikes;
  private final TestOutputTopic<String, DayRow> days;
  private final TestOutputTopic<String, Alert> alerts;
  private final TestOutputTopic<String, Alert> privateAlerts;
  private final TestOutputTopic<byte[], byte[]> rejected;

  Scene(java.nio.file.Path stateDirectory) {
    this(stateDirectory, Horizon.DEFAULTS);
  }

  /** Where so much is remembered. */
  Scene(java.nio.file.Path stateDirectory, Horizon horizon) {
    var properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "scene");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
    driver =
        new TopologyTestDriver(
            new MarsadTopology(
                    TOPICS, Rules.DEFAULTS, AreaBook.onDisk(AreaBook.USUAL_LIMIT, horizon))
                .build(),
            properties,
            WALL_CLOCK);
    decisions = input(TOPICS.decisions(), Decision.class);
    statuses = input(TOPICS.hospitalStatus(), HospitalStatus.class);
    heartbeats = input(TOPICS.heartbeats(), Heartbeat.class);
    reports =
        driver.createInputTopic(
            TOPICS.reports(), new StringSerializer(), new ByteArraySerializer());
    strikes =
        driver.createOutputTopic(
            TOPICS.strikes(),
            new StringDeserializer(),
            MessageSerde.of(Strike.class).deserializer());
    days =
        driver.createOutputTopic(
            TOPICS.days(), new StringDeserializer(), MessageSerde.of(DayRow.class).deserializer());
    alerts =
        driver.createOutputTopic(
            TOPICS.alerts(), new StringDeserializer(), MessageSerde.of(Alert.class).deserializer());
    privateAlerts =
        driver.createOutputTopic(
            TOPICS.privateAlerts(),
            new StringDeserializer(),
            MessageSerde.of(Alert.class).deserializer());
    rejected =
        driver.createOutputTopic(
            TOPICS.rejected(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    areas = input(TOPICS.areas(), AreaProfile.class);
    areas.pipeInput(TOWN, town());
  }

  /** A new map of the town, with more sites. */
  void build(Site... more) {
    var sites = new ArrayList<>(town().getSites());
    sites.addAll(List.of(more));
    areas.pipeInput(TOWN, AreaProfile.newBuilder(town()).setVersion(3).setSites(sites).build());
  }

  /** A new map of the town, with other neighbourhoods. */
  void buildNeighbourhoods(List<Neighbourhood> parts) {
    areas.pipeInput(
        TOWN, AreaProfile.newBuilder(town()).setVersion(4).setNeighbourhoods(parts).build());
  }

  /** Bytes of what was published since it was last asked, by kind. */
  Map<String, Long> published() {
    var bytes = new TreeMap<String, Long>();
    for (var strike : strikes()) {
      bytes.merge("strikes", (long) STRIKES.encode(strike).length, Long::sum);
    }
    for (var alert : alerts()) {
      bytes.merge(
          alert.getSubject().getKind().name(), (long) ALERTS.encode(alert).length, Long::sum);
    }
    return bytes;
  }

  /** A new map of the town, on which one neighbourhood lies elsewhere. */
  void moveFarAway(String neighbourhood) {
    var town = AreaProfile.newBuilder(town()).setVersion(2);
    town.getNeighbourhoods()
        .replaceAll(
            part ->
                part.getCode().equals(neighbourhood)
                    ? Neighbourhood.newBuilder(part).setLat(36.25).build()
                    : part);
    areas.pipeInput(TOWN, town.build());
  }

  private <T extends SpecificRecord> TestInputTopic<String, T> input(String topic, Class<T> type) {
    return driver.createInputTopic(
        topic, new StringSerializer(), MessageSerde.of(type).serializer());
  }

  void say(StrikeReport... said) {
    for (var report : said) {
      reports.pipeInput(report.getArea(), CODEC.encode(report));
    }
  }

  void decide(Decision... decided) {
    for (var decision : decided) {
      decisions.pipeInput(decision.getArea(), decision);
    }
  }

  void status(HospitalStatus status) {
    statuses.pipeInput(status.getArea(), status);
  }

  void beat(Heartbeat heartbeat) {
    heartbeats.pipeInput(heartbeat.getArea(), heartbeat);
  }

  /** Lets time pass on the wall. */
  void pass(Duration time) {
    driver.advanceWallClockTime(time);
  }

  void sayBytes(String key, byte[] bytes) {
    reports.pipeInput(key, bytes);
  }

  List<Strike> strikes() {
    return read().stream().map(TestRecord::value).filter(Objects::nonNull).toList();
  }

  /** Ids of the strikes that were forgotten since it was last asked. */
  List<String> forgotten() {
    return read().stream().filter(record -> record.value() == null).map(TestRecord::key).toList();
  }

  private List<TestRecord<String, Strike>> read() {
    return strikes.readRecordsToList();
  }

  /** The newest row of each day that changed since it was last asked, by key. */
  Map<String, Optional<DayRow>> days() {
    var newest = new TreeMap<String, Optional<DayRow>>();
    days.readRecordsToList()
        .forEach(row -> newest.put(row.key(), Optional.ofNullable(row.value())));
    return newest;
  }

  List<Alert> alerts() {
    return alerts.readValuesToList();
  }

  /** Those about one kind of subject. */
  List<Alert> alerts(SubjectKind kind) {
    return alerts().stream().filter(alert -> alert.getSubject().getKind() == kind).toList();
  }

  /** The only one about a kind of subject. */
  Alert alert(SubjectKind kind) {
    var found = alerts(kind);
    assertThat(found).as(kind.name()).hasSize(1);
    return found.get(0);
  }

  List<Alert> privateAlerts() {
    return privateAlerts.readValuesToList();
  }

  List<TestRecord<byte[], byte[]>> rejected() {
    return rejected.readRecordsToList();
  }

  @Override
  public void close() {
    driver.close();
  }

  /** A day's count by an agency that knows the town alone. */
  static StrikeReport killedOn(String date, int killed) {
    var from = Instant.parse(date + "T00:00:00Z").minusSeconds(3 * 3600);
    return report("agency:" + date, "agency")
        .setOccurredFrom(from)
        .setOccurredUntil(from.plusSeconds(24 * 3600))
        .setTimePrecision(TimePrecision.DAY)
        .setReceivedAt(from.plusSeconds(24 * 3600))
        .setKilled(count(killed))
        .build();
  }

  /** A strike that somebody saw. */
  public static StrikeReport seen(
      String reportId, String source, String at, UnaryOperator<StrikeReport.Builder> details) {
    var instant = Instant.parse(at);
    return details
        .apply(
            report(reportId, source)
                .setOccurredFrom(instant)
                .setOccurredUntil(instant)
                .setTimePrecision(TimePrecision.MINUTE)
                .setReceivedAt(instant.plusSeconds(60))
                .setNeighbourhood(FARDOUS)
                .setPlaceBasis(PlaceBasis.NAME))
        .build();
  }

  static StrikeReport retracted(StrikeReport report) {
    return StrikeReport.newBuilder(report)
        .setRevision(report.getRevision() + 1)
        .setStatus(ReportStatus.RETRACTED)
        .build();
  }

  public static org.marsad.message.CountRange count(int n) {
    return new org.marsad.message.CountRange(n, n, n);
  }

  private static StrikeReport.Builder report(String reportId, String source) {
    return StrikeReport.newBuilder()
        .setReportId(reportId)
        .setRevision(1)
        .setStatus(ReportStatus.REPORTED)
        .setReality(Reality.ACTUAL)
        .setSource(new Source(source, SourceKind.OBSERVER, source))
        .setArea(TOWN)
        .setPlaceBasis(PlaceBasis.CODE)
        .setDelivery(DeliveryMeans.AIRCRAFT);
  }

  private static AreaProfile town() {
    return AreaProfile.newBuilder()
        .setCode(TOWN)
        .setVersion(1)
        .setKind(AreaKind.TOWN)
        .setNames(List.of(new LocalName("en", "Aleppo")))
        .setTimeZone("Asia/Damascus")
        .setLat(36.20)
        .setLon(37.16)
        .setRadiusMetres(8_000)
        .setNeighbourhoods(
            new ArrayList<>(
                List.of(
                    part(FARDOUS, LandUse.RESIDENTIAL, 36.187, 37.151),
                    part(RAMOUSEH, LandUse.INDUSTRIAL, 36.150, 37.135),
                    part(BUSTAN, LandUse.RESIDENTIAL, 36.191, 37.146))))
        .setSites(List.of(hospital(NORTH, 36.230, 37.150), hospital(EAST, 36.200, 37.190)))
        .build();
  }

  static Site hospital(String id, double lat, double lon) {
    return Site.newBuilder()
        .setSiteId(id)
        .setKind(SiteKind.HOSPITAL)
        .setNames(List.of(new LocalName("en", id)))
        .setLat(lat)
        .setLon(lon)
        .setCapacity(20)
        .setConfidential(false)
        .build();
  }

  static Neighbourhood part(String code, LandUse use, double lat, double lon) {
    return Neighbourhood.newBuilder()
        .setCode(code)
        .setNames(List.of(new LocalName("en", code)))
        .setLandUse(use)
        .setLat(lat)
        .setLon(lon)
        .setRadiusMetres(400)
        .build();
  }
}
