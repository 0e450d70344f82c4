package org.marsad.consumer.archive;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;
import org.marsad.schemas.Topics;
import org.marsad.schemas.launch.KafkaConnection;
import org.marsad.schemas.launch.Part;
import org.marsad.schemas.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The archive as a part that runs: reads alerts and strikes and writes them to files. */
public final class ArchiveApp implements Part {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveApp.class);
  private static final long MILLISECONDS_TO_END = 10_000;

  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Topics topics;
  private final Path archive;
  private final Disk disk;
  private @Nullable ArchiveReading reading;
  private @Nullable Thread thread;
  private boolean closed;

  /**
   * Checks the settings; nothing starts yet.
   *
   * @param settings as {@link ArchiveSettings#DEFINITION} declares them
   */
  public ArchiveApp(Settings settings) {
    var kafka = KafkaConnection.of(settings);
    var consumer = ArchiveSettings.consumer(kafka);
    this.consumers = () -> ArchiveSettings.connect(consumer);
    this.topics = kafka.topics();
    this.archive = Path.of(settings.text(ArchiveSettings.ARCHIVE_DIR));
    this.disk = new Disk();
  }

  ArchiveApp(Supplier<Consumer<byte[], byte[]>> consumers, Topics topics, Path archive, Disk disk) {
    this.consumers = consumers;
    this.topics = topics;
    this.archive = archive;
    this.disk = disk;
  }

  @Override
  public synchronized void start() {
    if (reading != null || closed) {
      throw new IllegalStateException("start: again (expected: once)");
    }
    var started = new ArchiveReading(consumers.get(), topics);
    reading = started;
    thread = new Thread(() -> run(started), "archive");
    thread.start();
  }

  @Override
  public CompletableFuture<Void> ended() {
    return ended;
  }

  /** Messages written since the start. */
  public synchronized long written() {
    return reading == null ? 0 : reading.written();
  }

  /** Whether everything that was there at the last look lies in the archive. */
  public synchronized boolean isDrained() {
    return reading != null && reading.isAtEnd();
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (reading != null && thread != null) {
      reading.stop();
      try {
        thread.join(MILLISECONDS_TO_END);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    ended.complete(null);
  }

  private void run(ArchiveReading started) {
    try (started;
        var store = ArchiveStore.open(archive, disk)) {
      started.readInto(store);
    } catch (Exception e) {
      LOG.error("archive failed, it goes on where it was when started again", e);
      ended.completeExceptionally(e);
    }
  }
}
