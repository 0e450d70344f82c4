package org.marsad.producer.imports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.marsad.message.DeliveryMeans;

/**
 * What a headline's wording says about an attack. Low confidence: a headline often tells of several
 * places, and "bombardment" may be guns. Several headlines are joined by {@code ;} and each is read
 * by itself.
 *
 * @param delivery what delivered it; UNKNOWN for a bombardment of which no more is said
 * @param residential the same headline speaks of where people live
 */
record Wording(DeliveryMeans delivery, boolean residential) {
  private record Sign(DeliveryMeans delivery, Pattern words) {}

  /** In order of trust: the first that is found anywhere decides. */
  private static final List<Sign> SIGNS =
      List.of(
          new Sign(DeliveryMeans.DRONE, words("drones?")),
          new Sign(
              DeliveryMeans.HELICOPTER, words("helicopters?|barrel bombs?|explosive barrels?")),
          new Sign(
              DeliveryMeans.AIRCRAFT,
              words("air ?strikes?|air|aerial|warplanes?|jets?|raids?|raided")),
          new Sign(
              DeliveryMeans.UNKNOWN,
              words("bombardments?|bombarded|(?<!car )(?<!suicide )bombings?")));

  /** Not an attack from the air, though its words sound like one. */
  private static final Pattern OTHERWISE = words("shots? down|air ?drops?");

  private static final Pattern LIVED_IN =
      words("residential|neighbou?rhoods?|houses|homes|apartments?");

  /** What a headline says, or nothing where it speaks of no attack from the air. */
  static Optional<Wording> of(String headlines) {
    var texts =
        Pattern.compile(";")
            .splitAsStream(headlines.toLowerCase(Locale.ROOT))
            .filter(text -> !OTHERWISE.matcher(text).find())
            .toList();
    for (var sign : SIGNS) {
      var speaking = texts.stream().filter(text -> sign.words().matcher(text).find()).toList();
      if (!speaking.isEmpty()) {
        var residential = speaking.stream().anyMatch(text -> LIVED_IN.matcher(text).find());
        return Optional.of(new Wording(sign.delivery(), residential));
      }
    }
    return Optional.empty();
  }

  private static Pattern words(String alternatives) {
    return Pattern.compile("\\b(" + alternatives + ")\\b");
  }
}
