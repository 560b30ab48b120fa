package org.houselights.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.houselights.local.Service;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events that come again, or in the wrong order, change nothing: not a state, not a mail. */
@Journey
class ReplayTest {

    /** What the services hold true, without what only remembers deliveries. */
    private static final Map<String, Service> TRUTHS = Map.of(
            "select id, version, status from screening", Service.SCREENING,
            "select screening_id, move, at from screening_decision where applied", Service.SCREENING,
            "select * from presale", Service.TICKETING,
            "select * from orders", Service.TICKETING,
            "select * from charge", Service.TICKETING,
            "select * from refund", Service.TICKETING,
            "select * from ticket", Service.TICKETING,
            "select * from sandbox_charge", Service.TICKETING,
            "select * from mail", Service.NOTIFICATION,
            "select topic, subject_id, sequence, status, charged from standing", Service.NOTIFICATION);

    private final Town town;
    private final Wire wire;

    ReplayTest(Town town) {
        this.town = town;
        this.wire = new Wire(town.house().plan().bootstrapServers());
    }

    /** One screening that is confirmed and one that is cancelled after cards were charged. */
    @BeforeEach
    void a_past() {
        Distributor dana = town.distributor("Detlef Dur");
        Host hanna = town.host("Hedwig Harfe");
        Screening confirmed = sold(hanna, dana);
        Screening cancelled = sold(hanna, dana);
        hanna.cancels(cancelled);
        confirmed.becomes("CONFIRMED", "SECURED");
        cancelled.becomes("CANCELLED", "CANCELLED");
        await().untilAsserted(() -> assertThat(town.audit()).isEmpty());
    }

    private Screening sold(Host host, Distributor distributor) {
        Screening screening = host.proposes(distributor.offers("Seoul Train"), 3);
        distributor.approves(screening);
        screening.becomes("ON_SALE", "OPEN");
        town.attendee("Moritz Moll").orders(screening, 2);
        town.attendee("Frieda Fuge").orders(screening, 1);
        screening.becomes("CONFIRMED", "SECURED");
        return screening;
    }

    @Test
    void everything_that_was_ever_told_is_told_again() throws Exception {
        var before = truths();
        long mails = town.mailboxes().all().count();

        wire.sendAgain(wire.history());

        assertThat(truths()).isEqualTo(before);
        assertThat(town.mailboxes().all().count()).isEqualTo(mails);
    }

    @Test
    void neighbours_come_swapped_to_those_who_have_forgotten_that_they_took_them() throws Exception {
        var before = truths();
        long mails = town.mailboxes().all().count();
        for (Service service : Service.values()) {
            town.database(service).sql("delete from inbox").update();
        }

        wire.sendAgain(Wire.swapped(wire.history()));

        assertThat(truths()).isEqualTo(before);
        assertThat(town.mailboxes().all().count()).isEqualTo(mails);
    }

    private Map<String, List<String>> truths() {
        var truths = new LinkedHashMap<String, List<String>>();
        TRUTHS.forEach((question, service) -> truths.put(
                question,
                town.database(service)
                        .sql("select row::text from (%s) row order by 1".formatted(question))
                        .query(String.class)
                        .list()));
        return truths;
    }
}
