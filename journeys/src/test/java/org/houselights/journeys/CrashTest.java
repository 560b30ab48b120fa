package org.houselights.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.houselights.local.Service;
import org.houselights.local.ServiceProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A service dies without a word in the middle of collecting the money, and the story ends as if it had not. */
@Journey
class CrashTest {

    /** Longer than any lease: what a process had in hand when it died falls to the next one. */
    private static final Duration LEASES = Duration.ofMinutes(6);

    private final Town town;
    private final Host hanna;
    private final Distributor dana;
    private List<Attendee> attendees = List.of();

    CrashTest(Town town) {
        this.town = town;
        this.hanna = town.host("Helga Hagel");
        this.dana = town.distributor("Dagmar Donner");
    }

    @ParameterizedTest
    @EnumSource
    void one_is_killed_while_cards_are_charged(Service victim) {
        Screening screening = collecting();

        town.kill(victim);
        town.start(victim);
        town.wait(LEASES);

        endsWell(screening);
    }

    @Test
    void what_a_dead_instance_had_in_hand_is_finished_by_another() throws InterruptedException {
        try (ServiceProcess other = town.house().startAnother(Service.TICKETING)) {
            Screening screening = collecting();

            town.kill(Service.TICKETING);
            town.wait(LEASES);

            await().until(() -> screening.status().equals("CONFIRMED"));
            assertThat(other.isRunning()).isTrue();
            town.start(Service.TICKETING);
            endsWell(screening);
        }
    }

    /** Six of ten cards are charged, and the answers about four are on their way. */
    private Screening collecting() {
        Screening screening = hanna.proposes(dana.offers("Seoul Train"), 10);
        dana.approves(screening);
        screening.becomes("ON_SALE", "OPEN");
        attendees = IntStream.range(0, 10)
                .mapToObj(number -> town.attendee("Wilma Wetter " + number)
                        .orders(screening, 1, number < 4 ? Card.SLOW : Card.ACCEPTED))
                .toList();

        await().until(() -> screening.collected() == 60_00);
        assertThat(screening.presaleStatus()).isEqualTo("COLLECTING");
        return screening;
    }

    private void endsWell(Screening screening) {
        screening.becomes("CONFIRMED", "SECURED");
        await().untilAsserted(() -> {
            assertThat(attendees).allSatisfy(attendee -> {
                assertThat(attendee.newsReadOnce()).hasSize(3);
                assertThat(attendee.newsReadOnce().get(1)).endsWith("you paid $10.00");
                assertThat(attendee.newsReadOnce().getLast()).isEqualTo("Your ticket");
            });
            assertThat(hanna.news()).contains("Confirmed");
        });
    }
}
