package org.marsad.consumer.operations.board;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.audience.Confidential;
import org.marsad.consumer.audience.Role;
import org.marsad.consumer.audience.SeenFields;
import org.marsad.consumer.operations.answers.DeliveryStory;
import org.marsad.consumer.operations.mutes.MuteState;
import org.marsad.consumer.text.MuteText;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Alert;
import org.marsad.message.AreaProfile;
import org.marsad.message.AuditEvent;
import org.marsad.message.DayRow;
import org.marsad.message.Delivery;
import org.marsad.message.Heartbeat;
import org.marsad.message.HospitalStatus;
import org.marsad.message.MessageType;
import org.marsad.message.Mute;
import org.marsad.message.Reality;
import org.marsad.message.SourceKind;
import org.marsad.message.Strike;
import org.marsad.message.SubjectKind;
import org.marsad.schemas.DayKeys;
import org.marsad.schemas.Findings;
import org.marsad.schemas.MessageJson;

/**
 * The newest of everything, and for each viewer what it may see of the alerts. A viewer's book is
 * made when it is first asked for. Thread-safe: one lock guards all, and nothing waits under it.
 */
public final class Board {
  /** How many strikes are kept, the newest by occurredFrom. */
  public static final int MOST_STRIKES = 20_000;

  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private final AreaDirectory areas;
  private final Predicate<String> confidential;
  private final Clock clock;
  private final Instant since;
  private final AlertJson json;
  private final Shelf open = new Shelf();
  private final Shelf hidden = new Shelf();
  private final Map<String, ViewBook> books = new HashMap<>();
  private final LatestRevisions<StrikeItem> strikes = new LatestRevisions<>(MOST_STRIKES);

  /** Deliveries of which readers have not been told yet. */
  private final Set<Delivered> delivered = new LinkedHashSet<>();

  private final SourceBook sources = new SourceBook();
  private final Map<String, HospitalStatus> hospitals = new TreeMap<>();
  private final Map<String, Mute> mutes = new TreeMap<>();
  private final TreeMap<String, DayRow> days = new TreeMap<>(); // by the topic's key
  private final Unreadable unreadable = new Unreadable();
  private final BooleanSupplier isLive;

  private record Delivered(String alertId, String subscriber, boolean isPrivate) {}

  /**
   * An empty board.
   *
   * @param areas fed by {@link #onArea}
   * @param confidential whether a subscriber, by its id, stands for a confidential site
   * @param isLive whether all that there was at the start has been read; readers are told of what
   *     comes after that
   */
  public Board(
      AreaDirectory areas, Predicate<String> confidential, BooleanSupplier isLive, Clock clock) {
    this.isLive = isLive;
    this.areas = areas;
    this.confidential = confidential;
    this.clock = clock;
    this.since = clock.instant();
    this.json = new AlertJson(areas);
    for (var viewer : OperationsViewer.values()) {
      books.put(viewer.key(), new ViewBook(viewer));
    }
  }

  /** When the board began, UTC. */
  public Instant since() {
    return since;
  }

  /** The areas, their names and profiles. */
  public AreaDirectory areas() {
    return areas;
  }

  /** What could not be read. */
  public Unreadable unreadable() {
    return unreadable;
  }

  /** How alerts are written. */
  public AlertJson json() {
    return json;
  }

  /** The book of a viewer; a new one where what the viewer may see has changed. */
  public synchronized ViewBook book(Viewer viewer) {
    var known = books.get(viewer.key());
    if (known != null && known.viewer().equals(viewer)) {
      return known;
    }
    var book = new ViewBook(viewer);
    for (var id : alertIds()) {
      book.review(id, shown(id), isPrivate(id));
    }
    books.put(viewer.key(), book);
    if (known != null) {
      known.events().close(); // its readers come back to the new one
    }
    return book;
  }

  /** Readers of the streams now of whom a viewer may know, a count. */
  public synchronized int readers(Viewer viewer) {
    return books.values().stream()
        .filter(book -> maySee(viewer, book.viewer().subscriber()))
        .mapToInt(book -> book.events().clients())
        .sum();
  }

  /** Sends a frame without id to all readers of all streams. */
  public synchronized void send(byte[] frame) {
    books.values().forEach(book -> book.events().send(frame));
  }

  /** Ends all streams. */
  public synchronized void closeStreams() {
    books.values().forEach(book -> book.events().close());
  }

  // --- what comes from the topics -------------------------------------------------------------

  synchronized void onAlert(Alert alert, byte[] bytes, boolean isPrivate) {
    var id = alert.getAlertId();
    var other = shelf(!isPrivate).alerts.revision(id);
    if (other >= alert.getRevision() || !shelf(isPrivate).alerts.put(alert, bytes)) {
      return;
    }
    var shown = shown(alert, isPrivate);
    for (var book : books.values()) {
      if (shown.isPresent()) {
        book.take(shown.get(), isPrivate).ifPresent(item -> publish(book, item));
      } else {
        book.review(id, List.of(), isPrivate);
      }
    }
  }

  synchronized void onStrike(Strike strike) {
    var item = StrikeItem.of(strike);
    if (strikes.put(item)) {
      toOperations("strike", item.feature());
    }
  }

  /** An area's profile. Of alerts that name a site which is confidential by now, less is seen. */
  synchronized void onArea(AreaProfile area) {
    if (!areas.onProfile(area)) {
      return;
    }
    var ids = new LinkedHashSet<>(open.alerts.ofArea(area.getCode()));
    ids.addAll(hidden.alerts.ofArea(area.getCode()));
    for (var id : ids) {
      for (var book : books.values()) {
        book.review(id, shown(id), isPrivate(id)).ifPresent(item -> publish(book, item));
      }
    }
  }

  synchronized void onAcknowledgement(Acknowledgement answer, boolean isPrivate) {
    shelf(isPrivate).answers.add(answer);
    for (var book : books.values()) {
      if (shelves(book.viewer()).contains(shelf(isPrivate))
          && seesAnswersOf(book.viewer(), answer.getSubscriber())) {
        book.find(answer.getAlertId())
            .flatMap(item -> answers(book.viewer(), item.id()))
            .ifPresent(view -> publish(book, "answers", view));
      }
    }
  }

  synchronized void onDelivery(Delivery delivery, boolean isPrivate) {
    shelf(isPrivate).deliveries.add(delivery);
    delivered.add(new Delivered(delivery.getAlertId(), delivery.getSubscriber(), isPrivate));
  }

  synchronized void onDay(DayRow row) {
    days.put(DayKeys.of(row.getReality(), row.getScopeCode(), row.getDay()), row);
  }

  synchronized void onHospital(HospitalStatus status) {
    var key = status.getSiteId() + "/" + status.getReality();
    var known = hospitals.get(key);
    if (known == null
        || (!known.getUpdatedAt().isAfter(status.getUpdatedAt()) && !known.equals(status))) {
      hospitals.put(key, status);
      for (var book : books.values()) {
        if (seesHospital(book.viewer(), status.getSiteId())) {
          publish(book, "hospital", SeenFields.of(status, book.viewer().role()));
        }
      }
    }
  }

  synchronized void onMute(Mute mute) {
    mutes.put(mute.getMuteId(), mute);
    var view = SeenFields.of(mute, Role.OPS);
    for (var book : books.values()) {
      if (book.viewer().subscriber() == null && maySee(book.viewer(), mute.getSubscriber())) {
        publish(book, "mute", view);
      }
    }
  }

  synchronized void onAudit(AuditEvent event, boolean isPrivate) {
    shelf(isPrivate).add(event);
  }

  synchronized void onReport(String source, SourceKind kind, String area, Instant receivedAt) {
    sources.onReport(source, kind, area, receivedAt);
  }

  synchronized void onHeartbeat(Heartbeat heartbeat) {
    sources.onHeartbeat(
        heartbeat.getSource().getId(),
        heartbeat.getSource().getKind(),
        heartbeat.getArea(),
        heartbeat.getSentAt(),
        heartbeat.getEverySeconds());
  }

  // --- what the topics remove, by its key --------------------------------------------------------

  synchronized void removeArea(String code) {
    areas.remove(code);
  }

  synchronized void removeStrike(String strikeId) {
    strikes.forget(strikeId);
  }

  synchronized void removeDay(String key) {
    days.remove(key);
  }

  synchronized void removeMute(String muteId) {
    mutes.remove(muteId);
  }

  synchronized void removeDeliveries(String key, boolean isPrivate) {
    shelf(isPrivate).deliveries.remove(key);
  }

  // --- what is asked --------------------------------------------------------------------------

  /** Whether an alert is for a confidential site alone. */
  public synchronized boolean isPrivate(String alertId) {
    return hidden.alerts.revision(alertId) > open.alerts.revision(alertId);
  }

  private Shelf shelf(boolean isPrivate) {
    return isPrivate ? hidden : open;
  }

  /** Where a viewer may look: a subscriber in both, for what is its own there. */
  private List<Shelf> shelves(Viewer viewer) {
    return viewer.seesPrivate() || viewer.subscriber() != null
        ? List.of(open, hidden)
        : List.of(open);
  }

  private Set<String> alertIds() {
    var ids = new LinkedHashSet<>(open.alerts.ids());
    ids.addAll(hidden.alerts.ids());
    return ids;
  }

  /**
   * The alerts that a viewer sees and that match, newest first. They are written without the lock:
   * that takes its time.
   */
  public ObjectNode alerts(Viewer viewer, AlertFilter filter, int limit) {
    var listing = book(viewer).list(filter, limit);
    var page = JsonNodeFactory.instance.objectNode();
    page.put("total", listing.total());
    var list = page.putArray("alerts");
    for (var item : listing.items()) {
      list.add(listed(viewer, item));
    }
    if (listing.total() > listing.items().size()) {
      var last = listing.items().get(listing.items().size() - 1);
      page.put("next", new AlertFilter.Cursor(last.at(), last.id()).text());
    }
    return page;
  }

  /** An alert as a list has it: with its answers, and with how many were told. */
  private synchronized ObjectNode listed(Viewer viewer, AlertItem item) {
    var listed = JsonNodeFactory.instance.objectNode();
    listed.setAll(item.brief(json, viewer, areas.changes()));
    answers(viewer, item.id()).ifPresent(view -> listed.set("answers", view.get("answers")));
    if (viewer.subscriber() == null) {
      listed.set("told", reach(viewer, item.id()).json());
    }
    return listed;
  }

  private Reach reach(Viewer viewer, String alertId) {
    return Reach.of(deliveries(viewer, alertId));
  }

  /** Says of each alert that was delivered since the last call how many were told. */
  public synchronized void tellReach() {
    for (var book : books.values()) {
      var viewer = book.viewer();
      delivered.stream()
          .filter(each -> viewer.subscriber() == null && maySee(viewer, each))
          .map(Delivered::alertId)
          .distinct()
          .filter(id -> book.find(id).isPresent())
          .forEach(id -> publish(book, "told", reach(viewer, id).json().put("alertId", id)));
    }
    delivered.clear();
  }

  private boolean maySee(Viewer viewer, Delivered each) {
    return shelves(viewer).contains(shelf(each.isPrivate())) && maySee(viewer, each.subscriber());
  }

  /** An alert with its answers, its deliveries and its story; empty where it may not be known. */
  public synchronized Optional<ObjectNode> alert(Viewer viewer, String id) {
    return book(viewer).find(id).map(item -> story(viewer, item));
  }

  /** The ids of the alerts that a viewer sees and that begin so. */
  public synchronized List<String> idsFrom(Viewer viewer, String beginning, int most) {
    return book(viewer).list(item -> item.id().startsWith(beginning), most).items().stream()
        .map(AlertItem::id)
        .toList();
  }

  private ObjectNode story(Viewer viewer, AlertItem item) {
    var whole = json.whole(viewer, item.alert());
    answers(viewer, item.id()).ifPresent(view -> whole.set("answers", view.get("answers")));
    var events = new ArrayList<ObjectNode>();
    Alert earlier = null;
    for (var revision : shown(item.id())) {
      var view = viewer.view(revision, item.isPrivate());
      if (view.isPresent()) {
        events.add(json.revision(view.get(), earlier));
        earlier = view.get();
      }
    }
    if (viewer.subscriber() == null) {
      var told = whole.putArray("deliveries");
      for (var delivery : deliveries(viewer, item.id())) {
        told.add(SeenFields.of(delivery, Role.OPS));
        events.add(event("DELIVERY", SeenFields.of(delivery, Role.OPS)));
      }
    }
    whole
        .path("answers")
        .forEach(answer -> events.add(event("ANSWER", ((ObjectNode) answer).deepCopy())));
    events.sort(Comparator.comparing(event -> Instant.parse(event.path("at").asText())));
    if (viewer.subscriber() == null) {
      whole.set("told", reach(viewer, item.id()).json());
    }
    whole.putArray("timeline").addAll(events);
    return whole;
  }

  /** Who was told of an alert and who answered; empty where a viewer may not know of it. */
  public synchronized Optional<DeliveryStory> told(Viewer viewer, String id) {
    return book(viewer)
        .find(id)
        .map(
            item ->
                new DeliveryStory(
                    item.alert(),
                    deliveries(viewer, id),
                    shelves(viewer).stream()
                        .flatMap(
                            shelf ->
                                shelf
                                    .answers
                                    .words(id, one -> !seesAnswersOf(viewer, one))
                                    .stream())
                        .toList()));
  }

  private static ObjectNode event(String kind, ObjectNode json) {
    json.remove("alertId");
    return json.put("kind", kind);
  }

  /** Who answered an alert, as a viewer may see it; a bound one sees its own answers alone. */
  public synchronized Optional<ObjectNode> answers(Viewer viewer, String alertId) {
    return shelves(viewer).stream()
        .flatMap(
            shelf -> shelf.answers.of(alertId, other -> !seesAnswersOf(viewer, other)).stream())
        .reduce(
            (one, other) -> {
              one.withArray("answers").addAll(other.withArray("answers"));
              return one;
            });
  }

  private List<Delivery> deliveries(Viewer viewer, String alertId) {
    return shelves(viewer).stream()
        .flatMap(shelf -> shelf.deliveries.of(alertId).stream())
        .filter(delivery -> maySee(viewer, delivery.getSubscriber()))
        .toList();
  }

  /** How the channels fare of whom a viewer may know. */
  private Map<DeliveryBook.Channel, DeliveryBook.State> channels(Viewer viewer) {
    var channels = new TreeMap<DeliveryBook.Channel, DeliveryBook.State>();
    for (var shelf : shelves(viewer)) {
      channels.putAll(shelf.deliveries.channels());
    }
    channels.keySet().removeIf(channel -> !maySee(viewer, channel.subscriber()));
    return channels;
  }

  private boolean seesAnswersOf(Viewer viewer, String subscriber) {
    var own = viewer.subscriber();
    return own == null ? maySee(viewer, subscriber) : own.equals(subscriber);
  }

  /** The newest strikes as GeoJSON. */
  public synchronized ObjectNode strikes(
      @Nullable String area, @Nullable Instant from, @Nullable String reality, int limit) {
    var listing =
        strikes.list(
            item ->
                (area == null || area.equals(item.area()))
                    && (reality == null || reality.equals(item.reality()))
                    && (from == null || !item.at().isBefore(from)),
            limit);
    var collection = JsonNodeFactory.instance.objectNode().put("type", "FeatureCollection");
    collection.put("total", listing.total());
    var features = collection.putArray("features");
    listing.items().forEach(item -> features.add(item.feature()));
    return collection;
  }

  /**
   * What days come to, oldest first, with the numbers that the rules used.
   *
   * @param scopeCode code of an area or a neighbourhood
   */
  public synchronized ObjectNode days(
      Viewer viewer, String scopeCode, Reality reality, @Nullable LocalDate from) {
    var first = DayKeys.of(reality, scopeCode, from == null ? FIRST_DAY : from);
    var last = DayKeys.of(reality, scopeCode, LAST_DAY);
    var answer = JsonNodeFactory.instance.objectNode();
    var list = answer.putArray("days");
    days.tailMap(first)
        .headMap(last)
        .values()
        .forEach(row -> list.add(SeenFields.of(row, viewer.role())));
    return answer;
  }

  /** The hospitals that a viewer may know of, with what they say of themselves. */
  public synchronized ObjectNode hospitals(Viewer viewer) {
    var answer = JsonNodeFactory.instance.objectNode();
    var list = answer.putArray("hospitals");
    for (var hospital : HospitalList.of(areas.profiles()).entrySet()) {
      if (seesHospital(viewer, hospital.getKey())) {
        var entry = list.add(hospital.getValue()).get(list.size() - 1);
        var statuses = ((ObjectNode) entry).putArray("statuses");
        hospitals.values().stream()
            .filter(status -> status.getSiteId().equals(hospital.getKey()))
            .forEach(status -> statuses.add(SeenFields.of(status, viewer.role())));
      }
    }
    return answer;
  }

  /** Whether a viewer may know of a hospital: not of a confidential one, unless it is its own. */
  public synchronized boolean seesHospital(Viewer viewer, String siteId) {
    return viewer.subscriber() == null
        ? viewer.seesPrivate() || !areas.isConfidential(siteId)
        : siteId.equals(viewer.site()) && viewer.role() == Role.HOSPITAL;
  }

  /** The mutes that a viewer may know of, with what has become of each. */
  public synchronized ObjectNode mutes(Viewer viewer) {
    var answer = JsonNodeFactory.instance.objectNode();
    var list = answer.putArray("mutes");
    mutes.values().stream()
        .filter(mute -> maySee(viewer, mute.getSubscriber()))
        .sorted(Comparator.comparing(Mute::getSetAt).reversed())
        .forEach(
            mute ->
                list.add(
                    SeenFields.of(mute, Role.OPS)
                        .put("state", state(mute).name())
                        .put("text", MuteText.of(mute))));
    return answer;
  }

  /** A mute, where there is one that a viewer may know of. */
  public synchronized Optional<Mute> mute(Viewer viewer, String id) {
    return Optional.ofNullable(mutes.get(id)).filter(mute -> maySee(viewer, mute.getSubscriber()));
  }

  /** Mutes that stand now and that a viewer may know of, a count. */
  public synchronized long standingMutes(Viewer viewer) {
    return mutes.values().stream()
        .filter(mute -> state(mute) == MuteState.STANDING)
        .filter(mute -> maySee(viewer, mute.getSubscriber()))
        .count();
  }

  private MuteState state(Mute mute) {
    return MuteState.of(mute, clock.instant());
  }

  /** What users did, newest first; of what is about confidential sites none but for ADMIN. */
  public synchronized ObjectNode audit(Viewer viewer, @Nullable String user, int limit) {
    var acts = new ArrayList<Shelf.Act>();
    var total = 0;
    for (var shelf : viewer.seesPrivate() ? List.of(open, hidden) : List.of(open)) {
      var listing =
          shelf.acts.list(act -> user == null || user.equals(act.event().getUser()), limit);
      acts.addAll(listing.items());
      total += listing.total();
    }
    acts.sort(Comparator.comparing(Shelf.Act::at).reversed());
    var answer = JsonNodeFactory.instance.objectNode().put("total", total);
    var list = answer.putArray("events");
    acts.stream()
        .limit(limit)
        .map(Shelf.Act::event)
        .forEach(
            event ->
                list.add(
                    viewer.seesPrivate()
                        ? MessageJson.tree(event)
                        : SeenFields.of(event, Role.OPS)));
    return answer;
  }

  /** How the channels of a subscriber fare; empty where nothing was ever meant for it. */
  public synchronized ArrayNode channels(Viewer viewer, String subscriber) {
    var list = JsonNodeFactory.instance.arrayNode();
    channels(viewer)
        .forEach(
            (channel, state) -> {
              if (channel.subscriber().equals(subscriber)) {
                var entry = list.addObject().put("channel", channel.name());
                if (state.lastSuccessAt() != null) {
                  entry.put("lastSuccessAt", state.lastSuccessAt().toString());
                }
                entry
                    .put("lastOutcome", state.lastOutcome().name())
                    .put("lastAt", state.lastAt().toString())
                    .put("notTold", state.notTold());
                if (state.lastReason() != null) {
                  entry.put("lastReason", state.lastReason());
                }
              }
            });
    return list;
  }

  /** Subscribers for whom something was ever meant, as far as a viewer may know of them. */
  public synchronized List<String> subscribersHeardOf(Viewer viewer) {
    return channels(viewer).keySet().stream()
        .map(DeliveryBook.Channel::subscriber)
        .distinct()
        .toList();
  }

  /** Whether something of an alert was meant for a subscriber of whom a viewer may know. */
  public synchronized boolean wasConcerned(Viewer viewer, String alertId, String subscriber) {
    return deliveries(viewer, alertId).stream()
        .anyMatch(delivery -> delivery.getSubscriber().equals(subscriber));
  }

  /** Code of the area that lists a hospital first; empty where none does. */
  public synchronized Optional<String> areaOfHospital(String siteId) {
    return Optional.ofNullable(HospitalList.of(areas.profiles()).get(siteId))
        .map(hospital -> hospital.path("area").asText());
  }

  /** Channels that could not tell their subscriber the last time, a count. */
  public synchronized long channelsNotTelling(Viewer viewer) {
    return channels(viewer).values().stream().filter(state -> state.notTold() > 0).count();
  }

  /** The sources: when each was last heard, and whether it is silent. */
  public synchronized ObjectNode sources() {
    var answer = JsonNodeFactory.instance.objectNode();
    var list = answer.putArray("sources");
    var silences = book(OperationsViewer.DESK).list(Board::isSilence, Integer.MAX_VALUE).items();
    sources
        .all()
        .forEach(
            (id, source) -> {
              var entry = list.addObject().put("id", id);
              entry.put("kind", source.kind().name()).put("area", source.area());
              if (source.lastHeardAt() != null) {
                entry.put("lastHeardAt", source.lastHeardAt().toString());
              }
              if (source.everySeconds() > 0) {
                entry.put("everySeconds", source.everySeconds());
              }
              entry.put("silent", silences.stream().anyMatch(item -> isOf(item.alert(), source)));
            });
    return answer;
  }

  /** Sources that are silent, a count. */
  public synchronized long silentSources() {
    return book(OperationsViewer.DESK).list(Board::isSilence, Integer.MAX_VALUE).total();
  }

  private static boolean isSilence(AlertItem item) {
    return item.alert().getSubject().getKind() == SubjectKind.SOURCE
        && item.alert().getMessageType() != MessageType.CANCEL;
  }

  /** The alert names no source; the time of its last word tells which one it is. */
  private static boolean isOf(Alert alert, SourceBook.Seen source) {
    var silence = Findings.silentSource(alert);
    return silence != null
        && alert.getArea().equals(source.area())
        && silence.getLastHeardAt().equals(source.lastHeartbeatAt());
  }

  /** Whether a subscriber stands for a confidential site. */
  public synchronized boolean isConfidential(String subscriber) {
    return hidden.deliveries.knows(subscriber) || confidential.test(subscriber);
  }

  /** Whether a viewer may know of a subscriber; of none in particular everybody may. */
  public synchronized boolean maySee(Viewer viewer, @Nullable String subscriber) {
    return viewer.seesPrivate() || subscriber == null || !isConfidential(subscriber);
  }

  private List<Alert> shown(String id) {
    var isPrivate = isPrivate(id);
    var revisions = new ArrayList<>(open.alerts.revisions(id));
    if (isPrivate) {
      revisions.addAll(hidden.alerts.revisions(id));
    }
    return revisions.stream().flatMap(alert -> shown(alert, isPrivate).stream()).toList();
  }

  private Optional<Alert> shown(Alert alert, boolean isPrivate) {
    return isPrivate ? Optional.of(alert) : Confidential.without(alert, areas::profile);
  }

  private void publish(ViewBook book, AlertItem item) {
    if (isLive.getAsBoolean()) {
      book.publish("alert", item.brief(json, book.viewer(), areas.changes()));
      answers(book.viewer(), item.id()).ifPresent(view -> book.publish("answers", view));
    }
  }

  private void publish(ViewBook book, String event, ObjectNode view) {
    if (isLive.getAsBoolean()) {
      book.publish(event, view);
    }
  }

  private void toOperations(String event, ObjectNode view) {
    for (var book : books.values()) {
      if (book.viewer().subscriber() == null) {
        publish(book, event, view);
      }
    }
  }
}
