package org.marsad.processor.state;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.marsad.processor.rules.Certainty;
import org.marsad.processor.rules.Circle;
import org.marsad.processor.rules.GeoPoint;
import org.marsad.processor.rules.PlaceBasis;
import org.marsad.processor.rules.Spot;
import org.marsad.processor.rules.TimePrecision;
import org.marsad.processor.rules.TimeSpan;
import org.marsad.processor.rules.merging.StandingStrike;
import org.marsad.processor.rules.repeat.RepeatStrikeRule;

/**
 * What is known of a strike by its start alone, so that most of those of a bad hour need not be
 * read to see that they fell elsewhere.
 *
 * @param time when it fell
 * @param latestEnd when it was over by the latest word
 * @param spot where it fell; without the place as said
 * @param certainty of the strike
 * @param repeats how certainly it repeats an earlier one, as it was last judged; null: none
 */
public record StartedStrike(
    TimeSpan time, Instant latestEnd, Spot spot, Certainty certainty, @Nullable Certainty repeats) {
  private static final String NONE = "";

  public static StartedStrike of(StandingStrike strike, @Nullable Certainty repeats) {
    var spot = strike.what().spot();
    return new StartedStrike(
        strike.what().time(),
        strike.latestEnd(),
        new Spot(spot.neighbourhood(), spot.basis(), spot.circle(), spot.pointOutsidePlace(), null),
        strike.what().certainty(),
        repeats);
  }

  /**
   * Whether it may have to be judged anew for an earlier strike that changes: of several that it
   * repeats only the surest are told.
   */
  public boolean isTouchedBy(StandingStrike earlier, RepeatStrikeRule rule) {
    return rule.isInWindow(time, earlier.what().time(), earlier.latestEnd())
        && rule.sameSpot(spot, earlier.what().spot(), certainty.and(earlier.what().certainty()))
            .filter(sure -> repeats == null || sure.compareTo(repeats) <= 0)
            .isPresent();
  }

  /** Whether a later strike may repeat it. */
  public boolean canBeRepeatedBy(StandingStrike later, RepeatStrikeRule rule) {
    return rule.isInWindow(later.what().time(), time, latestEnd)
        && rule.canBeSameSpot(spot, later.what().spot());
  }

  public byte[] toBytes() {
    var bytes = new ByteArrayOutputStream();
    var circle = spot.circle();
    var neighbourhood = spot.neighbourhood();
    try (var out = new DataOutputStream(bytes)) {
      out.writeLong(time.from().toEpochMilli());
      out.writeLong(time.until().toEpochMilli());
      out.writeUTF(time.precision().name());
      out.writeLong(latestEnd.toEpochMilli());
      out.writeUTF(neighbourhood == null ? "" : neighbourhood);
      out.writeUTF(spot.basis().name());
      out.writeBoolean(spot.pointOutsidePlace());
      out.writeUTF(certainty.name());
      out.writeUTF(repeats == null ? NONE : repeats.name());
      out.writeBoolean(circle != null);
      if (circle != null) {
        out.writeDouble(circle.centre().lat());
        out.writeDouble(circle.centre().lon());
        out.writeDouble(circle.radiusMetres());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static StartedStrike from(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      var time =
          new TimeSpan(
              Instant.ofEpochMilli(in.readLong()),
              Instant.ofEpochMilli(in.readLong()),
              TimePrecision.valueOf(in.readUTF()));
      var latestEnd = Instant.ofEpochMilli(in.readLong());
      var neighbourhood = in.readUTF();
      var basis = PlaceBasis.valueOf(in.readUTF());
      var outside = in.readBoolean();
      var certainty = Certainty.valueOf(in.readUTF());
      var repeats = in.readUTF();
      var circle =
          in.readBoolean()
              ? new Circle(new GeoPoint(in.readDouble(), in.readDouble()), in.readDouble())
              : null;
      return new StartedStrike(
          time,
          latestEnd,
          new Spot(neighbourhood.isEmpty() ? null : neighbourhood, basis, circle, outside, null),
          certainty,
          repeats.equals(NONE) ? null : Certainty.valueOf(repeats));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
