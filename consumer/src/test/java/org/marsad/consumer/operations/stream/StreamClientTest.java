package org.marsad.consumer.operations.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.marsad.consumer.fixtures.FakeOutput;

class StreamClientTest {
  private final FakeOutput out = new FakeOutput();
  private final AtomicInteger cuts = new AtomicInteger();
  private final StreamClient client = new StreamClient(out, 10, cuts::incrementAndGet);

  @Test
  void shouldHoldFramesUntilTheContainerAllowsWriting() {
    // When
    client.offer(frame("one"));
    // Then
    assertThat(out.text()).isEmpty();
    client.onWritePossible();
    assertThat(out.text()).isEqualTo("one");
    assertThat(out.flushes).isEqualTo(1);
  }

  @Test
  void shouldWriteAtOnceInTheOrderOfferedWhenTheReaderKeepsUp() {
    // Given
    client.onWritePossible();
    // When
    client.offer(frame("one,"));
    client.offer(frame("two,"));
    client.write();
    client.offer(frame("three,")); // more than the bound in all, never at once
    client.write();
    // Then
    assertThat(out.text()).isEqualTo("one,two,three,");
    assertThat(client.closed()).isNotDone();
  }

  @Test
  void shouldWriteWhatWaitedWhenABlockedReaderCatchesUp() {
    // Given
    client.onWritePossible();
    out.ready = false;
    client.offer(frame("12345"));
    client.offer(frame("67890"));
    client.write();
    assertThat(out.text()).isEmpty();
    // When
    out.ready = true;
    client.onWritePossible();
    // Then
    assertThat(out.text()).isEqualTo("1234567890");
    assertThat(cuts).hasValue(0);
  }

  @Test
  void shouldCutTheConnectionOfAReaderThatFallsTooFarBehind() {
    // Given
    client.onWritePossible();
    out.ready = false;
    client.offer(frame("1234567890"));
    assertThat(client.closed()).isNotDone();
    // When
    client.offer(frame("1"));
    // Then
    assertThat(client.closed()).isDone();
    assertThat(cuts).hasValue(1);
    client.offer(frame("after"));
    assertThat(cuts).hasValue(1);
  }

  @Test
  void shouldCutTheConnectionOfAReaderThatTookNothingSinceTheLastLook() {
    // Given
    client.onWritePossible();
    client.look();
    out.ready = false;
    client.offer(frame("one"));
    // When
    client.look();
    // Then
    assertThat(client.closed()).isDone();
    assertThat(cuts).hasValue(1);
  }

  @Test
  void shouldKeepAReaderForWhomNothingWaitsAndOneThatTakesSome() {
    // Given
    client.onWritePossible();
    client.look();
    client.look(); // nothing was sent at all
    client.offer(frame("one"));
    client.write();
    out.ready = false;
    client.offer(frame("two"));
    // When
    client.look(); // it took the first
    // Then
    assertThat(client.closed()).isNotDone();
    assertThat(cuts).hasValue(0);
  }

  @Test
  void shouldEndWhenTheConnectionBreaks() {
    // Given
    client.onWritePossible();
    out.broken = true;
    // When
    client.offer(frame("one"));
    client.write();
    // Then
    assertThat(client.closed()).isDone();
  }

  @Test
  void shouldEndInOrderWhenClosedWhileTheReaderKeepsUp() {
    // Given
    client.onWritePossible();
    // When
    client.close();
    // Then
    assertThat(client.closed()).isDone();
    assertThat(cuts).hasValue(0);
  }

  @Test
  void shouldCutTheConnectionWhenClosedWhileTheReaderIsBlocked() {
    // Given
    client.onWritePossible();
    out.ready = false;
    client.offer(frame("one"));
    client.write();
    // When
    client.close();
    // Then
    assertThat(client.closed()).isDone();
    assertThat(cuts).hasValue(1);
  }

  private static byte[] frame(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
