package org.marsad.processor;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Who knows whom. */
@AnalyzeClasses(
    packages = "org.marsad.processor",
    importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
  @ArchTest
  static final ArchRule shouldKeepKafkaAndAvroOutOfTheRules =
      noClasses()
          .that()
          .resideInAPackage("org.marsad.processor.rules..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..",
              "org.apache.avro..",
              "org.marsad.message..",
              "org.marsad.schemas..",
              "org.marsad.processor.topology..",
              "org.marsad.processor.judging..",
              "org.marsad.processor.merging..",
              "org.marsad.processor.state..",
              "org.marsad.processor.mapping..",
              "org.marsad.processor.settings..");

  @ArchTest
  static final ArchRule shouldBuildTheRulesOfPlainJavaAndGeodesyAlone =
      classes()
          .that()
          .resideInAPackage("org.marsad.processor.rules..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify.annotations..",
              "net.sf.geographiclib..",
              "org.marsad.processor.rules..");

  @ArchTest
  static final ArchRule shouldKeepTheOrderOfTheParts =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("topology")
          .definedBy("org.marsad.processor.topology..")
          .layer("judging")
          .definedBy("org.marsad.processor.judging..")
          .layer("merging")
          .definedBy("org.marsad.processor.merging..")
          .layer("state")
          .definedBy("org.marsad.processor.state..")
          .layer("mapping")
          .definedBy("org.marsad.processor.mapping..")
          .whereLayer("topology")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("judging")
          .mayOnlyBeAccessedByLayers("topology")
          .whereLayer("merging")
          .mayOnlyBeAccessedByLayers("topology", "judging")
          .whereLayer("state")
          .mayOnlyBeAccessedByLayers("topology", "judging", "merging")
          .whereLayer("mapping")
          .mayOnlyBeAccessedByLayers("topology", "judging", "merging", "state");

  @ArchTest
  static final ArchRule shouldHaveNoCycles =
      slices().matching("org.marsad.(**)").should().beFreeOfCycles();

  /**
   * Over what was deleted since the commit, a cached store's backward range gives null values, and
   * entries that were deleted.
   */
  @ArchTest
  static final ArchRule shouldNeverReadAStoreBackwards =
      noClasses()
          .should()
          .callMethodWhere(
              target(nameMatching("reverse(Range|All)"))
                  .and(target(owner(assignableTo(ReadOnlyKeyValueStore.class)))));

  @ArchTest
  static final ArchRule shouldNotKnowTheOtherModules =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.marsad.producer..", "org.marsad.consumer..");
}
