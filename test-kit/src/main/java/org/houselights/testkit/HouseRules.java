package org.houselights.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;

/**
 * The rules of the house about how code is cut and named, as tests. Each service applies them to itself:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> the_rules_of_the_house_hold() {
 *     return HouseRules.of("org.houselights.screening");
 * }
 * }</pre>
 */
public final class HouseRules {

    private static final Set<String> TECHNICAL_PACKAGES = Set.of(
            "adapter",
            "api",
            "application",
            "common",
            "config",
            "configuration",
            "controller",
            "controllers",
            "core",
            "domain",
            "dto",
            "dtos",
            "entities",
            "entity",
            "exception",
            "exceptions",
            "helper",
            "helpers",
            "impl",
            "infrastructure",
            "internal",
            "manager",
            "model",
            "models",
            "persistence",
            "port",
            "repositories",
            "repository",
            "rest",
            "service",
            "services",
            "shared",
            "util",
            "utils",
            "vo");

    private HouseRules() {}

    /** One test for each rule, over the production code in {@code root} and below. */
    public static Stream<DynamicTest> of(String root) {
        var production = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        return of(root, production);
    }

    static Stream<DynamicTest> of(String root, JavaClasses code) {
        return all(root).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> rule.getValue().allowEmptyShould(true).check(code)));
    }

    private static Map<String, ArchRule> all(String root) {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("packages name the business", packagesNameTheBusiness());
        rules.put("every package says in its package-info what it is for", packagesIntroduceThemselves());
        rules.put("features know each other in one direction only", featuresAreFreeOfCycles(root));
        rules.put("repositories stay inside their package", repositoriesStayInside());
        rules.put("aggregates have no setters", aggregatesHaveNoSetters());
        rules.put("time comes from the injected clock", timeComesFromTheClock());
        rules.put("what a class needs is given to its constructor", needsComeThroughTheConstructor());
        rules.put("names say what a thing is", namesSayWhatAThingIs());
        return rules;
    }

    private static ArchRule packagesNameTheBusiness() {
        return noClasses().should(new ArchCondition<>("be in a package with a technical name") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean technical =
                        Stream.of(item.getPackageName().split("\\.")).anyMatch(TECHNICAL_PACKAGES::contains);
                events.add(new SimpleConditionEvent(item, technical, item.getName()));
            }
        });
    }

    private static ArchRule packagesIntroduceThemselves() {
        return classes().should(new ArchCondition<>("be in a package with a package-info that is @NullMarked") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean introduced = item.getPackage()
                        .tryGetPackageInfo()
                        .filter(info -> info.isAnnotatedWith(NullMarked.class))
                        .isPresent();
                events.add(new SimpleConditionEvent(item, introduced, item.getPackageName() + " has none"));
            }
        });
    }

    private static ArchRule featuresAreFreeOfCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    private static ArchRule repositoriesStayInside() {
        return noClasses()
                .that()
                .areAssignableTo("org.springframework.data.repository.Repository")
                .should()
                .bePublic();
    }

    private static ArchRule aggregatesHaveNoSetters() {
        return noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .haveNameMatching("set[A-Z].*");
    }

    private static ArchRule timeComesFromTheClock() {
        return noClasses().should().callCodeUnitWhere(describe("the time is asked of the machine", call -> {
            var target = call.getTarget();
            var owner = target.getOwner();
            var parameters = target.getRawParameterTypes();
            boolean now = owner.getPackageName().equals("java.time")
                    && target.getName().equals("now")
                    && parameters.stream().noneMatch(parameter -> parameter.isEquivalentTo(Clock.class));
            boolean millis =
                    owner.isEquivalentTo(System.class) && target.getName().equals("currentTimeMillis");
            boolean date = owner.isEquivalentTo(Date.class)
                    && target.getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
                    && parameters.isEmpty();
            boolean clock =
                    owner.isEquivalentTo(Clock.class) && target.getName().startsWith("system");
            return now || millis || date || clock;
        }));
    }

    private static ArchRule needsComeThroughTheConstructor() {
        return noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource");
    }

    private static ArchRule namesSayWhatAThingIs() {
        return noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|Dto|DTO)");
    }
}
