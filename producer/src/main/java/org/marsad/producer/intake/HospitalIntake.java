package org.marsad.producer.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.marsad.message.HospitalStatus;
import org.marsad.producer.places.AreaRegister;
import org.marsad.producer.publish.Fate;
import org.marsad.producer.report.HospitalStatusJson;

/**
 * {@code POST /api/hospital-status}: what hospitals say of themselves, one or many, answered when
 * each is in the log for every area that lists the hospital. A token may speak for its own sites
 * only; a confidential one needs its key as well.
 */
public final class HospitalIntake implements Consumer<JavalinConfig> {
  /** Where statuses are posted. */
  public static final String PATH = "/api/hospital-status";

  private final Door door;
  private final HospitalStatusJson json;
  private final Function<HospitalStatus, CompletableFuture<Fate>> publish;

  /**
   * An intake.
   *
   * @param door lets known sources in
   * @param publish hands a status over; the future never fails
   * @param clock says when it came, where the hospital does not
   */
  public HospitalIntake(
      Door door,
      AreaRegister areas,
      Function<HospitalStatus, CompletableFuture<Fate>> publish,
      Clock clock) {
    this.door = door;
    this.json = new HospitalStatusJson(areas, SiteKeys::opens, clock);
    this.publish = publish;
  }

  /** Adds the route to a server. */
  @Override
  public void accept(JavalinConfig config) {
    config.routes.post(PATH, request -> door.answer(request, "hospital status", this::take));
  }

  private Answer take(JsonNode list, KnownSource source) {
    return Door.<List<HospitalStatus>>each(
        list, (entry, errors) -> json.read(entry, source::speaksFor, errors), this::publish);
  }

  private Answer publish(List<List<HospitalStatus>> statuses) {
    return Answer.ofFates(
        statuses.stream().map(copies -> entry(copies.get(0))).toList(),
        statuses.stream().map(this::publishToAll).toList());
  }

  private static ObjectNode entry(HospitalStatus status) {
    return JsonNodeFactory.instance.objectNode().put("siteId", status.getSiteId());
  }

  private CompletableFuture<Fate> publishToAll(List<HospitalStatus> copies) {
    return copies.stream()
        .map(publish)
        .reduce((one, other) -> one.thenCombine(other, HospitalIntake::worse))
        .orElseThrow();
  }

  /** A status that one area misses counts as refused: sending it again is harmless. */
  private static Fate worse(Fate one, Fate other) {
    return one instanceof Fate.Refused ? one : other;
  }
}
