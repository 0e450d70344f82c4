package org.marsad.processor.whole;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The oracle shares nothing with what it is compared with. */
@AnalyzeClasses(packages = "org.marsad.processor.oracle")
class OracleAloneTest {
  @ArchTest
  static final ArchRule shouldKnowTheMessagesAndGeodesyAlone =
      classes()
          .that()
          .resideInAPackage("org.marsad.processor.oracle..")
          .and()
          .haveSimpleNameNotEndingWith("Test")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify.annotations..",
              "net.sf.geographiclib..",
              "org.apache.avro..",
              "org.marsad.message..",
              "org.marsad.processor.oracle..");
}
