package org.houselights.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HouseRulesTest {

    private static final String BROKEN = "org.houselights.testkit.broken";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "packages name the business",
                "every package says in its package-info what it is for",
                "features know each other in one direction only",
                "time comes from the injected clock",
                "what a class needs is given to its constructor",
                "names say what a thing is"
            })
    void code_that_breaks_a_rule_is_refused(String rule) {
        var broken = new ClassFileImporter().importPackages(BROKEN);
        var test = HouseRules.of(BROKEN, broken)
                .filter(candidate -> candidate.getDisplayName().equals(rule))
                .findFirst()
                .orElseThrow();

        assertThat(catchThrowable(() -> test.getExecutable().execute())).isInstanceOf(AssertionError.class);
    }
}
