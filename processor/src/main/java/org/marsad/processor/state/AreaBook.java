package org.marsad.processor.state;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.internals.WrappedStateStore;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Form;
import org.marsad.schemas.checks.Horizon;

/**
 * The decoded state of the areas at work, one book per task, shared by all steps: each value is
 * decoded once, and what changed is written once a commit.
 *
 * <p>What a record changes stands in the book at once, for the record's own next question, and is
 * undone where the record fails ({@link #attempt}). What was changed by records that succeeded
 * reaches the logged store at the commit: Streams calls {@link #flushCache()} before it flushes the
 * producer and commits, and no other hook is early enough. The book is bounded: what was not asked
 * for longest is forgotten, and written before, where it must be. It dies with its task: whenever
 * Streams opens, hands over or closes the store, all is read anew.
 */
public final class AreaBook extends WrappedStateStore<KeyValueStore<Bytes, byte[]>, Bytes, byte[]> {
  /**
   * Of the form in which values are written: whoever changes how a value is written, or what it
   * means, makes it one more. State of another version is never read.
   */
  private static final int VERSION = 3;

  /** Name of the store. */
  public static final String NAME = "area-book-" + VERSION;

  /** What all decoded values of a task may take, bytes. */
  public static final long USUAL_LIMIT = 48L * 1024 * 1024;

  private final long limit;
  private final List<Shelf<?>> shelves = new ArrayList<>();
  private final Concerns concerns;
  private final List<Change<?>> changes = new ArrayList<>();
  private final Set<Leaf<?>> unwritten = new LinkedHashSet<>();
  private @Nullable Leaf<?> latest;
  private @Nullable Leaf<?> oldest;
  private long size;
  private int attempts;

  /** What a leaf held before; where it was not read, that is only known to the store. */
  private record Change<V>(Leaf<V> leaf, @Nullable V before, boolean wasUnread) {}

  /**
   * A book over a store.
   *
   * @param store keeps what is written; without a cache of its own
   * @param limit bytes that the decoded values may take, by estimate
   */
  public AreaBook(KeyValueStore<Bytes, byte[]> store, long limit) {
    this(store, limit, Horizon.DEFAULTS);
  }

  private AreaBook(KeyValueStore<Bytes, byte[]> store, long limit, Horizon horizon) {
    super(store);
    this.limit = limit;
    concerns = new Concerns(this, horizon);
  }

  /** A book whose store lies on disk. */
  public static StoreBuilder<AreaBook> onDisk() {
    return onDisk(USUAL_LIMIT, Horizon.DEFAULTS);
  }

  /** A book of any size and horizon whose store lies on disk. */
  public static StoreBuilder<AreaBook> onDisk(long limit, Horizon horizon) {
    return over(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(NAME), Serdes.Bytes(), Serdes.ByteArray()),
        limit,
        horizon);
  }

  /** A book over a store of one's own. */
  public static StoreBuilder<AreaBook> over(
      StoreBuilder<KeyValueStore<Bytes, byte[]>> store, long limit) {
    return over(store, limit, Horizon.DEFAULTS);
  }

  /** The same with another horizon. */
  public static StoreBuilder<AreaBook> over(
      StoreBuilder<KeyValueStore<Bytes, byte[]>> store, long limit, Horizon horizon) {
    return new Builder(store.withCachingDisabled(), limit, horizon);
  }

  /** What is in it. */
  public Concerns concerns() {
    return concerns;
  }

  /** Makes room for values that are found by their key alone. */
  <V> Shelf<V> shelf(char mark, Form<V> form) {
    var shelf = new Shelf<>(this, mark, form);
    shelves.add(shelf);
    return shelf;
  }

  /** Makes room for values that are also found in the order of their keys. */
  <V> Shelf.InOrder<V> inOrder(char mark, Form<V> form) {
    var shelf = new Shelf.InOrder<>(this, mark, form);
    shelves.add(shelf);
    return shelf;
  }

  /**
   * Takes a step of a record's work: all that it changes, or, where it fails, nothing. Within a
   * step there may be others, which fail for themselves.
   */
  public void attempt(Runnable step) {
    var before = changes.size();
    attempts++;
    try {
      step.run();
      if (attempts == 1) {
        enter();
      }
    } catch (RuntimeException | Error failure) {
      undo(before);
      throw failure;
    } finally {
      attempts--;
    }
  }

  /** Before anything is made ready for a change. */
  void refuseOutsideOfARecord(Bytes key) {
    if (attempts == 0) {
      throw new IllegalStateException("a change outside of a record's work: " + key);
    }
  }

  <V> void change(Leaf<V> leaf, @Nullable V value) {
    changes.add(new Change<>(leaf, leaf.value, leaf.isUnread));
    leaf.value = value;
    leaf.isUnread = false;
  }

  private void undo(int before) {
    for (var i = changes.size() - 1; i >= before; i--) {
      undo(changes.remove(i));
    }
  }

  private <V> void undo(Change<V> change) {
    change.leaf.value = change.before;
    if (change.wasUnread) {
      drop(change.leaf);
    }
  }

  /** Encodes what a record changed, all before any of it counts: then the commit cannot fail. */
  private void enter() {
    var changed = new LinkedHashSet<Leaf<?>>();
    changes.forEach(change -> changed.add(change.leaf));
    var encoded = changed.stream().map(Leaf::encoded).toList();
    changes.clear();
    var next = encoded.iterator();
    for (var leaf : changed) {
      leaf.bytes = next.next().orElse(null);
      size -= leaf.size;
      leaf.size = Leaf.sizeOf(leaf.key, leaf.bytes);
      size += leaf.size;
      unwritten.add(leaf);
    }
    shrink();
  }

  /** Forgets what was not asked for longest. */
  private void shrink() {
    for (var leaf = oldest; leaf != null && size > limit; leaf = oldest) {
      if (unwritten.remove(leaf)) {
        write(leaf);
      }
      drop(leaf);
    }
  }

  private void drop(Leaf<?> leaf) {
    unlink(leaf);
    size -= leaf.size;
    leaf.forget();
  }

  @Override
  public void flushCache() {
    unwritten.forEach(this::write);
    unwritten.clear();
    super.flushCache();
  }

  private void write(Leaf<?> leaf) {
    wrapped().put(leaf.stored(), leaf.bytes);
    leaf.bytes = null;
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {
    forgetAll();
    super.init(context, root);
  }

  @Override
  public void clearCache() {
    forgetAll();
    super.clearCache();
  }

  @Override
  public void close() {
    forgetAll();
    super.close();
  }

  private void forgetAll() {
    changes.clear();
    unwritten.clear();
    latest = null;
    oldest = null;
    size = 0;
    shelves.forEach(Shelf::clear);
  }

  void add(Leaf<?> leaf) {
    size += leaf.size;
    link(leaf);
  }

  /** It was asked for just now. */
  void touched(Leaf<?> leaf) {
    if (leaf != latest) {
      unlink(leaf);
      link(leaf);
    }
  }

  private void link(Leaf<?> leaf) {
    leaf.earlier = latest;
    leaf.later = null;
    if (latest == null) {
      oldest = leaf;
    } else {
      latest.later = leaf;
    }
    latest = leaf;
  }

  private void unlink(Leaf<?> leaf) {
    if (leaf.earlier == null) {
      oldest = leaf.later;
    } else {
      leaf.earlier.later = leaf.later;
    }
    if (leaf.later == null) {
      latest = leaf.earlier;
    } else {
      leaf.later.earlier = leaf.earlier;
    }
  }

  byte @Nullable [] read(Bytes key) {
    return wrapped().get(key);
  }

  KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
    return wrapped().range(from, to);
  }

  private record Builder(
      StoreBuilder<KeyValueStore<Bytes, byte[]>> store, long limit, Horizon horizon)
      implements StoreBuilder<AreaBook> {
    @Override
    public StoreBuilder<AreaBook> withCachingEnabled() {
      throw new UnsupportedOperationException("the book is the cache");
    }

    @Override
    public StoreBuilder<AreaBook> withCachingDisabled() {
      return this;
    }

    @Override
    public StoreBuilder<AreaBook> withLoggingEnabled(Map<String, String> config) {
      return new Builder(store.withLoggingEnabled(config), limit, horizon);
    }

    @Override
    public StoreBuilder<AreaBook> withLoggingDisabled() {
      return new Builder(store.withLoggingDisabled(), limit, horizon);
    }

    @Override
    public AreaBook build() {
      return new AreaBook(store.build(), limit, horizon);
    }

    @Override
    public Map<String, String> logConfig() {
      return store.logConfig();
    }

    @Override
    public boolean loggingEnabled() {
      return store.loggingEnabled();
    }

    @Override
    public String name() {
      return store.name();
    }
  }
}
