package org.marsad.standalone.attack;

import org.marsad.producer.intake.SourceTokens;

/** Tokens that follow from a name, the same in every world. */
final class Tokens {
  private Tokens() {}

  /** What its owner shows. */
  static String of(String name) {
    return "token-of-" + name + "-0123456789-0123456789-0123456789";
  }

  /** What others keep of it. */
  static String hashOf(String name) {
    return SourceTokens.hash(of(name));
  }
}
