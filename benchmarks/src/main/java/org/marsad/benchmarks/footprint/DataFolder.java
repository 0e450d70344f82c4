package org.marsad.benchmarks.footprint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a data folder takes, as {@code du} counts it.
 *
 * @param apparentBytes lengths of all files: what a copy takes that does not know of holes
 * @param realBytes of the disk
 */
record DataFolder(long apparentBytes, long realBytes) {
  private static final int TOLD = 6;

  static DataFolder of(Path folder) throws IOException, InterruptedException {
    return new DataFolder(sum(du(List.of(folder), "--apparent-size")), sum(du(List.of(folder))));
  }

  /** Its largest parts, a topic's partitions together, with what each takes of the disk. */
  static String parts(Path folder) throws IOException, InterruptedException {
    var paths = new ArrayList<Path>();
    for (var part : children(folder)) {
      paths.addAll(part.endsWith("broker") ? children(part) : List.of(part));
    }
    var parts = new HashMap<String, Long>();
    du(paths)
        .forEach(
            (path, bytes) ->
                parts.merge(
                    path.getFileName().toString().replaceAll("-\\d+$", ""), bytes, Long::sum));
    return parts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(TOLD)
        .map(part -> "%s %.1f MB".formatted(part.getKey(), Megabytes.of(part.getValue())))
        .collect(Collectors.joining(", "));
  }

  private static List<Path> children(Path folder) throws IOException {
    try (var children = Files.list(folder)) {
      return children.toList();
    }
  }

  private static long sum(Map<Path, Long> bytes) {
    return bytes.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Files come and go meanwhile, of which {@code du} complains at its end. */
  private static Map<Path, Long> du(List<Path> paths, String... options)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("du", "-s", "-B1"));
    command.addAll(List.of(options));
    paths.forEach(path -> command.add(path.toString()));
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var bytes = new HashMap<Path, Long>();
    try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var tab = line.indexOf('\t');
        bytes.put(Path.of(line.substring(tab + 1)), Long.parseLong(line.substring(0, tab)));
      }
    }
    process.waitFor();
    return bytes;
  }
}
