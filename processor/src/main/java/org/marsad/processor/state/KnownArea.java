package org.marsad.processor.state;

import org.marsad.message.AreaProfile;
import org.marsad.processor.mapping.Domain;
import org.marsad.processor.rules.AreaMap;
import org.marsad.schemas.MessageCodec;

/**
 * An area's newest profile.
 *
 * @param bytes as it came
 * @param version of the profile
 * @param map with all its sites
 * @param actual with the sites that count in earnest
 * @param rehearsed with those that count in exercises and tests
 */
@SuppressWarnings("ArrayRecordComponent") // read and written, never compared
public record KnownArea(byte[] bytes, int version, AreaMap map, AreaMap actual, AreaMap rehearsed) {
  /**
   * Reads a profile.
   *
   * @throws RuntimeException where it is none, or one that the rules could not use
   */
  public static KnownArea from(byte[] bytes, MessageCodec<AreaProfile> codec) {
    var profile = codec.decode(bytes);
    var map = Domain.map(profile);
    return new KnownArea(bytes, profile.getVersion(), map, map.in(true), map.in(false));
  }
}
