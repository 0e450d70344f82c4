package org.marsad.benchmarks.ceiling;

import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A published message, of which only the size counts.
 *
 * @param topic without prefix
 * @param keyBytes of the key
 * @param valueBytes of the value
 */
record Message(String topic, int keyBytes, int valueBytes) {
  static Message of(ProducerRecord<byte[], byte[]> published) {
    return new Message(published.topic(), published.key().length, published.value().length);
  }
}
