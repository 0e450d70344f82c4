package org.marsad.standalone.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.marsad.consumer.operations.answers.AnswerDesk;
import org.marsad.consumer.operations.explain.EvidenceReader;
import org.marsad.consumer.operations.explain.Explanation;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Alert;
import org.marsad.message.Delivery;
import org.marsad.message.Strike;
import org.marsad.message.StrikeReport;
import org.marsad.processor.settings.Rules;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.TopicReader;
import org.marsad.schemas.Topics;
import org.marsad.standalone.ExplainThresholds;

/**
 * Takes all that anybody but the site and the administrator can get. The topics {@code areas} and
 * {@code hospital-status} stay out: they are what the operator and the hospitals themselves wrote,
 * for the processor to read.
 */
final class Burglar {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> GUESSES =
      List.of("site:", "hospital:", "hospital:aleppo:hidden", "strike:", "nothing");

  /** Ids of acts are drawn by lot, and how long ago the broker answered is the wall clock's. */
  private static final Pattern OF_THE_RUN =
      Pattern.compile(
          "\"brokerSecondsAgo\":\\d+|\"reason\":\"the broker has not answered [^\"]*\","
              + "|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private static final Pattern CAP_LINK = Pattern.compile("/feeds/[^\"<>]*/cap/[^\"<>]*\\.xml");

  private final Map<String, Object> kafka;
  private final Topics topics;
  private final Browser desks;
  private final Browser feeds;
  private final Ears ears;
  private final String terminal;
  private final TreeMap<String, List<String>> taken = new TreeMap<>();

  Burglar(
      Map<String, Object> kafka,
      Topics topics,
      Browser desks,
      Browser feeds,
      Ears ears,
      String terminal) {
    this.kafka = kafka;
    this.topics = topics;
    this.desks = desks;
    this.feeds = feeds;
    this.ears = ears;
    this.terminal = terminal;
  }

  /**
   * All of it.
   *
   * @param answers that posts were given, by who posted
   */
  Loot take(Map<String, List<String>> answers) throws Exception {
    answers.forEach((who, texts) -> put("answers to " + who, texts));
    inTheirOrder(topics.reports(), StrikeReport.class, true);
    inTheirOrder(topics.strikes(), Strike.class, true);
    inTheirOrder(topics.alerts(), Alert.class, true);
    inTheirOrder(topics.rejected(), StrikeReport.class, true);
    inTheirOrder(topics.acknowledgements(), Acknowledgement.class, false);
    for (var topic : List.of(topics.decisions(), topics.heartbeats(), topics.mutes())) {
      put(
          "topic " + topic,
          TopicReader.readAll(kafka, topic).stream().map(Object::toString).toList());
    }
    deliveries();
    ofTheDesks();
    ofTheFeeds();
    ofTheCommandLine();
    put("terminal", terminal.lines().toList());
    var own = new TreeMap<String, List<String>>();
    ears.heard()
        .forEach(
            (who, texts) -> {
              if (who.endsWith(" " + Audience.OWN)) {
                own.put(who, texts);
              } else {
                put("channel " + who, texts);
              }
            });
    return new Loot(taken, own, privately());
  }

  private void put(String where, List<String> what) {
    taken.put(where, what);
  }

  /** Every record with its offset; with its time where that is not the wall clock's. */
  private <T extends SpecificRecord> void inTheirOrder(
      String topic, Class<T> type, boolean withTimes) {
    var codec = MessageCodec.of(type);
    put(
        "topic " + topic,
        TopicReader.readAll(kafka, topic).stream()
            .map(
                record ->
                    "%d/%d %s %s %s %s"
                        .formatted(
                            record.partition(),
                            record.offset(),
                            new String(record.key(), UTF_8),
                            withTimes ? record.timestamp() : "",
                            headers(record),
                            codec.decode(record.value())))
            .toList());
  }

  private static String headers(ConsumerRecord<byte[], byte[]> record) {
    return Arrays.stream(record.headers().toArray()).map(Burglar::header).toList().toString();
  }

  private static String header(Header header) {
    return header.key()
        + "="
        + (header.value() == null ? "" : HexFormat.of().formatHex(header.value()));
  }

  /** Receivers answer in any order, so each recipient's are compared by themselves. */
  private void deliveries() {
    var codec = MessageCodec.of(Delivery.class);
    var byKey = new TreeMap<String, List<String>>();
    var perPartition = new TreeMap<Integer, Long>();
    for (var record : TopicReader.readAll(kafka, topics.deliveries())) {
      var key = new String(record.key(), UTF_8);
      byKey
          .computeIfAbsent(key, unknown -> new ArrayList<>())
          .add(codec.decode(record.value()).toString());
      perPartition.merge(record.partition(), record.offset(), Math::max);
    }
    put("topic " + topics.deliveries(), byKey.entrySet().stream().map(Object::toString).toList());
    put("ends of " + topics.deliveries(), List.of(perPartition.toString()));
  }

  private void ofTheDesks() throws IOException, InterruptedException {
    var paths =
        new ArrayList<>(
            List.of(
                "/alerts?limit=1000",
                "/alerts?area=aleppo&finding=PROTECTED_SITE_STRIKE",
                "/alerts?subject=SITE",
                "/alerts?subject=HOSPITAL",
                "/strikes",
                "/areas",
                "/days?scope=aleppo",
                "/hospitals",
                "/mutes",
                "/subscribers",
                "/sources",
                "/audit",
                "/decisions",
                "/rejected",
                "/users",
                "/status"));
    for (var id : someOfEachKind()) {
      paths.add("/alerts/" + id);
      paths.add("/alerts/" + id + "/explanation");
    }
    for (var guess : GUESSES) {
      paths.add("/alerts/" + guess);
    }
    for (var user : Desks.NAMES) {
      for (var path : paths) {
        var answer = desks.get("/api/v1" + path, Tokens.of(user));
        var lines = answer.lines().map(Burglar::inOneOrder);
        put(user + " " + path, lines.map(line -> OF_THE_RUN.matcher(line).replaceAll("")).toList());
      }
    }
    put("events of the desks", desks.events());
  }

  /** Receivers answer in any order, so lists of deliveries are sorted. */
  private static String inOneOrder(String line) {
    try {
      var said = line.startsWith("{") ? JSON.readTree(line) : null;
      if (said == null || !said.has("alertId")) {
        return line;
      }
      for (var name : List.of("deliveries", "timeline")) {
        if (said.get(name) instanceof ArrayNode list) {
          var all = list.valueStream().sorted(Comparator.comparing(JsonNode::toString)).toList();
          list.removeAll();
          list.addAll(all);
        }
      }
      return said.toString();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(line, e);
    }
  }

  private void ofTheFeeds() throws IOException, InterruptedException {
    for (var reader : List.of("public", Audience.CREW, SiteWorld.MILL, "radio", "operations")) {
      var token = Tokens.of("feed-" + reader);
      for (var file : List.of("atom.xml", "alerts.geojson")) {
        var path = "/feeds/" + reader + "/" + file;
        var text = feeds.get(path, token);
        put("feed " + path, List.of(text));
        var messages = new TreeSet<String>();
        CAP_LINK.matcher(text).results().forEach(link -> messages.add(link.group()));
        for (var message : messages) {
          put("feed " + message, List.of(feeds.get(message, token)));
        }
      }
    }
    for (var stranger : List.of(Audience.OWN, "no-such-reader")) {
      put(
          "feed of " + stranger,
          List.of(
              feeds.get("/feeds/" + stranger + "/atom.xml", Tokens.of("feed-" + Audience.CREW))));
    }
  }

  /** The newest alert of each kind. */
  private Collection<String> someOfEachKind() {
    var codec = MessageCodec.of(Alert.class);
    var ofEachKind = new LinkedHashMap<String, String>();
    TopicReader.readAll(kafka, topics.alerts())
        .forEach(
            record -> {
              var alert = codec.decode(record.value());
              ofEachKind.put(
                  alert.getReality() + " " + alert.getSubject().getKind(), alert.getAlertId());
            });
    return ofEachKind.values();
  }

  /** One alert of each kind, and what is said of ids that are guessed. */
  private void ofTheCommandLine() throws IOException {
    var reader = new EvidenceReader(kafka, topics);
    var desk = new AnswerDesk(kafka, topics);
    for (var id : someOfEachKind()) {
      put(
          "explain " + id,
          Explanation.of(reader.read(id), null, ExplainThresholds.of(Rules.DEFAULTS)));
      put("deliveries " + id, desk.story(desk.find(id)).lines().stream().sorted().toList());
    }
    for (var guess : GUESSES) {
      put("explain " + guess, List.of(failure(() -> reader.read(guess))));
      put("deliveries " + guess, List.of(failure(() -> desk.find(guess))));
    }
  }

  /** Something that is asked of the command line. */
  private interface Question {
    Object ask() throws IOException;
  }

  private static String failure(Question question) {
    try {
      return "found " + question.ask();
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private List<String> privately() {
    var codec = MessageCodec.of(Alert.class);
    return TopicReader.readAll(kafka, topics.privateAlerts()).stream()
        .map(record -> codec.decode(record.value()))
        .map(
            alert ->
                "%s %s %s"
                    .formatted(
                        alert.getReality(), alert.getSubject().getKind(), alert.getAddressee()))
        .toList();
  }
}
