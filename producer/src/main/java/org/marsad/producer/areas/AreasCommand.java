package org.marsad.producer.areas;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code marsad areas}: builds areas from maps, and loads them into the log. */
@Command(
    name = "areas",
    mixinStandardHelpOptions = true,
    description = "Build areas from polygons or centres, and load them into the log.",
    subcommands = {AreasBuildCommand.class, AreasLoadCommand.class})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class AreasCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "areas: no subcommand (expected: build or load)");
  }
}
