package org.marsad.consumer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.marsad.consumer",
    importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
  @ArchTest
  static final ArchRule knowsOnlyTheContract =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.marsad.processor..", "org.marsad.producer..");

  @ArchTest static final ArchRule fanoutStandsAlone = apart("fanout", "dashboard", "archive");

  @ArchTest static final ArchRule dashboardStandsAlone = apart("dashboard", "fanout", "archive");

  @ArchTest static final ArchRule archiveStandsAlone = apart("archive", "fanout", "dashboard");

  @ArchTest
  static final ArchRule noPackageDependsOnItself =
      slices().matching("org.marsad.consumer.(**)").should().beFreeOfCycles();

  private static ArchRule apart(String part, String... others) {
    var packages = new String[others.length];
    for (var index = 0; index < others.length; index++) {
      packages[index] = "org.marsad.consumer." + others[index] + "..";
    }
    return noClasses()
        .that()
        .resideInAPackage("org.marsad.consumer." + part + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .allowEmptyShould(true); // a part may not be there yet
  }
}
