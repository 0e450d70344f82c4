package org.marsad.benchmarks.ceiling;

import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A published message, of which only the size counts.
 *
 * @param topic without prefix
 * @param keyBytes of the key
 * @param valueBytes of the value; 0 where it has none, as of a day that is empty again
 */
record Message(String topic, int keyBytes, int valueBytes) {
  static Message of(ProducerRecord<byte[], byte[]> published) {
    var value = published.value();
    return new Message(published.topic(), published.key().length, value == null ? 0 : value.length);
  }
}
