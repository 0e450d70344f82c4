package org.marsad.producer.report;

import java.util.Optional;
import org.marsad.message.AreaProfile;

/** Looks areas up by their code. Safe for use by many threads. */
@FunctionalInterface
public interface AreaRegister {
  Optional<AreaProfile> area(String code);
}
