package org.ophiura.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** Holds the modules to the directions that docs/architecture.md draws. */
final class ArchitectureTest {
  private static final JavaClasses OPHIURA =
      new ClassFileImporter()
          // The predefined option knows target/test-classes only, and so misses folders by version.
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages("org.ophiura");

  @Test
  void modulesDependOnlyInTheDirectionsOfTheDesign() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("models")
        .definedBy("org.ophiura.models..")
        .layer("contracts")
        .definedBy("org.ophiura.sim", "org.ophiura.sim.plugin", "org.ophiura.sim.environment")
        .layer("preset")
        .definedBy("org.ophiura.mujoco..")
        .layer("mujoco")
        .definedBy("org.ophiura.sim.mujoco..")
        .layer("classic")
        .definedBy("org.ophiura.sim.classic..")
        .layer("hardware")
        .definedBy("org.ophiura.sim.hardware..")
        .layer("motion")
        .definedBy("org.ophiura.motion..")
        .layer("learning")
        .definedBy("org.ophiura.learning..")
        .layer("experiments")
        .definedBy("org.ophiura.app..")
        .whereLayer("models")
        .mayOnlyBeAccessedByLayers("mujoco", "experiments")
        .whereLayer("models")
        .mayNotAccessAnyLayer()
        .whereLayer("contracts")
        .mayNotAccessAnyLayer()
        .whereLayer("preset")
        .mayNotAccessAnyLayer()
        .whereLayer("preset")
        .mayOnlyBeAccessedByLayers("mujoco")
        .whereLayer("mujoco")
        .mayOnlyBeAccessedByLayers("experiments")
        .whereLayer("classic")
        .mayOnlyAccessLayers("contracts")
        .whereLayer("hardware")
        .mayOnlyAccessLayers("contracts")
        .whereLayer("motion")
        .mayOnlyAccessLayers("contracts")
        .whereLayer("learning")
        .mayOnlyAccessLayers("contracts")
        .whereLayer("experiments")
        .mayNotBeAccessedByAnyLayer()
        .check(OPHIURA);
  }

  @Test
  void packagesOfAModuleFormNoCycle() {
    for (String module : new String[] {"models", "sim", "motion", "learning", "app"}) {
      slices()
          .matching("org.ophiura." + module + ".(*)..")
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true)
          .check(OPHIURA);
    }
  }

  @Test
  void noPackageIsALumberRoom() {
    noClasses()
        .should()
        .resideInAnyPackage("..util..", "..utils..", "..common..", "..core..", "..manager..")
        .check(OPHIURA);
  }

  @Test
  void nothingMutableIsStatic() {
    fields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackages("org.ophiura.mujoco..")
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(OPHIURA);
  }

  @Test
  void onlyTheCommandLinePrintsOrExits() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.ophiura.app.cli..", "org.ophiura.mujoco..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(OPHIURA);
  }

  @Test
  void classesAreFinalOrSealedOrAbstract() {
    classes()
        .that()
        .areTopLevelClasses()
        .and()
        .areNotInterfaces()
        .and()
        .areNotEnums()
        .and()
        .resideOutsideOfPackages("org.ophiura.mujoco..")
        .should()
        .haveModifier(JavaModifier.FINAL)
        .orShould()
        .haveModifier(JavaModifier.ABSTRACT)
        .check(OPHIURA);
  }
}
