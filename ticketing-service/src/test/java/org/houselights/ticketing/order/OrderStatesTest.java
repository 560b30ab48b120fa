package org.houselights.ticketing.order;

import java.util.EnumSet;
import org.houselights.testkit.PrintedStates;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderStatesTest {

    @Test
    void the_page_of_states_says_the_same() {
        PrintedStates printed = PrintedStates.of("Order", OrderStatus.values(), EnumSet.of(OrderStatus.PLEDGED));
        for (OrderStatus status : OrderStatus.values()) {
            for (OrderStatus next : OrderStatus.values()) {
                if (status.mayBecome(next)) {
                    printed.step(status, next, "");
                }
            }
        }
        printed.areOnThePage();
    }
}
