package org.houselights.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.houselights.testkit.Growth;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Order(Integer.MAX_VALUE)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GrowthTest {

    @Test
    void nothing_takes_longer_because_there_were_more_screenings_before() {
        assumeThat(Growth.seen()).as("statements that other tests made").isPositive();

        assertThat(Growth.of("db/messaging", "db/web", "db/migration")
                        .stays("company", "entered by hand, a few thousand at most")
                        .stays("film", "entered by hand, a few thousand at most")
                        .stays("venue", "entered by hand, a few thousand at most")
                        .stays("auditorium", "entered by hand, a few thousand at most")
                        .stays("approval_rule", "a few for each company")
                        .excuse("select count(s1_0.id) from screening s1_0 where", "a list says how many it has in all")
                        .excuse("from person p1_0 where (", "an operator looks for somebody by any part of a name")
                        .troubles())
                .isEmpty();
    }
}
