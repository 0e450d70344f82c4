package org.marsad.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that were once on the wire stay readable, and yesterday's readers read today's. */
class GoldenBytesTest {
  static Stream<Arguments> versions() {
    return Messages.ALL.stream()
        .flatMap(
            type ->
                IntStream.rangeClosed(1, MessageCodec.published(type.getSimpleName()).size())
                    .mapToObj(version -> arguments(type, version)));
  }

  @ParameterizedTest
  @MethodSource("versions")
  <T extends SpecificRecord> void shouldKeepEveryValueWhenReadTodayAndSentBackToYesterday(
      Class<T> type, int version) throws IOException {
    // Given
    var published = MessageCodec.published(type.getSimpleName());
    var yesterday = published.get(version - 1);
    var golden = new GoldenFile(GoldenFile.FOLDER, type.getSimpleName(), version);
    var codec = MessageCodec.of(type);
    // When
    var message = codec.decode(golden.bytes());
    var values = Wire.read(codec.encode(message), yesterday, published);
    // Then
    assertThat(values).isEqualTo(golden.values());
  }

  @ParameterizedTest
  @FieldSource("org.marsad.schemas.Messages#ALL")
  <T extends SpecificRecord> void shouldWriteTheGoldenBytesWhenTheSchemaIsTheNewest(Class<T> type)
      throws IOException {
    // Given
    var version = MessageCodec.published(type.getSimpleName()).size();
    var golden = new GoldenFile(GoldenFile.FOLDER, type.getSimpleName(), version);
    var codec = MessageCodec.of(type);
    // When
    var bytes = codec.encode(codec.decode(golden.bytes()));
    // Then
    assertThat(bytes).isEqualTo(golden.bytes());
    assertThat(Wire.read(bytes, Messages.today(type), List.of())).isEqualTo(golden.values());
  }

  @ParameterizedTest
  @MethodSource("versions")
  void shouldFillEveryFieldWhenTheExampleIsGolden(Class<?> type, int version) throws IOException {
    // When
    var values = new GoldenFile(GoldenFile.FOLDER, type.getSimpleName(), version).values();
    // Then
    assertThat(empties(values)).isZero();
  }

  private static long empties(JsonNode node) {
    var own = node.isNull() || (node.isContainerNode() && node.isEmpty()) ? 1 : 0;
    var children = 0L;
    for (var child : node) {
      children += empties(child);
    }
    return own + children;
  }
}
