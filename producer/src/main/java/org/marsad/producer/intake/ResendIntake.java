package org.marsad.producer.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.config.JavalinConfig;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.marsad.producer.report.FieldError;
import org.marsad.producer.setaside.SentAgain;
import org.marsad.producer.setaside.SentAgain.Status;

/** {@code POST /api/rejected/resend}: the operator sends again what was set aside, by its ids. */
public final class ResendIntake implements Consumer<JavalinConfig> {
  /** Where ids are posted. */
  public static final String PATH = "/api/rejected/resend";

  private final Door door;
  private final Function<List<String>, List<SentAgain>> send;

  /**
   * An intake.
   *
   * @param door lets known sources in
   * @param send sends records again, by their ids in {@code rejected}
   */
  public ResendIntake(Door door, Function<List<String>, List<SentAgain>> send) {
    this.door = door;
    this.send = send;
  }

  /** Adds the route to a server. */
  @Override
  public void accept(JavalinConfig config) {
    config.routes.post(PATH, request -> door.answerWhenOpen(request, "record", this::take));
  }

  private Answer take(JsonNode list, KnownSource source) {
    if (!source.operator()) {
      return Answer.forbidden();
    }
    return Door.<String>each(
        list,
        (entry, errors) -> {
          var id = entry.path("id");
          if (!id.isTextual()) {
            errors.add(
                new FieldError("id", id.toString(), "the id of a record that was set aside"));
          }
          return id.textValue();
        },
        ids -> answer(send.apply(ids)));
  }

  private static Answer answer(List<SentAgain> all) {
    var entries = JsonNodeFactory.instance.arrayNode();
    for (var one : all) {
      var entry = entries.addObject().put("id", one.id());
      entry.put("status", one.status().name().toLowerCase(Locale.ROOT));
      if (!one.reason().isEmpty()) {
        entry.put("reason", one.reason());
      }
    }
    return Answer.ofEach(entries, all.stream().anyMatch(one -> one.status() == Status.REFUSED));
  }
}
