package org.marsad.processor.whole;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.marsad.processor.state.AreaBook;

/**
 * A store in memory, one shelf of which cannot be read while one in so many records is at work: so
 * whichever rule asks that shelf throws in the middle of its judging.
 */
final class FailingShelf {
  static final String FAILURE = "the shelf cannot be read";

  private final char mark;
  private final int oneIn;
  private int asking;
  private boolean isAsked;
  private boolean fails;

  /**
   * @param mark of the shelf
   * @param oneIn of the records that ask the shelf, every how manieth fails
   */
  FailingShelf(char mark, int oneIn) {
    this.mark = mark;
    this.oneIn = oneIn;
  }

  /** A book that remembers nothing between records, so that each asks the shelf. */
  StoreBuilder<AreaBook> book() {
    return AreaBook.over(
            Stores.keyValueStoreBuilder(new Supplier(), Serdes.Bytes(), Serdes.ByteArray()), 0)
        .withLoggingDisabled();
  }

  /** Another record comes. */
  void next() {
    isAsked = false;
    fails = false;
  }

  /** Whether the record failed. */
  boolean hasFailed() {
    return fails;
  }

  private void ask(Bytes key) {
    if (key.get()[0] != mark) {
      return;
    }
    if (!isAsked) {
      isAsked = true;
      asking++;
      fails = asking % oneIn == 0;
    }
    if (fails) {
      throw new IllegalStateException(FAILURE);
    }
  }

  private final class Supplier implements KeyValueBytesStoreSupplier {
    @Override
    public String name() {
      return AreaBook.NAME;
    }

    @Override
    @SuppressWarnings("unchecked")
    public KeyValueStore<Bytes, byte[]> get() {
      var store = Stores.inMemoryKeyValueStore(name()).get();
      return (KeyValueStore<Bytes, byte[]>)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {KeyValueStore.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("get") || method.getName().equals("range")) {
                  ask((Bytes) arguments[0]);
                }
                try {
                  return method.invoke(store, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }

    @Override
    public String metricsScope() {
      return "memory";
    }
  }
}
