package org.houselights.ticketing.presale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PresaleStatusTest {

    @Test
    void these_moves_are_possible_and_no_others() {
        assertThat(table()).isEqualTo("""
                OPEN: COLLECTING MISSED CANCELLED
                COLLECTING: SECURED SHORT CANCELLED
                SECURED: CANCELLED CLOSED
                SHORT: MISSED CANCELLED
                MISSED:
                CANCELLED:
                CLOSED:""");
    }

    @Test
    void what_is_sold_and_what_is_charged_follows_from_the_status() {
        assertThat(all(PresaleStatus::sells)).isEqualTo("OPEN COLLECTING SECURED");
        assertThat(all(PresaleStatus::collects)).isEqualTo("COLLECTING SECURED");
        assertThat(all(PresaleStatus::succeeded)).isEqualTo("SECURED CLOSED");
    }

    private static String table() {
        return Arrays.stream(PresaleStatus.values())
                .map(status -> (status + ": " + all(status::mayBecome)).strip())
                .collect(Collectors.joining("\n"));
    }

    private static String all(Predicate<PresaleStatus> which) {
        return Arrays.stream(PresaleStatus.values())
                .filter(which)
                .map(PresaleStatus::name)
                .collect(Collectors.joining(" "));
    }
}
