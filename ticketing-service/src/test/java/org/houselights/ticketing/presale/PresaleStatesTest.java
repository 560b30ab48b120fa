package org.houselights.ticketing.presale;

import java.util.EnumSet;
import org.houselights.testkit.PrintedStates;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PresaleStatesTest {

    @Test
    void the_page_of_states_says_the_same() {
        PrintedStates printed = PrintedStates.of(
                "Pre-sale", PresaleStatus.values(), EnumSet.of(PresaleStatus.OPEN, PresaleStatus.SECURED));
        for (PresaleStatus status : PresaleStatus.values()) {
            for (PresaleStatus next : PresaleStatus.values()) {
                if (status.mayBecome(next)) {
                    printed.step(status, next, "");
                }
            }
        }
        printed.areOnThePage();
    }
}
