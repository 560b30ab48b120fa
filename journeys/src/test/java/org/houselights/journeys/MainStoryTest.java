package org.houselights.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Journey
class MainStoryTest {

    @Test
    void enough_people_want_the_film_and_it_comes_to_town(Town town) {
        Distributor dana = town.distributor("Dana Distel");
        Film seoulTrain = dana.offers("Seoul Train");
        Host hanna = town.host("Hanna Hopfen");

        Screening screening = hanna.proposes(seoulTrain, 6);
        await().untilAsserted(() -> {
            assertThat(hanna.news()).containsExactly("We have your proposal");
            assertThat(dana.news()).containsExactly("Waiting for your decision");
        });
        dana.approves(screening);
        screening.becomes("ON_SALE", "OPEN");

        Attendee ann = town.attendee("Ann Apfel").orders(screening, 2);
        Attendee ben = town.attendee("Ben Birne").orders(screening, 2, Card.DECLINED_LATER);
        await().untilAsserted(() -> {
            assertThat(ann.news()).containsExactly("Pledge received, nothing charged yet");
            assertThat(ben.news()).containsExactly("Pledge received, nothing charged yet");
        });
        Attendee cleo = town.attendee("Cleo Clementine").orders(screening, 2);

        await().untilAsserted(() -> assertThat(ben.news()).endsWith("Your card was not accepted, please fix it"));
        await().untilAsserted(() -> assertThat(screening.collected()).isEqualTo(40_00));
        screening.becomes("ON_SALE", "COLLECTING");
        ben.givesAnotherCard(Card.ACCEPTED);
        screening.becomes("CONFIRMED", "SECURED");
        Attendee dora = town.attendee("Dora Dattel").orders(screening, 1, Card.UNREACHABLE);

        await().untilAsserted(() -> {
            assertThat(ann.news())
                    .containsExactly(
                            "Pledge received, nothing charged yet",
                            "Threshold reached, you paid $20.00",
                            "Your tickets");
            assertThat(ben.news())
                    .containsExactly(
                            "Pledge received, nothing charged yet",
                            "Your card was not accepted, please fix it",
                            "Receipt, you paid $20.00",
                            "Your tickets");
            assertThat(cleo.news()).endsWith("Threshold reached, you paid $20.00", "Your tickets");
            assertThat(dora.news()).containsExactly("Receipt, you paid $10.00", "Your ticket");
            assertThat(hanna.news())
                    .containsExactly(
                            "We have your proposal", "Approved, tickets are on sale", "Threshold reached", "Confirmed");
            assertThat(dana.news()).containsExactly("Waiting for your decision", "Confirmed");
        });
        assertThat(ann.newestMail().get("attachments").valueStream().map(MainStoryTest::type))
                .contains("image/png", "text/calendar");
        assertThat(ann.view().get("issued")).hasSize(2);

        town.waitUntil(screening.endsAt());
        screening.becomes("HELD", "CLOSED");
    }

    private static String type(JsonNode attachment) {
        return attachment.get("type").stringValue();
    }
}
