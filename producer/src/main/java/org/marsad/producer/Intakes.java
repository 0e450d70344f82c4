package org.marsad.producer;

import io.javalin.config.JavalinConfig;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marsad.message.Heartbeat;
import org.marsad.message.HospitalStatus;
import org.marsad.message.StrikeReport;
import org.marsad.producer.following.TopicFollower;
import org.marsad.producer.form.FormRoutes;
import org.marsad.producer.intake.Door;
import org.marsad.producer.intake.HeartbeatIntake;
import org.marsad.producer.intake.HospitalIntake;
import org.marsad.producer.intake.Intake;
import org.marsad.producer.intake.NewestDays;
import org.marsad.producer.intake.PlacementIntake;
import org.marsad.producer.intake.Pseudonyms;
import org.marsad.producer.intake.ResendIntake;
import org.marsad.producer.intake.SmsIntake;
import org.marsad.producer.places.AreaRegister;
import org.marsad.producer.placing.Placements;
import org.marsad.producer.placing.Placing;
import org.marsad.producer.publish.DirectPublisher;
import org.marsad.producer.publish.Fate;
import org.marsad.producer.publish.ReportProducers;
import org.marsad.producer.report.Places;
import org.marsad.producer.setaside.Resending;
import org.marsad.producer.setaside.SetAsideWatch;
import org.marsad.schemas.checks.Horizon;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.schemas.sms.AlertReplies;

/**
 * All that sources and the operator may post, behind one door: reports, heartbeats, hospital
 * statuses, placements. And the form that people post reports with.
 */
public final class Intakes implements Consumer<JavalinConfig>, AutoCloseable {
  private final DirectPublisher<Heartbeat> heartbeats;
  private final DirectPublisher<HospitalStatus> statuses;
  private final TopicFollower decisions;
  private final TopicFollower strikes;
  private final SetAsideWatch setAside;
  private final List<Consumer<JavalinConfig>> routes;

  /**
   * Intakes.
   *
   * @param door lets known sources in
   * @param areas by their codes
   * @param publish hands a report over; the future never fails
   * @param replies takes answers to alerts by SMS; null: nobody does
   * @param kafka where the topics are, for what is not a report
   * @param horizon how old a report may be
   * @param clock says when something comes
   */
  public Intakes(
      Door door,
      Pseudonyms pseudonyms,
      Places places,
      AreaRegister areas,
      Function<StrikeReport, CompletableFuture<Fate>> publish,
      @Nullable AlertReplies replies,
      KafkaConnection kafka,
      Horizon horizon,
      Clock clock) {
    var topics = kafka.topics();
    heartbeats =
        new DirectPublisher<>(
            ReportProducers.of(kafka.producer(), Heartbeat.class), topics.heartbeats());
    statuses =
        new DirectPublisher<>(
            ReportProducers.of(kafka.producer(), HospitalStatus.class), topics.hospitalStatus());
    var placements = new Placements(places);
    decisions = new TopicFollower(kafka.consumer(), topics.decisions(), placements::note);
    var newestDays = new NewestDays(areas, horizon);
    strikes = new TopicFollower(kafka.consumer(), topics.strikes(), newestDays::note);
    routes =
        List.of(
            new Intake(
                door, pseudonyms, places, areas, placements::place, newestDays, publish, clock),
            new HeartbeatIntake(door, pseudonyms, areas, this::publish, clock),
            new HospitalIntake(door, areas, this::publish, clock),
            new SmsIntake(
                door,
                pseudonyms,
                places,
                areas,
                report -> publish.apply(placements.place(report)),
                replies,
                clock),
            new PlacementIntake(door, places, areas, new Placing(kafka, placements, clock)::place),
            new ResendIntake(door, new Resending(kafka)::send),
            new FormRoutes(clock));
    setAside = new SetAsideWatch(kafka, clock);
  }

  /**
   * Learns where people placed reports and how new strikes are, and begins to tell operations of
   * what is set aside. Comes before the first report.
   */
  public void start() {
    decisions.start();
    strikes.start();
    decisions.awaitKnown();
    strikes.awaitKnown();
    setAside.start();
  }

  /** Adds the routes to a server. */
  @Override
  public void accept(JavalinConfig config) {
    routes.forEach(route -> route.accept(config));
  }

  /** Lets what is under way finish. */
  @Override
  public void close() {
    decisions.close();
    strikes.close();
    setAside.close();
    heartbeats.close();
    statuses.close();
  }

  private CompletableFuture<Fate> publish(Heartbeat heartbeat) {
    return heartbeats.publish(heartbeat.getArea(), heartbeat.getSentAt(), heartbeat);
  }

  private CompletableFuture<Fate> publish(HospitalStatus status) {
    return statuses.publish(status.getArea(), status.getUpdatedAt(), status);
  }
}
