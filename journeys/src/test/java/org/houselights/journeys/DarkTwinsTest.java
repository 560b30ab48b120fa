package org.houselights.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the story comes to when it does not come to its good end. */
@Journey
class DarkTwinsTest {

    private static final String PLEDGED = "Pledge received, nothing charged yet";

    @Test
    void too_few_want_it_until_the_deadline_and_nobody_pays_a_cent(Town town) {
        Distributor dana = town.distributor("Dora Dachs");
        Host hanna = town.host("Hubert Hase");
        Screening screening = onSale(hanna, dana, 6);
        Attendee ann = town.attendee("Anton Amsel").orders(screening, 2);
        Attendee ben = town.attendee("Bruno Biber").orders(screening, 3);

        town.waitUntil(screening.deadline());

        screening.becomes("MISSED", "MISSED");
        await().untilAsserted(() -> {
            assertThat(ann.news()).containsExactly(PLEDGED, "Not taking place, nothing charged");
            assertThat(ben.news()).containsExactly(PLEDGED, "Not taking place, nothing charged");
            assertThat(hanna.news()).endsWith("Not enough pledges");
            assertThat(dana.news()).endsWith("Not enough pledges");
        });
        assertThat(ann.status()).isEqualTo("RELEASED");
        assertThatThrownBy(() -> town.attendee("Carla Chamois").orders(screening, 1))
                .hasMessageContaining("sale-over");
    }

    @Test
    void the_host_cancels_while_the_money_is_collected_and_everyone_gets_it_back_once(Town town) {
        Distributor dana = town.distributor("Doris Dorsch");
        Host hanna = town.host("Hilda Hering");
        Screening screening = onSale(hanna, dana, 6);
        Attendee ann = town.attendee("Anna Aal").orders(screening, 2);
        Attendee ben = town.attendee("Benno Barsch").orders(screening, 2, Card.DECLINED_LATER);
        Attendee cleo = town.attendee("Clara Clownfisch").orders(screening, 2, Card.UNREACHABLE);
        await().untilAsserted(() -> {
            assertThat(ann.status()).isEqualTo("PAID");
            assertThat(ben.status()).isEqualTo("PAYMENT_FAILED");
            assertThat(cleo.status()).isEqualTo("PAID");
        });

        hanna.cancels(screening);

        screening.becomes("CANCELLED", "CANCELLED");
        await().untilAsserted(() -> {
            assertThat(ann.status()).isEqualTo("REFUNDED");
            assertThat(ben.status()).isEqualTo("RELEASED");
            assertThat(cleo.status()).isEqualTo("REFUNDED");
            assertThat(ann.news()).filteredOn("Refunded, $20.00"::equals).hasSize(1);
            assertThat(cleo.news()).filteredOn("Refunded, $20.00"::equals).hasSize(1);
            assertThat(ben.news()).endsWith("Cancelled, nothing charged");
            assertThat(dana.news()).endsWith("Cancelled");
        });
        assertThat(hanna.news()).doesNotContain("Cancelled", "Confirmed");
    }

    @Test
    void still_short_when_the_cure_period_is_over_everyone_is_refunded(Town town) {
        Distributor dana = town.distributor("Dirk Dahlie");
        Host hanna = town.host("Heide Hyazinthe");
        Screening screening = onSale(hanna, dana, 6);
        Attendee ann = town.attendee("Astrid Aster").orders(screening, 4);
        Attendee ben = town.attendee("Bella Begonie").orders(screening, 2, Card.DECLINED_LATER);
        await().untilAsserted(() -> {
            assertThat(ann.status()).isEqualTo("PAID");
            assertThat(ben.status()).isEqualTo("PAYMENT_FAILED");
        });

        town.wait(Duration.ofHours(73));

        screening.becomes("MISSED", "MISSED");
        await().untilAsserted(() -> {
            assertThat(ann.news())
                    .containsExactly(
                            PLEDGED,
                            "Threshold reached, you paid $40.00",
                            "Not taking place, your refund is on its way",
                            "Refunded, $40.00");
            assertThat(ben.news())
                    .containsExactly(
                            PLEDGED, "Your card was not accepted, please fix it", "Not taking place, nothing charged");
            assertThat(hanna.news()).endsWith("Threshold reached", "Not enough pledges");
            assertThat(dana.news()).endsWith("Not enough pledges");
        });
    }

    @Test
    void a_distributor_neither_sees_nor_decides_what_is_asked_of_another(Town town) {
        Distributor dana = town.distributor("Diana Drossel");
        Distributor rival = town.distributor("Rudi Rabe");
        Host hanna = town.host("Hans Habicht");
        Screening screening = hanna.proposes(dana.offers("Seoul Train"), 6);

        assertThatThrownBy(() -> rival.api().get(screening.path())).hasMessageContaining("404");
        assertThatThrownBy(() -> rival.approves(screening)).hasMessageContaining("404");
        assertThatThrownBy(() -> town.visitor().get(screening.path())).hasMessageContaining("404");

        dana.approves(screening);
        screening.becomes("ON_SALE", "OPEN");
        assertThatThrownBy(() -> rival.api().post(screening.path() + "/cancel", Map.of("reason", "It is not ours.")))
                .hasMessageContaining("403");
        assertThat(rival.news()).isEmpty();
        hanna.cancels(screening);
        screening.becomes("CANCELLED", "CANCELLED");
    }

    private static Screening onSale(Host host, Distributor distributor, int threshold) {
        Screening screening = host.proposes(distributor.offers("Seoul Train"), threshold);
        distributor.approves(screening);
        screening.becomes("ON_SALE", "OPEN");
        return screening;
    }
}
