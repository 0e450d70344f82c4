package org.marsad.processor.topology;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.marsad.processor.rules.Circle;
import org.marsad.processor.rules.GeoPoint;
import org.marsad.processor.rules.PlaceBasis;
import org.marsad.processor.rules.Spot;
import org.marsad.processor.rules.merging.StandingStrike;

/**
 * What is known of a strike by its start alone, so that most of those of a bad hour need not be
 * read to see that they fell elsewhere.
 *
 * @param latestEnd when it was over by the latest word
 * @param spot where it fell; without the place as said
 */
record StartedStrike(Instant latestEnd, Spot spot) {
  static StartedStrike of(StandingStrike strike) {
    var spot = strike.what().spot();
    return new StartedStrike(
        strike.latestEnd(),
        new Spot(
            spot.neighbourhood(), spot.basis(), spot.circle(), spot.pointOutsidePlace(), null));
  }

  byte[] toBytes() {
    var bytes = new ByteArrayOutputStream();
    var circle = spot.circle();
    var neighbourhood = spot.neighbourhood();
    try (var out = new DataOutputStream(bytes)) {
      out.writeLong(latestEnd.toEpochMilli());
      out.writeUTF(neighbourhood == null ? "" : neighbourhood);
      out.writeUTF(spot.basis().name());
      out.writeBoolean(spot.pointOutsidePlace());
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

  static StartedStrike from(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      var latestEnd = Instant.ofEpochMilli(in.readLong());
      var neighbourhood = in.readUTF();
      var basis = PlaceBasis.valueOf(in.readUTF());
      var outside = in.readBoolean();
      var circle =
          in.readBoolean()
              ? new Circle(new GeoPoint(in.readDouble(), in.readDouble()), in.readDouble())
              : null;
      return new StartedStrike(
          latestEnd,
          new Spot(neighbourhood.isEmpty() ? null : neighbourhood, basis, circle, outside, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
