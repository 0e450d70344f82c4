package org.marsad.consumer.operations.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.fixtures.Alerts;
import org.marsad.consumer.fixtures.Records;
import org.marsad.consumer.operations.answers.AnswerDesk;
import org.marsad.consumer.operations.answers.DeliveryStory;
import org.marsad.consumer.operations.board.Board;
import org.marsad.consumer.operations.board.OperationsViewer;
import org.marsad.consumer.operations.explain.Evidence;
import org.marsad.consumer.operations.explain.EvidenceReader;
import org.marsad.message.Alert;
import org.marsad.schemas.Topics;

class ExplainRoutesTest {
  private static final Topics TOPICS = new Topics("");
  private static final Alert ALERT = Alerts.residential().build();

  private final Clock clock = Clock.fixed(Records.NOON, ZoneOffset.UTC);
  private final AreaDirectory areas = new AreaDirectory();
  private final Board board =
      new Board(areas, id -> id.equals("secret-subscriber"), () -> true, clock);
  private final ExplainRoutes routes =
      new ExplainRoutes(
          board,
          new Viewers(List::of, areas::profile),
          new EvidenceReader(Map.of(), TOPICS),
          new AnswerDesk(Map.of(), TOPICS),
          null);

  @Test
  void shouldTellOfAConfidentialSubscriberToTheAdministratorAlone() throws IOException {
    assertThat(subscribers(OperationsViewer.DESK)).containsExactly("crew-1", "crew-1");
    assertThat(subscribers(OperationsViewer.ADMINISTRATOR))
        .containsExactly("crew-1", "secret-subscriber", "crew-1", "secret-subscriber");
  }

  /** As the timeline names them: who was told, then who answered. */
  private List<String> subscribers(OperationsViewer viewer) throws IOException {
    var id = ALERT.getAlertId();
    var evidence =
        new Evidence(
            List.of(ALERT), null, Map.of(), Map.of(), Map.of(), List.of(), List.of(), false);
    var told =
        new DeliveryStory(
            ALERT,
            List.of(Records.delivery(id, "crew-1"), Records.delivery(id, "secret-subscriber")),
            List.of(Records.answer(id, "crew-1"), Records.answer(id, "secret-subscriber")));
    return routes
        .json(viewer, evidence, 1, ExplainRoutes.Language.en, told)
        .path("timeline")
        .findValuesAsText("subscriber");
  }
}
