package org.houselights.notification;

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
    void nothing_takes_longer_because_there_were_more_mails_before() {
        assumeThat(Growth.seen()).as("statements that other tests made").isPositive();

        assertThat(Growth.of("db/messaging", "db/web", "db/migration")
                        .excuse(
                                "select count(*) from mail where (",
                                "a list says how many it has in all; only operators ask for all")
                        .troubles())
                .isEmpty();
    }
}
