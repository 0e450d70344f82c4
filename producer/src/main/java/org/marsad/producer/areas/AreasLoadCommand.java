package org.marsad.producer.areas;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.marsad.message.AreaProfile;
import org.marsad.schemas.launch.KafkaOptions;
import org.marsad.schemas.settings.SettingsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code marsad areas load}: files of areas, or the bundled ones, into the log. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description = "Load areas into the log: the given files and directories, else the bundled.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class AreasLoadCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "Files or directories of areas.")
  private @Nullable List<Path> files;

  @Mixin private KafkaOptions options = new KafkaOptions();

  @Override
  public Integer call() throws InterruptedException {
    try {
      var kafka = options.connection(System.getenv());
      var count = AreasLoader.load(kafka, areas());
      spec.commandLine().getOut().printf("%d areas -> %s%n", count, kafka.topics().areas());
      spec.commandLine().getOut().flush();
      return 0;
    } catch (SettingsException e) {
      throw new ParameterException(spec.commandLine(), String.join("; ", e.faults()));
    } catch (AreaFileException | KafkaException e) {
      return failed(String.valueOf(e.getMessage()));
    } catch (ExecutionException e) {
      return failed(String.valueOf(e.getCause()));
    } catch (IOException e) {
      return failed(e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private List<AreaProfile> areas() throws IOException {
    return files == null || files.isEmpty() ? AreaFiles.bundled() : AreaFiles.read(files);
  }

  private int failed(String message) {
    spec.commandLine().getErr().println("areas load: " + message);
    spec.commandLine().getErr().flush();
    return 1;
  }
}
