package org.marsad.consumer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who knows whom. */
@AnalyzeClasses(
    packages = "org.marsad.consumer",
    importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
  /** From the top down: a part knows parts of lower floors only, none of its own. */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of("operations", "fanout", "archive"),
          List.of("replies", "channels", "feeds"),
          List.of("subscribers", "text"),
          List.of("audience", "areas"),
          List.of("reading"));

  @ArchTest
  static final ArchRule knowsOnlyTheContract =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.marsad.processor..", "org.marsad.producer..");

  @ArchTest static final ArchRule knowsOnlyWhatStandsBelow = floors();

  @ArchTest
  static final ArchRule noPackageDependsOnItself =
      slices().matching("org.marsad.(**)").should().beFreeOfCycles();

  private static LayeredArchitecture floors() {
    var all =
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .ensureAllClassesAreContainedInArchitectureIgnoring("org.marsad.consumer");
    var below = new LinkedHashMap<String, List<String>>();
    for (var floor = FLOORS.size() - 1; floor >= 0; floor--) {
      for (var part : FLOORS.get(floor)) {
        all = all.optionalLayer(part).definedBy(within(part)); // a part may not be there yet
        below.put(
            part, FLOORS.subList(floor + 1, FLOORS.size()).stream().flatMap(List::stream).toList());
      }
    }
    for (Map.Entry<String, List<String>> part : below.entrySet()) {
      var layer = all.whereLayer(part.getKey());
      all =
          part.getValue().isEmpty()
              ? layer.mayNotAccessAnyLayer()
              : layer.mayOnlyAccessLayers(part.getValue().toArray(String[]::new));
    }
    return all;
  }

  private static String within(String part) {
    return "org.marsad.consumer." + part + "..";
  }
}
