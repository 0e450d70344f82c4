package org.marsad.consumer.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.marsad.consumer.fixtures.Facts;
import org.marsad.message.Alert;
import org.marsad.message.AreaKind;
import org.marsad.message.AreaProfile;
import org.marsad.message.Certainty;
import org.marsad.message.CountRange;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.LandUse;
import org.marsad.message.LocalName;
import org.marsad.message.MessageType;
import org.marsad.message.Neighbourhood;
import org.marsad.message.Place;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Reality;
import org.marsad.message.ResidentialBasis;
import org.marsad.message.Severity;
import org.marsad.message.Site;
import org.marsad.message.SiteKind;
import org.marsad.message.Strike;
import org.marsad.message.StrikeStatus;
import org.marsad.message.Subject;
import org.marsad.message.SubjectKind;
import org.marsad.message.TimePrecision;
import org.marsad.message.Urgency;
import org.marsad.schemas.MessageCodec;

/** Made-up messages to start a test from; a test changes what it is about. */
final class Examples {
  static final Instant NOON = Instant.parse("2016-10-11T12:00:00Z");
  static final String FARDOUS = "aleppo/al-fardous";

  static {
    var unused = MessageCodec.of(Alert.class); // has Avro trust our classes
  }

  private Examples() {}

  /** A strike where people live, in Fardous, told at noon; it interrupts. */
  static Alert.Builder alert(String alertId) {
    return Alert.newBuilder()
        .setAlertId(alertId)
        .setRevision(1)
        .setMessageType(MessageType.ALERT)
        .setSubject(new Subject(SubjectKind.STRIKE, "strike-1"))
        .setReality(Reality.ACTUAL)
        .setSeverity(Severity.SEVERE)
        .setUrgency(Urgency.IMMEDIATE)
        .setCertainty(Certainty.LIKELY)
        .setSources(1)
        .setArea("aleppo")
        .setTimeZone("Asia/Damascus")
        .setNeighbourhoods(List.of(FARDOUS))
        .setNeighbourhoodsInAll(1)
        .setPlace(new Place(36.187, 37.1508, 200.0, PlaceBasis.NAME, "Al Fardous"))
        .setOnset(NOON.minus(Duration.ofMinutes(20)))
        .setOnsetPrecision(TimePrecision.MINUTE)
        .setSentAt(NOON)
        .setExpiresAt(NOON.plus(Duration.ofHours(24)))
        .setInterrupts(true)
        .setStrikes(1)
        .setStrikeIds(List.of("strike-1"))
        .setDelivery(DeliveryMeans.AIRCRAFT)
        .setImpacts(new CountRange(6, 6, 6))
        .setKilled(new CountRange(45, 47, 50))
        .setFindings(List.of(Facts.residential(ResidentialBasis.MAP)))
        .setRulesHash("hash");
  }

  /** Aleppo's 11 October, the heaviest day in Aleppo by the number of killed. */
  static Alert.Builder record(String alertId, int days, CountRange value) {
    return alert(alertId)
        .setSubject(new Subject(SubjectKind.DAY, "aleppo:2016-10-11"))
        .setSeverity(Severity.EXTREME)
        .setNeighbourhoods(List.of())
        .setNeighbourhoodsInAll(0)
        .setPlace(null)
        .setOnset(Instant.parse("2016-10-10T21:00:00Z"))
        .setOnsetPrecision(TimePrecision.DAY)
        .setDelivery(null)
        .setImpacts(null)
        .setKilled(value)
        .setFindings(
            List.of(
                Facts.heaviest(
                    Facts.record().setValue(value).setLikelyDays(days).setCertainDays(3).build())));
  }

  /** A strike on Fardous just before noon. */
  static Strike.Builder strike(String strikeId) {
    return Strike.newBuilder()
        .setStrikeId(strikeId)
        .setRevision(1)
        .setStatus(StrikeStatus.ACTIVE)
        .setReality(Reality.ACTUAL)
        .setReportIds(List.of("observer-7:1"))
        .setLineages(List.of("observer-7"))
        .setCertainty(Certainty.LIKELY)
        .setArea("aleppo")
        .setNeighbourhood(FARDOUS)
        .setPlaceBasis(PlaceBasis.NAME)
        .setPlaceText("Al Fardous")
        .setLat(36.187)
        .setLon(37.1508)
        .setRadiusMetres(100.0)
        .setOccurredFrom(NOON.minus(Duration.ofMinutes(20)))
        .setOccurredUntil(NOON.minus(Duration.ofMinutes(19)))
        .setTimePrecision(TimePrecision.MINUTE)
        .setDelivery(DeliveryMeans.AIRCRAFT)
        .setKilled(new CountRange(45, 47, 50))
        .setUpdatedAt(NOON);
  }

  /** Aleppo with one neighbourhood, a circle, and no sites. */
  static AreaProfile.Builder aleppo() {
    return AreaProfile.newBuilder()
        .setCode("aleppo")
        .setVersion(1)
        .setKind(AreaKind.TOWN)
        .setNames(names("Aleppo", "حلب"))
        .setTimeZone("Asia/Damascus")
        .setLat(36.2021)
        .setLon(37.1343)
        .setRadiusMetres(9_000)
        .setNeighbourhoods(List.of(neighbourhood(FARDOUS, "Fardous", "الفردوس").build()));
  }

  static Neighbourhood.Builder neighbourhood(String code, String english, String arabic) {
    return Neighbourhood.newBuilder()
        .setCode(code)
        .setNames(names(english, arabic))
        .setLandUse(LandUse.RESIDENTIAL)
        .setLat(36.187)
        .setLon(37.1508)
        .setRadiusMetres(400);
  }

  static Site site(String siteId, SiteKind kind, boolean confidential) {
    return new Site(
        siteId, kind, names("Site " + siteId, siteId), 36.19, 37.15, 20, confidential, true, null);
  }

  static List<LocalName> names(String english, String arabic) {
    return List.of(new LocalName("en", english), new LocalName("ar", arabic));
  }
}
