package org.marsad.consumer.operations;

import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.operations.answers.AnswerDesk;
import org.marsad.consumer.operations.api.ActRoutes;
import org.marsad.consumer.operations.api.AlertRoutes;
import org.marsad.consumer.operations.api.BoardRoutes;
import org.marsad.consumer.operations.api.EditRoutes;
import org.marsad.consumer.operations.api.ExplainRoutes;
import org.marsad.consumer.operations.api.Intake;
import org.marsad.consumer.operations.api.SessionRoutes;
import org.marsad.consumer.operations.api.Status;
import org.marsad.consumer.operations.api.StreamRoute;
import org.marsad.consumer.operations.api.TestRoutes;
import org.marsad.consumer.operations.api.UserRoutes;
import org.marsad.consumer.operations.api.Viewers;
import org.marsad.consumer.operations.api.WordRoutes;
import org.marsad.consumer.operations.audit.AuditLog;
import org.marsad.consumer.operations.board.Board;
import org.marsad.consumer.operations.board.BoardFeed;
import org.marsad.consumer.operations.board.ReportFeed;
import org.marsad.consumer.operations.decisions.DecisionDesk;
import org.marsad.consumer.operations.explain.EvidenceReader;
import org.marsad.consumer.operations.explain.Thresholds;
import org.marsad.consumer.operations.http.Access;
import org.marsad.consumer.operations.http.Authenticator;
import org.marsad.consumer.operations.http.HostNames;
import org.marsad.consumer.operations.http.OpenApi;
import org.marsad.consumer.operations.http.Reply;
import org.marsad.consumer.operations.http.Route;
import org.marsad.consumer.operations.http.RouteTable;
import org.marsad.consumer.operations.http.Workers;
import org.marsad.consumer.operations.mutes.MuteDesk;
import org.marsad.consumer.operations.page.Page;
import org.marsad.consumer.operations.people.LogIn;
import org.marsad.consumer.operations.people.Sessions;
import org.marsad.consumer.operations.people.SignInLinks;
import org.marsad.consumer.operations.people.User;
import org.marsad.consumer.operations.people.UsersSource;
import org.marsad.consumer.operations.rejected.RejectedDesk;
import org.marsad.consumer.reading.TopicTail;
import org.marsad.consumer.replies.AcknowledgementsTopic;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.schemas.PromptProducer;

/**
 * The operations service: follows the topics and serves people, each what it may see and do. Its
 * routes can be put into a server of any kind.
 */
public final class OperationsApp
    implements java.util.function.Consumer<JavalinConfig>, AutoCloseable {
  private static final Duration TO_END = Duration.ofSeconds(5);
  private static final long LOOK_MS = 500;

  private final Producer<String, byte[]> producer;
  private final SignInLinks links;
  private final Health health = new Health();
  private final List<String> topics;
  private final TopicTail tail;
  private final TopicTail reports;
  private final StreamRoute stream;
  private final Workers workers = new Workers();
  private final ScheduledExecutorService looking = looking();
  private final Runnable lookAtFiles;
  private final RouteTable table;
  private final Page page;

  /**
   * A service with connections of its own; nothing is read before {@link #start}.
   *
   * @param builtIn users that stand in no file
   * @param subscribers those in force now
   * @param intake null: none is known, and what needs it is refused
   * @param thresholds that the rules run with; null: not known
   * @throws IOException where a file cannot be read
   */
  public static OperationsApp of(
      OperationsSettings settings,
      List<User> builtIn,
      Supplier<List<Subscriber>> subscribers,
      @Nullable Intake intake,
      @Nullable Thresholds thresholds,
      Clock clock)
      throws IOException {
    return new OperationsApp(
        settings,
        new UsersSource(settings.usersFile(), builtIn),
        subscribers,
        intake,
        thresholds,
        new Clients(
            new KafkaConsumer<>(TopicTail.settings(settings.kafka())),
            new KafkaConsumer<>(TopicTail.settings(settings.kafka())),
            PromptProducer.of(settings.kafkaProducer())),
        clock);
  }

  /**
   * Its connections to Kafka, which it owns and closes.
   *
   * @param board reads all topics but the reports
   * @param reports reads these
   * @param producer gives up in a bearable time
   */
  record Clients(
      Consumer<byte[], byte[]> board,
      Consumer<byte[], byte[]> reports,
      Producer<String, byte[]> producer) {}

  OperationsApp(
      OperationsSettings settings,
      UsersSource users,
      Supplier<List<Subscriber>> subscribers,
      @Nullable Intake intake,
      @Nullable Thresholds thresholds,
      Clients clients,
      Clock clock) {
    this.producer = clients.producer();
    this.lookAtFiles =
        () -> {
          var unused = users.current();
          var unusedToo = subscribers.get();
        };
    this.links = new SignInLinks(clock);
    var areas = new AreaDirectory();
    var board =
        new Board(
            areas,
            id -> isConfidential(subscribers, areas, id),
            () -> this.tail().status().caughtUp(),
            clock);
    var feed = new BoardFeed(board, settings.topics());
    this.tail = new TopicTail(clients.board(), feed.topics(), feed, clock);
    var reportFeed = new ReportFeed(board, settings.topics());
    this.reports = new TopicTail(clients.reports(), reportFeed.topics(), reportFeed, clock);
    this.topics =
        Stream.concat(feed.topics().stream(), reportFeed.topics().stream()).distinct().toList();
    var status = new Status(board, tail::status, health::now, clock);
    var viewers = new Viewers(subscribers, areas::profile);
    this.stream = new StreamRoute(board, viewers, status);
    var audit = new AuditLog(producer, settings.topics(), clock);
    var sessions =
        new Sessions(users::current, settings.sessionIdle(), settings.sessionLongest(), clock);

    var routes = new ArrayList<Route>();
    routes.addAll(
        new SessionRoutes(
                new LogIn(users::current),
                sessions,
                links,
                audit,
                user -> isHidden(user.subscriber(), subscribers, board),
                settings.isSecure())
            .routes());
    routes.addAll(status.routes(viewers));
    routes.addAll(new WordRoutes().routes());
    routes.addAll(status.onceRead(new AlertRoutes(board, viewers).routes()));
    routes.addAll(status.onceRead(new BoardRoutes(board, viewers).routes()));
    routes.addAll(
        status.onceRead(
            new ExplainRoutes(
                    board,
                    viewers,
                    new EvidenceReader(settings.kafka(), settings.topics()),
                    new AnswerDesk(settings.kafka(), settings.topics()),
                    thresholds)
                .routes()));
    routes.addAll(status.onceRead(stream.routes()));
    routes.addAll(
        status.onceRead(
            new ActRoutes(
                    board,
                    viewers,
                    audit,
                    new AcknowledgementsTopic(producer, settings.topics()),
                    new MuteDesk(areas, producer, settings.topics(), clock),
                    settings.answersAs(),
                    clock)
                .routes()));
    routes.addAll(
        status.onceRead(
            new EditRoutes(
                    board,
                    viewers,
                    audit,
                    new DecisionDesk(
                        settings.kafka(), settings.kafkaProducer(), settings.topics(), clock),
                    new RejectedDesk(settings.kafka(), settings.topics()),
                    intake)
                .routes()));
    routes.addAll(
        status.onceRead(
            new TestRoutes(board, viewers, audit, producer, settings.topics(), clock).routes()));
    routes.addAll(new UserRoutes(users, audit).routes());
    routes.add(describe(routes));

    var names = new HostNames(settings.names());
    this.page = new Page(names);
    this.table =
        new RouteTable(
            routes, new Authenticator(users::current, sessions, settings.proxy()), names, workers);
    health.needs(status::obstacle).warnsOf(users::warning);
  }

  /** Its routes, but for those of its {@link #health}, which a server may share. */
  @Override
  public void accept(JavalinConfig config) {
    table.accept(config);
    page.accept(config);
  }

  /** Starts to read. */
  public void start() {
    tail.start();
    reports.start();
    var unused =
        looking.scheduleWithFixedDelay(lookAtFiles, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
  }

  /** One-time links that sign users in. */
  public SignInLinks links() {
    return links;
  }

  /** What is wrong with the service; whoever composes it may add to that. */
  public Health health() {
    return health;
  }

  /** Looks at each reader of the stream now: whoever may not see it any more is sent away. */
  void lookAtReaders() {
    stream.beat();
  }

  /** The topics that it follows. */
  public List<String> topics() {
    return topics;
  }

  /** Records of these topics that it has taken in so far. */
  public long taken() {
    return tail.handed() + reports.handed();
  }

  /** All routes of the API. */
  List<Route> routes() {
    return table.routes();
  }

  /**
   * Ends the streams and stops reading; close it before the server that carries its streams.
   * Closing twice is fine.
   */
  @Override
  public void close() {
    stream.close();
    tail.close();
    reports.close();
    workers.close();
    looking.shutdownNow();
    producer.close(TO_END);
  }

  /** Whoever was taken out of a file is out within seconds, also where nobody asks. */
  private static ScheduledExecutorService looking() {
    return Executors.newSingleThreadScheduledExecutor(
        task -> {
          var thread = new Thread(task, "operations-files");
          thread.setDaemon(true);
          return thread;
        });
  }

  private TopicTail tail() {
    return tail;
  }

  /** Whether only the administrator may know of it: also where nobody knows what it is. */
  private static boolean isHidden(
      @Nullable String id, Supplier<List<Subscriber>> subscribers, Board board) {
    return id != null
        && (board.isConfidential(id)
            || subscribers.get().stream().noneMatch(subscriber -> subscriber.id().equals(id)));
  }

  /** One with a site's key stands for a confidential site, also before its area is known. */
  private static boolean isConfidential(
      Supplier<List<Subscriber>> subscribers, AreaDirectory areas, String id) {
    return subscribers.get().stream()
        .filter(subscriber -> subscriber.id().equals(id))
        .anyMatch(
            subscriber ->
                subscriber.siteKeySha256() != null
                    || (subscriber.site() != null && areas.isConfidential(subscriber.site())));
  }

  /** The description of all routes, itself among them. */
  private static Route describe(List<Route> routes) {
    var described = new ArrayList<>(routes);
    var itself =
        Route.get("/openapi.json", "describe")
            .summary("This description.")
            .access(Access.ANYBODY)
            .answers("OpenApi")
            .by(request -> Reply.nothing());
    described.add(itself);
    var document = OpenApi.of(described, ApiSchemas.all());
    return itself.handledBy(request -> Reply.json(document));
  }
}
