package fr.prosante.keycloak;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderFactory;

/** The rules of dependency that CONTRIBUTING.md states. */
final class ArchitectureTest {

    private static final String BASE = "fr.prosante.keycloak";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);
    private static final Set<String> SHARED = Set.of("identity", "proof", "config", "outcome", "mail", "info");

    @Test
    void coresKnowNothingOfKeycloak() {
        classes()
                .that()
                .resideInAPackage("..core..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax..", "org.jspecify..", "org.bouncycastle..", BASE + "..core..")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"card", "psc", "account", "otp", "charter", "login", "token"})
    void featuresKnowNothingOfEachOther(String feature) {
        String[] allowed = Stream.concat(SHARED.stream(), Stream.of(feature))
                .flatMap(name -> Stream.of(BASE + "." + name, BASE + "." + name + ".."))
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(BASE + "." + feature + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(BASE + "..")
                        .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(allowed))))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void classesAreFinal() {
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .areNotAnonymousClasses()
                .and()
                .doNotHaveSimpleName("package-info")
                .should(be(DescribedPredicate.describe(
                        "final", type -> type.getModifiers().contains(FINAL))))
                .check(CLASSES);
    }

    @Test
    void noDrawersForOddments() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..domain..", "..misc..")
                .check(CLASSES);
    }

    @Test
    void factoriesKeepNoSession() {
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .areAssignableTo(ProviderFactory.class)
                .should()
                .haveRawType(KeycloakSession.class)
                .check(CLASSES);
    }

    @Test
    void staticStateIsConstant() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }
}
