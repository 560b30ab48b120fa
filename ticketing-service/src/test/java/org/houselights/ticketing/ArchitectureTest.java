package org.houselights.ticketing;

import java.util.stream.Stream;
import org.houselights.testkit.HouseRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> the_rules_of_the_house_hold() {
        return HouseRules.of("org.houselights.ticketing");
    }
}
