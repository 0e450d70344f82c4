package org.marsad.standalone.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.marsad.producer.areas.AreaFileException;
import org.marsad.producer.areas.AreasCommand;
import org.marsad.producer.imports.ImportException;
import org.marsad.schemas.MessageCodec;
import org.marsad.schemas.names.CloseNames;
import org.marsad.schemas.settings.SettingsException;
import org.marsad.standalone.client.ApiException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code ./marsad}: usage errors end with 2, failures with 1. */
@Command(
    name = "marsad",
    description = "Airstrike reports in, alerts out.",
    mixinStandardHelpOptions = true,
    version = "marsad 0.1.0",
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      InitCommand.class,
      ReportCommand.class,
      ReplayCommand.class,
      BacktestCommand.class,
      WatchCommand.class,
      ExplainCommand.class,
      DeliveriesCommand.class,
      AcknowledgeCommand.class,
      AssociateCommand.class,
      DisassociateCommand.class,
      PreferCommand.class,
      PlaceCommand.class,
      DecisionsCommand.class,
      MuteCommand.class,
      MutesCommand.class,
      HospitalCommand.class,
      SubscribersCommand.class,
      SourcesCommand.class,
      UsersCommand.class,
      AuditCommand.class,
      SitesCommand.class,
      RejectedCommand.class,
      ArchiveCommand.class,
      AreasCommand.class
    })
public final class MarsadCommand implements Runnable {
  private static final int FAILED = 1;
  private static final int MISUSED = 2;
  private static final int SHOWN = 3;

  @Spec private CommandSpec spec;

  /** Runs the command line and ends the process. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String... args) {
    MessageCodec.trustMessages();
    var terminal = Terminal.ofProcess();
    return line()
        .setParameterExceptionHandler(
            (failure, arguments) -> {
              terminal.fault(failure.getMessage() + help(failure));
              return MISUSED;
            })
        .setExecutionExceptionHandler((failure, line, parsed) -> status(failure, terminal))
        .execute(args);
  }

  /** All commands, as they read what is typed. */
  static CommandLine line() {
    return PastedOptions.read(new CommandLine(new MarsadCommand()))
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  /** Alone it is asked for help, as by {@code --help}. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** What may have been meant where a word is not known, else where all words are. */
  private static String help(ParameterException failure) {
    if (!(failure instanceof UnmatchedArgumentException unknown)) {
      return "";
    }
    var near = unknown.getSuggestions().stream().limit(SHOWN).toList();
    return near.isEmpty()
        ? "; see ./%s --help".formatted(failure.getCommandLine().getCommandSpec().qualifiedName())
        : CloseNames.didYouMean(near);
  }

  private static int status(Exception failure, Terminal terminal) {
    if (failure instanceof SettingsException settings) {
      settings.faults().forEach(terminal::fault);
      return MISUSED;
    }
    if (failure instanceof ApiException refused) {
      refused.lines().forEach(terminal::fault);
      return refused.isUsage() ? MISUSED : FAILED;
    }
    if (failure instanceof IOException
        || failure instanceof UncheckedIOException
        || failure instanceof ImportException
        || failure instanceof AreaFileException) {
      terminal.fault(words(failure));
    } else {
      terminal.fault("failed: " + failure);
    }
    return FAILED;
  }

  /** Of some failures Java itself says no more than the name of a file. */
  private static String words(Exception failure) {
    var cause = failure instanceof UncheckedIOException unchecked ? unchecked.getCause() : failure;
    if (cause instanceof NoSuchFileException missing) {
      return missing.getFile() + ": not found";
    }
    if (cause instanceof AccessDeniedException denied) {
      return denied.getFile() + ": no permission (expected: the user that Marsad runs as)";
    }
    var said = failure.getMessage();
    return said == null ? "failed: " + failure.getClass().getSimpleName() : said;
  }
}
