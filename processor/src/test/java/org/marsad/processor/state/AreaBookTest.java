package org.marsad.processor.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.internals.InMemoryKeyValueStore;
import org.junit.jupiter.api.Test;
import org.marsad.processor.rules.Form;

class AreaBookTest {
  private static final Form<String> TEXT =
      new Form<>(
          text -> {
            if (text.equals("cannot be written")) {
              throw new IllegalArgumentException(text);
            }
            return text.getBytes(StandardCharsets.UTF_8);
          },
          bytes -> new String(bytes, StandardCharsets.UTF_8));

  private final Written store = new Written();
  private final AreaBook book = new AreaBook(store, AreaBook.USUAL_LIMIT);
  private final Shelf<String> shelf = book.shelf('x', TEXT);
  private final Shelf.InOrder<String> inOrder = book.inOrder('y', TEXT);

  @Test
  void shouldShowARecordWhatItChangedAndTheStoreNothingBeforeTheCommit() {
    book.attempt(
        () -> {
          shelf.put(key("a"), "1");
          assertThat(shelf.get(key("a"))).isEqualTo("1");
        });
    assertThat(store.puts).isEmpty();

    book.flushCache();

    assertThat(store.puts).containsExactly("xa=1");
  }

  @Test
  void shouldWriteWhatChangedOftenOnceACommit() {
    for (var n = 1; n <= 5; n++) {
      var text = String.valueOf(n);
      book.attempt(() -> shelf.put(key("a"), text));
    }
    book.flushCache();
    book.flushCache();

    assertThat(store.puts).containsExactly("xa=5");
  }

  @Test
  void shouldBeAsItWasAfterARecordThatFails() {
    book.attempt(() -> shelf.put(key("a"), "before"));

    assertThatThrownBy(
            () ->
                book.attempt(
                    () -> {
                      shelf.put(key("a"), "after");
                      shelf.put(key("b"), "new");
                      inOrder.put(key("c"), "new");
                      throw new IllegalStateException("a rule fails");
                    }))
        .hasMessage("a rule fails");

    assertThat(shelf.get(key("a"))).isEqualTo("before");
    assertThat(shelf.get(key("b"))).isNull();
    assertThat(all()).isEmpty();
    book.flushCache();
    assertThat(store.puts).containsExactly("xa=before");
  }

  @Test
  void shouldUndoAStepThatFailsAndKeepTheOthers() {
    book.attempt(
        () -> {
          shelf.put(key("a"), "merged");
          assertThatThrownBy(
                  () ->
                      book.attempt(
                          () -> {
                            shelf.put(key("a"), "judged");
                            throw new IllegalStateException("a judge fails");
                          }))
              .hasMessage("a judge fails");
          shelf.put(key("b"), "told");
        });
    book.flushCache();

    assertThat(store.puts).containsExactly("xa=merged", "xb=told");
  }

  @Test
  void shouldBeAsItWasWhereAValueCannotBeWritten() {
    book.attempt(() -> shelf.put(key("a"), "before"));

    assertThatThrownBy(
            () ->
                book.attempt(
                    () -> {
                      shelf.put(key("a"), "after");
                      shelf.put(key("b"), "cannot be written");
                    }))
        .hasMessage("cannot be written");

    assertThat(shelf.get(key("a"))).isEqualTo("before");
    book.flushCache();
    assertThat(store.puts).containsExactly("xa=before");
  }

  @Test
  void shouldRefuseAChangeOutsideOfARecordsWork() {
    assertThatThrownBy(() -> shelf.put(key("a"), "1")).hasMessageContaining("outside");
  }

  @Test
  void shouldDecodeAValueOnce() {
    store.put(key("xa"), "1".getBytes(StandardCharsets.UTF_8));

    assertThat(shelf.get(key("a"))).isSameAs(shelf.get(key("a"))).isEqualTo("1");
    assertThat(shelf.get(key("absent"))).isNull();
    assertThat(shelf.get(key("absent"))).isNull();
    assertThat(store.gets).isEqualTo(2);
  }

  @Test
  void shouldNotAskForAValueThatIsReplacedAndHaveItStillWhereTheRecordFails() {
    store.put(key("xa"), "1".getBytes(StandardCharsets.UTF_8));
    store.put(key("yb"), "2".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(
            () ->
                book.attempt(
                    () -> {
                      shelf.put(key("a"), "3");
                      inOrder.delete(key("b"));
                      throw new IllegalStateException("a rule fails");
                    }))
        .hasMessage("a rule fails");
    assertThat(store.gets).isZero();

    assertThat(shelf.get(key("a"))).isEqualTo("1");
    assertThat(all()).containsExactly("2");
  }

  @Test
  void shouldKnowWhatFollowsAtTheBeginningOnceItWasAskedForWhatIsThere() {
    store.put(key("yb"), "1".getBytes(StandardCharsets.UTF_8));
    inOrder.range(key("a"), key("b"), key("c"), (key, value) -> true);
    var ranges = store.ranges;

    book.attempt(() -> inOrder.put(key("ab"), "2"));
    var found = new ArrayList<String>();
    inOrder.range(key("a"), key("aa"), key("c"), (key, value) -> found.add(value));

    assertThat(found).containsExactly("2", "1");
    assertThat(store.ranges).isEqualTo(ranges);
  }

  @Test
  void shouldForgetAllWhereItsTaskEnds() {
    book.attempt(() -> shelf.put(key("a"), "1"));
    book.clearCache();

    assertThat(shelf.get(key("a"))).isNull();
    book.flushCache();
    assertThat(store.puts).isEmpty();
  }

  /** As a plain map would answer, whatever fails, is evicted or flushed in between. */
  @Test
  void shouldAnswerAsAPlainMapDoesHoweverLittleFitsIntoIt() {
    for (var limit : List.of(600L, 5_000L, AreaBook.USUAL_LIMIT)) {
      for (var seed = 0; seed < 30; seed++) {
        play(new SplittableRandom(seed), limit);
      }
    }
  }

  private static void play(SplittableRandom random, long limit) {
    var store = new Written();
    var book = new AreaBook(store, limit);
    var shelf = book.shelf('x', TEXT);
    var inOrder = book.inOrder('y', TEXT);
    var model = new TreeMap<String, String>();
    for (var record = 0; record < 300; record++) {
      var next = new TreeMap<>(model);
      var fails = random.nextInt(5) == 0;
      try {
        book.attempt(
            () -> {
              for (var change = random.nextInt(4); change >= 0; change--) {
                var key = String.valueOf(random.nextInt(60));
                if (random.nextInt(3) == 0) {
                  shelf.delete(key(key));
                  inOrder.delete(key(key));
                  next.remove(key);
                } else {
                  var value = String.valueOf(random.nextInt(1000));
                  shelf.put(key(key), value);
                  inOrder.put(key(key), value);
                  next.put(key, value);
                }
                compare(random, shelf, inOrder, next);
              }
              if (fails) {
                throw new IllegalStateException("planned");
              }
            });
        model = next;
      } catch (IllegalStateException e) {
        assertThat(e).hasMessage("planned");
      }
      compare(random, shelf, inOrder, model);
      if (random.nextInt(10) == 0) {
        book.flushCache();
        assertThat(store.texts('y')).isEqualTo(model);
        assertThat(store.texts('x')).isEqualTo(model);
      }
    }
  }

  private static void compare(
      SplittableRandom random,
      Shelf<String> shelf,
      Shelf.InOrder<String> inOrder,
      NavigableMap<String, String> model) {
    var asked = String.valueOf(random.nextInt(60));
    assertThat(shelf.get(key(asked))).isEqualTo(model.get(asked));
    assertThat(inOrder.get(key(asked))).isEqualTo(model.get(asked));
    var one = String.valueOf(random.nextInt(60));
    var other = String.valueOf(random.nextInt(60));
    var from = one.compareTo(other) < 0 ? one : other;
    var to = one.compareTo(other) < 0 ? other : one;
    var most = 1 + random.nextInt(60);
    var found = new LinkedHashMap<String, String>();
    inOrder.range(
        key(random.nextBoolean() ? from : "0"),
        key(from),
        key(to),
        (key, value) -> {
          found.put(text(key), value);
          return found.size() < most;
        });
    var expected = new LinkedHashMap<String, String>();
    model.subMap(from, true, to, true).entrySet().stream()
        .limit(most)
        .forEach(entry -> expected.put(entry.getKey(), entry.getValue()));
    assertThat(new ArrayList<>(found.entrySet())).isEqualTo(new ArrayList<>(expected.entrySet()));
  }

  private List<String> all() {
    var all = new ArrayList<String>();
    inOrder.all((key, value) -> all.add(value));
    return all;
  }

  private static Bytes key(String text) {
    return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Bytes key) {
    return new String(key.get(), StandardCharsets.UTF_8);
  }

  /** A store in memory that remembers how it was used. */
  private static final class Written extends InMemoryKeyValueStore {
    final List<String> puts = new ArrayList<>();
    int gets;
    int ranges;

    Written() {
      super("written");
    }

    @Override
    public synchronized void put(Bytes key, byte[] value) {
      puts.add(text(key) + (value == null ? "" : "=" + new String(value, StandardCharsets.UTF_8)));
      super.put(key, value);
    }

    @Override
    public synchronized byte[] get(Bytes key) {
      gets++;
      return super.get(key);
    }

    @Override
    public synchronized KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
      ranges++;
      return super.range(from, to);
    }

    Map<String, String> texts(char mark) {
      var texts = new TreeMap<String, String>();
      try (var all = all()) {
        while (all.hasNext()) {
          KeyValue<Bytes, byte[]> entry = all.next();
          var key = text(entry.key);
          if (key.charAt(0) == mark) {
            texts.put(key.substring(1), new String(entry.value, StandardCharsets.UTF_8));
          }
        }
      }
      return texts;
    }
  }
}
