package org.marsad.producer;

import java.nio.file.Path;
import java.time.Clock;
import org.marsad.producer.places.Gazetteer;
import org.marsad.schemas.launch.PartMain;

/** Starts intake and publisher as a process of their own. */
public final class ProducerMain {
  private ProducerMain() {}

  public static void main(String[] arguments) {
    var main =
        new PartMain(
            "producer",
            ProducerSettings.DEFINITION,
            settings -> {
              var files =
                  settings.list(ProducerSettings.AREAS_FILES).stream().map(Path::of).toList();
              var gazetteer = files.isEmpty() ? Gazetteer.bundled() : Gazetteer.read(files);
              return new ProducerGateway(
                  settings, gazetteer::resolve, gazetteer, Clock.systemUTC());
            },
            System.err);
    System.exit(main.run(arguments, System.getenv()));
  }
}
