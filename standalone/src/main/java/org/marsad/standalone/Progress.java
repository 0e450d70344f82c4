package org.marsad.standalone;

import java.util.function.Supplier;

/** Is told what long work is doing. */
@FunctionalInterface
public interface Progress {
  /** What begins, or what a person should know of it: a line each. */
  void tell(String line);

  /**
   * How far it is. May be called often: it says as much as a person wants to read.
   *
   * @param line asked for only when it is shown
   */
  default void step(Supplier<String> line) {}
}
