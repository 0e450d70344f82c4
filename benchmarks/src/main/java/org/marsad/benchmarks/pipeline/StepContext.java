package org.marsad.benchmarks.pipeline;

import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.marsad.processor.state.AreaBook;

/** As much of a context as the steps use: a book, the record's position and the next step. */
final class StepContext<K, V> implements ProcessorContext<K, V> {
  private final AreaBook book;
  private final Optional<RecordMetadata> position;
  private final Consumer<Record<K, V>> next;

  StepContext(AreaBook book, RecordMetadata position, Consumer<Record<K, V>> next) {
    this.book = book;
    this.position = Optional.of(position);
    this.next = next;
  }

  @Override
  @SuppressWarnings("unchecked") // Record is a reader of its key and value
  public <K1 extends K, V1 extends V> void forward(Record<K1, V1> record) {
    next.accept((Record<K, V>) record);
  }

  @Override
  public Optional<RecordMetadata> recordMetadata() {
    return position;
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as Kafka declares it
  public <S extends StateStore> S getStateStore(String name) {
    return (S) book;
  }

  @Override
  public <K1 extends K, V1 extends V> void forward(Record<K1, V1> record, String childName) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String applicationId() {
    throw new UnsupportedOperationException();
  }

  @Override
  public TaskId taskId() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Serde<?> keySerde() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Serde<?> valueSerde() {
    throw new UnsupportedOperationException();
  }

  @Override
  public File stateDir() {
    throw new UnsupportedOperationException();
  }

  @Override
  public StreamsMetrics metrics() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Cancellable schedule(Duration interval, PunctuationType type, Punctuator callback) {
    return () -> {}; // a backlog has no heartbeats to miss
  }

  @Override
  public Cancellable schedule(
      Instant start, Duration interval, PunctuationType type, Punctuator callback) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void commit() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<String, Object> appConfigs() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<String, Object> appConfigsWithPrefix(String prefix) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long currentSystemTimeMs() {
    return System.currentTimeMillis();
  }

  @Override
  public long currentStreamTimeMs() {
    throw new UnsupportedOperationException();
  }
}
