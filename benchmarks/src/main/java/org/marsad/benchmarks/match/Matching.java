package org.marsad.benchmarks.match;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.marsad.consumer.subscribers.Subscriber;
import org.marsad.consumer.subscribers.matching.MatchIndex;
import org.marsad.consumer.subscribers.matching.Matcher;
import org.marsad.message.Alert;
import org.marsad.schemas.MessageCodec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Whom one alert concerns, by the index and by a look at each. Run by JMH, see {@link Match}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@NullUnmarked // JMH calls the set-up before all else
public class Matching {
  /** How many subscribers there are. */
  @Param({"1000", "100000"})
  public int subscribers;

  private List<Subscriber> crowd;
  private MatchIndex index;
  private Alert strike;

  /** Makes the crowd and its index. */
  @Setup
  public void gather() {
    MessageCodec.trustMessages();
    crowd = Crowd.of(subscribers);
    index = new MatchIndex(crowd, area -> Optional.empty());
    strike = Crowd.strike();
  }

  /** As the fan-out does it. */
  @Benchmark
  public int byIndex() {
    return known(index.concerned(strike).size());
  }

  /** The baseline. */
  @Benchmark
  public int byScan() {
    return known(Matcher.askEach(crowd, strike, false, area -> Optional.empty()).size());
  }

  /** A fast wrong answer is no answer. */
  private static int known(int concerned) {
    if (concerned != Crowd.CONCERNED) {
      throw new IllegalStateException(
          "concerned: %d (expected: %d)".formatted(concerned, Crowd.CONCERNED));
    }
    return concerned;
  }
}
