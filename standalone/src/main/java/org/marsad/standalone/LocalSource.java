package org.marsad.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.marsad.message.SourceKind;
import org.marsad.producer.intake.KnownSource;
import org.marsad.producer.intake.Pseudonyms;
import org.marsad.producer.intake.SourceTokens;
import org.marsad.producer.intake.SourcesFile;
import org.marsad.schemas.settings.PrivateFiles;

/** The operator at this machine as a source: made at the first start, with a token of its own. */
public final class LocalSource {
  private static final String NAME = "local operator";

  private LocalSource() {}

  /** Makes what the intake needs where it is missing. */
  public static void prepare(Folders folders, String homeArea) throws IOException {
    Files.createDirectories(folders.data());
    if (Files.notExists(folders.pseudonymKey())) {
      Pseudonyms.createKey(folders.pseudonymKey());
    }
    if (Files.notExists(folders.sources())) {
      var token = SourceTokens.generate();
      PrivateFiles.replace(folders.operatorToken(), token);
      SourcesFile.write(
          folders.sources(),
          List.of(
              new KnownSource(
                  NAME,
                  SourceTokens.hash(token),
                  SourceKind.OBSERVER,
                  null,
                  homeArea,
                  false,
                  List.of(KnownSource.ANY_SITE),
                  true,
                  List.of(),
                  null)));
    }
  }
}
