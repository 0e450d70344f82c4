package org.marsad.producer.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.config.JavalinConfig;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.marsad.message.Heartbeat;
import org.marsad.producer.places.AreaRegister;
import org.marsad.producer.publish.Fate;
import org.marsad.producer.report.HeartbeatJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /api/heartbeats}: that the source of the token is there, for one area or several.
 * Best effort: it is answered before the log has it, for the next one comes soon.
 */
public final class HeartbeatIntake implements Consumer<JavalinConfig> {
  /** Where heartbeats are posted. */
  public static final String PATH = "/api/heartbeats";

  private static final Logger LOG = LoggerFactory.getLogger(HeartbeatIntake.class);

  private final Door door;
  private final Pseudonyms pseudonyms;
  private final HeartbeatJson json;
  private final Function<Heartbeat, CompletableFuture<Fate>> publish;

  /**
   * An intake.
   *
   * @param door lets known sources in
   * @param publish hands a heartbeat over; the future never fails
   * @param clock says when it came
   */
  public HeartbeatIntake(
      Door door,
      Pseudonyms pseudonyms,
      AreaRegister areas,
      Function<Heartbeat, CompletableFuture<Fate>> publish,
      Clock clock) {
    this.door = door;
    this.pseudonyms = pseudonyms;
    this.json = new HeartbeatJson(areas, clock);
    this.publish = publish;
  }

  /** Adds the route to a server. */
  @Override
  public void accept(JavalinConfig config) {
    config.routes.post(PATH, request -> door.answer(request, "heartbeat", this::take));
  }

  private Answer take(JsonNode list, KnownSource source) {
    var known = source.known(pseudonyms);
    return Door.<Heartbeat>each(
        list, (entry, errors) -> json.read(entry, known, errors), this::publish);
  }

  private Answer publish(List<Heartbeat> heartbeats) {
    var taken = JsonNodeFactory.instance.arrayNode();
    for (var heartbeat : heartbeats) {
      var unused = publish.apply(heartbeat).thenAccept(fate -> report(heartbeat, fate));
      taken.addObject().put("area", heartbeat.getArea()).put("status", "taken");
    }
    return Answer.accepted(taken);
  }

  private static void report(Heartbeat heartbeat, Fate fate) {
    if (fate instanceof Fate.Refused refused) {
      LOG.warn("heartbeat lost area={} reason={}", heartbeat.getArea(), refused.reason());
    }
  }
}
