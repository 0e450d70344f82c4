package org.marsad.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where things lie inside the data folder.
 *
 * @param data the folder that {@code --data} names
 */
public record Folders(Path data) {
  /** Name of the folder with an installation's own areas, beside its file of subscribers. */
  public static final String AREAS = "areas";

  /** The broker's log. */
  public Path broker() {
    return data.resolve("broker");
  }

  /** The processor's state. */
  public Path state() {
    return data.resolve("state");
  }

  /** What {@code up} logs. */
  public Path log() {
    return data.resolve("log").resolve("marsad.log");
  }

  /** Reports that wait while the broker is away. */
  public Path spool() {
    return data.resolve("spool");
  }

  /** The archive's files. */
  public Path archive() {
    return data.resolve("archive");
  }

  /** Who may report: names, kinds and the hashes of their tokens. */
  public Path sources() {
    return data.resolve("sources.yaml");
  }

  /** Key that turns source names into pseudonyms. */
  public Path pseudonymKey() {
    return data.resolve("pseudonym.key");
  }

  /** Token by which the local operator reports, readable by its owner alone. */
  public Path operatorToken() {
    return data.resolve("operator.token");
  }

  /** Who may use page and API. */
  public Path users() {
    return data.resolve("users.yaml");
  }

  /** Token by which the commands use the API, new at each start, readable by its owner alone. */
  public Path operationsToken() {
    return data.resolve("operations.token");
  }

  /** Key of the links and codes by which alerts are answered, readable by its owner alone. */
  public Path replyKey() {
    return data.resolve("reply.key");
  }

  /** What the installation is called, where it is reached, and so on. */
  public Path settings() {
    return data.resolve("marsad.properties");
  }

  /** Areas of its own with their hospitals, instead of the bundled ones. */
  public Path areas() {
    return data.resolve(AREAS);
  }

  /** Passwords and tokens that the file of subscribers names. */
  public Path keys() {
    return data.resolve("keys");
  }

  /** Keys and tokens in the data folder; not all of them need be there. */
  List<Path> secrets() throws IOException {
    var secrets =
        new ArrayList<>(
            List.of(
                sources(),
                pseudonymKey(),
                operatorToken(),
                users(),
                operationsToken(),
                replyKey()));
    if (Files.isDirectory(keys())) {
      try (var files = Files.list(keys())) {
        files.forEach(secrets::add);
      }
    }
    return secrets;
  }

  /** Who is told, unless another file is named. */
  public Path subscribers() {
    return data.resolve("subscribers.yaml");
  }
}
