package org.marsad.consumer.fanout;

import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.areas.AreaDirectory;
import org.marsad.consumer.channels.terminal.MuteNotes;
import org.marsad.consumer.channels.terminal.TerminalAlerts;
import org.marsad.consumer.fanout.stages.Backoff;
import org.marsad.consumer.fanout.stages.Counts;
import org.marsad.consumer.fanout.stages.Fanout;
import org.marsad.consumer.fanout.stages.Roster;
import org.marsad.consumer.replies.ReplySettings;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.subscribers.SubscribersSource;
import org.marsad.message.Acknowledgement;
import org.marsad.message.Mute;
import org.marsad.schemas.Topics;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.schemas.launch.Part;
import org.marsad.schemas.launch.Warning;
import org.marsad.schemas.settings.Settings;
import org.marsad.schemas.sms.AlertReplies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The fan-out as a part that runs: reads alerts, tells those whom they concern, records it. */
public final class FanoutApp implements Part {
  private static final Logger LOG = LoggerFactory.getLogger(FanoutApp.class);
  private static final Duration TO_END = Duration.ofSeconds(5);
  private static final Duration TO_READ = Duration.ofSeconds(30);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final FanoutClients clients;
  private final Topics topics;
  private final SubscribersSource subscribers;
  private final SubscriberDirectory directory;
  private final AreaDirectory areas;
  private final TerminalAlerts terminal;
  private final ReplySettings replies;
  private final ReplyDesk desk;
  private final Duration seenHolds;
  private final Backoff backoff;
  private final LoopWatch loopWatch;
  private final Clock clock;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile @Nullable Running running;
  private volatile boolean closed;

  /** What exists between start and close. */
  private record Running(
      Recipients recipients,
      Producer<String, byte[]> producer,
      LoopThread loop,
      Fanout fanout,
      List<? extends TopicFollower<?>> followers,
      AlertsReader reader,
      SubscribersWatch watch,
      MuteNotes notes) {}

  /**
   * Checks the settings; nothing starts yet.
   *
   * @param settings as {@link FanoutSettings#DEFINITION} declares them
   * @param subscribers to be told; where they can change, they are looked at each second
   * @param areas names for alerts in words, outlines for those without a point
   * @param terminal what channels of type terminal print on
   * @param clock tells what is stale
   * @throws org.marsad.schemas.settings.SettingsException when a setting cannot be used
   * @throws IOException when the key of the replies cannot be read
   */
  public FanoutApp(
      Settings settings,
      SubscribersSource subscribers,
      AreaDirectory areas,
      TerminalAlerts terminal,
      Clock clock)
      throws IOException {
    this(settings, ReplySettings.of(settings), subscribers, areas, terminal, clock);
  }

  /**
   * The same, with other ways to answer than the settings have.
   *
   * @param replies how those who were told can answer
   * @throws org.marsad.schemas.settings.SettingsException when a setting cannot be used
   */
  public FanoutApp(
      Settings settings,
      ReplySettings replies,
      SubscribersSource subscribers,
      AreaDirectory areas,
      TerminalAlerts terminal,
      Clock clock) {
    this(
        FanoutClients.of(settings),
        KafkaConnection.of(settings).topics(),
        subscribers,
        areas,
        terminal,
        replies,
        Duration.ofMinutes(settings.number(FanoutSettings.ACKNOWLEDGE_AGAIN_AFTER)),
        new Backoff(Backoff.STEPS, new Random()),
        new LoopWatch(System::nanoTime),
        clock);
  }

  FanoutApp(
      FanoutClients clients,
      Topics topics,
      SubscribersSource subscribers,
      AreaDirectory areas,
      TerminalAlerts terminal,
      ReplySettings replies,
      Duration seenHolds,
      Backoff backoff,
      LoopWatch loopWatch,
      Clock clock) {
    this.clients = clients;
    this.topics = topics;
    this.subscribers = subscribers;
    this.directory = new SubscriberDirectory(subscribers.current());
    this.areas = areas;
    this.terminal = terminal;
    this.replies = replies;
    this.desk = new ReplyDesk(clients, topics, replies, directory, areas, clock);
    this.seenHolds = seenHolds;
    this.backoff = backoff;
    this.loopWatch = loopWatch;
    this.clock = clock;
  }

  @Override
  public synchronized void start() {
    if (running != null || closed) {
      throw new IllegalStateException("start: again (expected: once)");
    }
    var recipients = new Recipients(areas, terminal, replies.offer(), clock);
    var roster = new Roster(recipients.renew(subscribers.current()), areas::profile);
    var loop = new LoopThread(loopWatch, this::fail);
    var producer = clients.producer();
    var mark = new RunMark();
    var log = new DeliveriesTopic(producer, topics, mark, this::fail);
    var fanout = new Fanout(roster, log, backoff, clock, loop, seenHolds);
    var notes = new MuteNotes(terminal, clock);
    var mutes =
        new TopicFollower<>(
            clients.mutes(),
            topics.mutes(),
            Mute.class,
            mute -> {
              loop.run(() -> fanout.take(mute));
              notes.take(mute);
            },
            clock,
            TO_READ);
    var followers =
        List.of(
            mutes,
            answers(topics.acknowledgements(), loop, fanout),
            answers(topics.privateAcknowledgements(), loop, fanout));
    var reader =
        new AlertsReader(
            clients,
            topics,
            fanout,
            followers,
            loop,
            mark,
            areas::profile,
            areas::isComplete,
            clock,
            this::fail);
    var watch =
        new SubscribersWatch(
            subscribers,
            changed -> {
              var newer = new Roster(recipients.renew(changed), areas::profile);
              loop.run(() -> fanout.use(newer));
              directory.replace(changed);
            });
    running = new Running(recipients, producer, loop, fanout, followers, reader, watch, notes);
    followers.forEach(TopicFollower::start);
    reader.start();
    desk.start();
    watch.start(LOOK_AGAIN);
  }

  private TopicFollower<Acknowledgement> answers(String topic, LoopThread loop, Fanout fanout) {
    return new TopicFollower<>(
        clients.following(),
        topic,
        Acknowledgement.class,
        answer -> loop.run(() -> fanout.take(answer)),
        clock,
        TO_READ);
  }

  @Override
  public CompletableFuture<Void> ended() {
    return ended;
  }

  /** What it serves over HTTP, for a server of its own or a shared one. */
  public List<Consumer<JavalinConfig>> routes() {
    return List.of(desk.routes());
  }

  /** Takes answers by SMS for an intake in this JVM; empty where there are no codes. */
  public Optional<AlertReplies> smsReplies() {
    return desk.smsReplies();
  }

  /** The subscribers in force; another list once they have changed. Safe from any thread. */
  public List<Subscriber> subscribers() {
    return directory.all();
  }

  /** Whether it has read what was delivered before, and takes alerts without delay. */
  public boolean isReady() {
    return trouble().isEmpty();
  }

  /**
   * Why alerts are not being sent, in words for people: for {@code /health/ready}, the page and the
   * terminal. Empty: they are. Safe from any thread, and never waits.
   */
  public Optional<String> trouble() {
    var current = running;
    if (ended.isCompletedExceptionally()) {
      return Optional.of("the fan-out failed and must be started again");
    }
    if (current == null || closed) {
      return Optional.of("the fan-out is not running");
    }
    return current.reader.isReady()
        ? loopWatch.trouble()
        : Optional.of("the fan-out has not read yet what was delivered");
  }

  /** What a person should mend while alerts are sent. Safe from any thread, and never waits. */
  public Optional<Warning> warning() {
    return subscribers.warning();
  }

  /** What was done since the start; all zero before it. */
  public Counts counts() {
    var current = running;
    return current == null ? new Counts(0, 0, 0, 0, 0, 0) : current.fanout.counts();
  }

  /** Whether every alert that was there at the last look has reached its final outcomes. */
  public boolean isDrained() {
    var current = running;
    return current != null && current.reader.isAtEnd() && current.fanout.counts().pending() == 0;
  }

  /**
   * Starts no further attempt, waits a little for those under way, commits, and lets go. What has
   * no final outcome is read again at the next start.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    desk.close();
    var current = running;
    if (current != null) {
      stop(current);
    }
    ended.complete(null);
  }

  private static void stop(Running running) {
    running.watch.close();
    running.fanout.stop().completeOnTimeout(null, TO_END.toMillis(), TimeUnit.MILLISECONDS).join();
    running.producer.close(TO_END); // outcomes are safe, or their alerts are read again
    running.loop.close();
    running.reader.close();
    running.followers.forEach(TopicFollower::close);
    running.notes.close();
    running.recipients.close();
  }

  private void fail(Throwable failure) {
    if (closed) {
      return; // nothing can be recorded any more, and nothing needs to
    }
    LOG.error("fan-out failed, alerts are not sent until it is started again", failure);
    ended.completeExceptionally(failure);
  }
}
