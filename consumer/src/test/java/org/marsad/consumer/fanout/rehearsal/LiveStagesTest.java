package org.marsad.consumer.fanout.rehearsal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.marsad.consumer.channels.Channel;
import org.marsad.consumer.fanout.stages.DeliveryLog;
import org.marsad.consumer.fanout.stages.Fanout;
import org.marsad.consumer.fanout.stages.Loop;

/** A rehearsal runs the classes that run live; only clock and sender differ. */
@AnalyzeClasses(
    packages = "org.marsad.consumer.fanout",
    importOptions = ImportOption.DoNotIncludeTests.class)
class LiveStagesTest {
  private static final String REHEARSAL = "org.marsad.consumer.fanout.rehearsal..";

  /** The loop with its clock, the channel that sends nothing, and where outcomes are written. */
  private static final Set<String> ITS_OWN =
      Set.of(Loop.class.getName(), Channel.class.getName(), DeliveryLog.class.getName());

  @ArchTest
  static final ArchRule rehearsalAndLiveHandAlertsToTheSameStages =
      classes()
          .that()
          .haveFullyQualifiedName("org.marsad.consumer.fanout.AlertsReader")
          .or()
          .haveFullyQualifiedName("org.marsad.consumer.fanout.rehearsal.Rehearsal$Stage")
          .should(handAlertsToTheStages());

  @ArchTest
  static final ArchRule itPutsNothingInThePlaceOfAStage =
      classes().that().resideInAPackage(REHEARSAL).should(implementNothingElse());

  @ArchTest
  static final ArchRule nothingThatRunsLiveKnowsOfRehearsals =
      noClasses()
          .that()
          .resideOutsideOfPackage(REHEARSAL)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(REHEARSAL);

  private static ArchCondition<JavaClass> handAlertsToTheStages() {
    return new ArchCondition<>("hand alerts to " + Fanout.class.getSimpleName()) {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        var hands =
            item.getMethodCallsFromSelf().stream()
                .anyMatch(
                    call ->
                        call.getTargetOwner().isEquivalentTo(Fanout.class)
                            && call.getName().equals("accept"));
        events.add(new SimpleConditionEvent(item, hands, item.getName()));
      }
    };
  }

  private static ArchCondition<JavaClass> implementNothingElse() {
    return new ArchCondition<>("implement nothing of the fan-out but " + ITS_OWN) {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        for (var type : item.getAllRawInterfaces()) {
          var isOurs = type.getPackageName().startsWith("org.marsad.consumer");
          var ok = !isOurs || ITS_OWN.contains(type.getName());
          events.add(new SimpleConditionEvent(item, ok, item.getName() + " " + type.getName()));
        }
        var parent = item.getRawSuperclass().map(JavaClass::getPackageName).orElse("");
        var ok = !parent.startsWith("org.marsad.consumer");
        events.add(new SimpleConditionEvent(item, ok, item.getName() + " extends " + parent));
      }
    };
  }
}
