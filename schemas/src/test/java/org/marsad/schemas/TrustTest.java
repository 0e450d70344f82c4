package org.marsad.schemas;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.message.DeliveryMeans;
import org.marsad.message.PlaceBasis;
import org.marsad.message.Reality;
import org.marsad.message.ReportStatus;
import org.marsad.message.Source;
import org.marsad.message.SourceKind;
import org.marsad.message.StrikeReport;
import org.marsad.message.TimePrecision;

/** Each test loads Avro and the messages afresh, as a process that has just started. */
class TrustTest {
  private URLClassLoader freshProcess;

  @BeforeEach
  void load() throws MalformedURLException {
    var places = new ArrayList<URL>();
    for (var place : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      places.add(Path.of(place).toUri().toURL());
    }
    freshProcess =
        new URLClassLoader(places.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  @AfterEach
  void unload() throws java.io.IOException {
    freshProcess.close();
  }

  @Test
  void shouldFillDefaultsInWhenMessagesAreTrusted() {
    assertThatCode(() -> run(Trusting.class)).doesNotThrowAnyException();
  }

  /** Once this fails, Avro no longer needs to be told, and {@code trustMessages} can go. */
  @Test
  void shouldBeForbiddenToFillDefaultsInWhenNobodyTrustsTheMessages() {
    assertThatThrownBy(() -> run(Careless.class))
        .rootCause()
        .isInstanceOf(SecurityException.class)
        .hasMessageContaining("Forbidden");
  }

  private void run(Class<? extends Runnable> type) throws ReflectiveOperationException {
    var constructor = freshProcess.loadClass(type.getName()).getDeclaredConstructor();
    ((Runnable) constructor.newInstance()).run();
  }

  /** Builds a message before anything else of ours is loaded. */
  public static final class Careless implements Runnable {
    @Override
    public void run() {
      buildOnDefaults();
    }
  }

  /** The same, after the explicit call. */
  public static final class Trusting implements Runnable {
    @Override
    public void run() {
      MessageCodec.trustMessages();
      buildOnDefaults();
    }
  }

  /** Leaves out {@code deliveryBasis}, an enum, whose default the builder looks up. */
  private static void buildOnDefaults() {
    StrikeReport.newBuilder()
        .setReportId("a:1")
        .setRevision(1)
        .setStatus(ReportStatus.REPORTED)
        .setReality(Reality.TEST)
        .setSource(new Source("a", SourceKind.OBSERVER, "a"))
        .setOccurredFrom(Instant.EPOCH)
        .setOccurredUntil(Instant.EPOCH)
        .setTimePrecision(TimePrecision.SECOND)
        .setReceivedAt(Instant.EPOCH)
        .setArea("aleppo")
        .setPlaceBasis(PlaceBasis.CODE)
        .setDelivery(DeliveryMeans.UNKNOWN)
        .build();
  }
}
