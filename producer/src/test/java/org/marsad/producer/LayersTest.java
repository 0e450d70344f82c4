package org.marsad.producer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.marsad.producer",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class LayersTest {
  @ArchTest
  static final ArchRule PARTS_DO_NOT_KNOW_EACH_OTHER =
      noClasses()
          .that()
          .resideInAPackage("org.marsad.producer..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.marsad.processor..", "org.marsad.consumer..");

  @ArchTest
  static final ArchRule READING_KNOWS_NO_WAY_OUT =
      noClasses()
          .that()
          .resideInAnyPackage("org.marsad.producer.report..", "org.marsad.producer.imports..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.marsad.producer.publish..",
              "org.marsad.producer.intake..",
              "org.marsad.producer.replay..",
              "org.apache.kafka..");

  @ArchTest
  static final ArchRule PUBLISHING_KNOWS_NO_WAY_IN =
      noClasses()
          .that()
          .resideInAPackage("org.marsad.producer.publish..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.marsad.producer.intake..",
              "org.marsad.producer.imports..",
              "org.marsad.producer.replay..");

  @ArchTest
  static final ArchRule NO_PACKAGE_DEPENDS_ON_ITSELF =
      slices().matching("org.marsad.(**)").should().beFreeOfCycles();
}
