package org.houselights.ticketing.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderStatusTest {

    @Test
    void these_moves_are_possible_and_no_others() {
        assertThat(table()).isEqualTo("""
                PLEDGED: CHARGING CANCELLED RELEASED
                CHARGING: PAID PAYMENT_FAILED CANCELLED RELEASED REFUNDING
                PAID: TICKETED RELEASED REFUNDING
                TICKETED: RELEASED REFUNDING
                PAYMENT_FAILED: CHARGING CANCELLED RELEASED DROPPED
                CANCELLED:
                RELEASED:
                DROPPED:
                REFUNDING: REFUNDED
                REFUNDED:""");
    }

    @Test
    void an_order_holds_places_or_has_paid_for_them_as_long_as_it_is_live() {
        assertThat(all(OrderStatus::holds)).isEqualTo("PLEDGED CHARGING PAYMENT_FAILED");
        assertThat(all(OrderStatus::isPaid)).isEqualTo("PAID TICKETED");
        assertThat(all(status -> status.holds() || status.isPaid())).isEqualTo(all(OrderStatus.LIVE::contains));
        assertThat(all(OrderStatus::isUncharged)).isEqualTo("PLEDGED PAYMENT_FAILED");
    }

    private static String table() {
        return Arrays.stream(OrderStatus.values())
                .map(status -> (status + ": " + all(status::mayBecome)).strip())
                .collect(Collectors.joining("\n"));
    }

    private static String all(Predicate<OrderStatus> which) {
        return Arrays.stream(OrderStatus.values())
                .filter(which)
                .map(OrderStatus::name)
                .collect(Collectors.joining(" "));
    }
}
