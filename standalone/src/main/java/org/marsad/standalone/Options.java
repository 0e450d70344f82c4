package org.marsad.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.consumer.feeds.FeedSettings;
import org.marsad.consumer.subscribers.SubscribersSource;
import org.marsad.processor.settings.Rules;
import org.marsad.producer.places.LiveGazetteer;
import org.marsad.schemas.checks.Horizon;
import org.marsad.schemas.launch.DiskSpace;

/**
 * How the parts are to be run together.
 *
 * @param folders where data is kept
 * @param httpPort of page and intake, 0 for a free one
 * @param brokerPort of the broker, 0 for a free one
 * @param partitions of each topic, 1 or more
 * @param rules thresholds
 * @param horizon how far back anything is remembered
 * @param rulesFile that the thresholds were read from; null: none
 * @param gazetteer areas and their names
 * @param watchesAreas whether the area files in the data folder are read again when they change
 * @param subscribers who is told
 * @param replyUrl where those who are told reach the page, for links to answer by; empty: no links
 * @param feeds how they are offered
 * @param pageNames names of hosts under which a proxy asks for the page
 * @param disk of the data folder
 * @param homeArea in which the operator's bare place names are looked up first
 * @param terminal what channels of type terminal print on
 * @param colour whether the terminal shows colours
 */
public record Options(
    Folders folders,
    int httpPort,
    int brokerPort,
    int partitions,
    Rules rules,
    Horizon horizon,
    @Nullable Path rulesFile,
    LiveGazetteer gazetteer,
    boolean watchesAreas,
    SubscribersSource subscribers,
    String replyUrl,
    FeedSettings feeds,
    List<String> pageNames,
    DiskSpace disk,
    String homeArea,
    PrintStream terminal,
    boolean colour) {
  /** Partitions of a topic that is created for real use. */
  public static final int PARTITIONS = 4;

  public Options {
    pageNames = List.copyOf(pageNames);
  }

  /** Files that nobody but their owner should read. */
  public List<Path> secrets() throws IOException {
    var secrets = new ArrayList<>(folders.secrets());
    secrets.addAll(subscribers.namedFiles());
    return secrets;
  }
}
