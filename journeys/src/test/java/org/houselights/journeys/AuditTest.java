package org.houselights.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.houselights.local.Service.NOTIFICATION;
import static org.houselights.local.Service.SCREENING;
import static org.houselights.local.Service.TICKETING;
import static org.houselights.local.audit.Disagreement.Books.EVENTS;
import static org.houselights.local.audit.Disagreement.Books.MAILS;
import static org.houselights.local.audit.Disagreement.Books.MONEY;
import static org.houselights.local.audit.Disagreement.Books.OUTCOMES;
import static org.houselights.local.audit.Disagreement.Books.SEATS;

import java.util.stream.Stream;
import org.houselights.local.Service;
import org.houselights.local.audit.Disagreement.Books;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An audit that finds nothing is worth what it would have found: each case plants something wrong, and takes it away again. */
@Journey
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditTest {

    private final Town town;
    private final Screening held;
    private final Screening missed;

    AuditTest(Town town) {
        this.town = town;
        Distributor dana = town.distributor("Dietmar Dose");
        Host hanna = town.host("Henning Hammer");
        held = onSale(hanna, dana, 3);
        town.attendee("Anke Ahle").orders(held, 2);
        town.attendee("Birte Beil").orders(held, 1);
        held.becomes("CONFIRMED", "SECURED");
        missed = onSale(hanna, dana, 6);
        town.attendee("Christa Clip").orders(missed, 1);
        town.waitUntil(missed.endsAt());
        held.becomes("HELD", "CLOSED");
        missed.becomes("MISSED", "MISSED");
        town.addsUp();
    }

    private static Screening onSale(Host host, Distributor distributor, int threshold) {
        Screening screening = host.proposes(distributor.offers("Seoul Train"), threshold);
        distributor.approves(screening);
        screening.becomes("ON_SALE", "OPEN");
        return screening;
    }

    /**
     * Something wrong.
     *
     * @param sentence a part of what the audit says of it
     * @param done in SQL; :held and :missed are the two screenings
     */
    record Wrong(Books about, String sentence, Service at, String done, String undone) {

        @Override
        public String toString() {
            return about + ": " + sentence;
        }
    }

    static Stream<Wrong> wrongs() {
        return Stream.of(
                new Wrong(
                        SEATS,
                        "counts 0 seats held and 2 sold",
                        TICKETING,
                        "update presale set seats_sold = 2 where screening_id = :held",
                        "update presale set seats_sold = 3 where screening_id = :held"),
                new Wrong(
                        SEATS,
                        "has 12 seats and 2 wheelchair places, and its orders take 20 and 0",
                        TICKETING,
                        "update orders set seats = 10 where screening_id = :held",
                        "update orders set seats = amount / 1000 where screening_id = :held"),
                new Wrong(
                        SEATS,
                        "for 1 tickets, and has 2",
                        TICKETING,
                        "insert into ticket select gen_random_uuid(), order_id, screening_id, 2, type, issued_at from ticket"
                                + " where order_id = (select id from orders where screening_id = :held and seats = 1)",
                        "delete from ticket where number = 2"
                                + " and order_id = (select id from orders where screening_id = :held and seats = 1)"),
                new Wrong(
                        MONEY,
                        "counts 3000 pledged and 2999 collected, and its orders come to 3000 and 3000",
                        TICKETING,
                        "update presale set collected = 2999 where screening_id = :held",
                        "update presale set collected = 3000 where screening_id = :held"),
                new Wrong(
                        MONEY,
                        "of 2000 is TICKETED, was charged 2000 and given back 2000",
                        TICKETING,
                        "insert into refund select order_id, 'planted', reference, amount, currency, 'SUCCEEDED', 'planted',"
                                + " null, intended_at, intended_at from charge"
                                + " where order_id = (select id from orders where screening_id = :held and seats = 2)",
                        "delete from refund where idempotency_key = 'planted'"),
                new Wrong(
                        MONEY,
                        "was charged 2 times by the provider",
                        TICKETING,
                        "insert into sandbox_charge select 'planted', card, order_id, currency, minor_units, 'planted', null,"
                                + " false, 0, charged_at from sandbox_charge"
                                + " where order_id = (select id from orders where screening_id = :held and seats = 2)",
                        "delete from sandbox_charge where idempotency_key = 'planted'"),
                new Wrong(
                        MONEY,
                        "the provider took 999, and the ledger says 1000",
                        TICKETING,
                        "update sandbox_charge set minor_units = 999"
                                + " where order_id = (select id from orders where screening_id = :held and seats = 1)",
                        "update sandbox_charge set minor_units = 1000"
                                + " where order_id = (select id from orders where screening_id = :held and seats = 1)"),
                new Wrong(
                        MONEY,
                        "is undecided",
                        TICKETING,
                        "update charge set outcome = 'UNDECIDED', reference = null"
                                + " where order_id = (select id from orders where screening_id = :held and seats = 2)",
                        "update charge set outcome = 'SUCCEEDED', reference = (select s.reference from sandbox_charge s"
                                + " where s.idempotency_key = charge.idempotency_key) where outcome = 'UNDECIDED'"),
                new Wrong(
                        MONEY,
                        "and its threshold was reached at",
                        TICKETING,
                        "update presale set reached_at = reached_at + interval '1 day' where screening_id = :held",
                        "update presale set reached_at = reached_at - interval '1 day' where screening_id = :held"),
                new Wrong(
                        MONEY,
                        "is PAID, though its pre-sale is CLOSED",
                        TICKETING,
                        "update orders set status = 'PAID' where screening_id = :held",
                        "update orders set status = 'TICKETED' where screening_id = :held"),
                new Wrong(
                        MONEY,
                        "is RELEASED, and its card is not forgotten",
                        TICKETING,
                        "delete from sandbox_forgotten_card where reference in"
                                + " (select card from orders where screening_id = :missed)",
                        "insert into sandbox_forgotten_card select card from orders where screening_id = :missed"),
                new Wrong(
                        OUTCOMES,
                        "is HELD, and its pre-sale is MISSED",
                        TICKETING,
                        "update presale set goal = 9999, status = 'MISSED' where screening_id = :held",
                        "update presale set goal = 3000, status = 'CLOSED' where screening_id = :held"),
                new Wrong(
                        OUTCOMES,
                        "has 12 seats and the threshold 3, its pre-sale 11 and 3",
                        TICKETING,
                        "update presale set capacity = 11 where screening_id = :held",
                        "update presale set capacity = 12 where screening_id = :held"),
                new Wrong(
                        OUTCOMES,
                        "saw the move CONFIRM 2 times",
                        SCREENING,
                        "insert into screening_decision (id, screening_id, move, applied, at)"
                                + " values (gen_random_uuid(), :held, 'CONFIRM', true, 'epoch')",
                        "delete from screening_decision where at = 'epoch'"),
                new Wrong(
                        EVENTS,
                        "Planted 00000000-0000-0000-0000-000000000001 waits in the outbox (ticketing)",
                        TICKETING,
                        "with parked as (insert into outbox_trouble values ('planted', 'planted', 5, 'planted', now(), now()))"
                                + " insert into outbox (event_id, topic, key, type, headers, body, appended_at) values"
                                + " ('00000000-0000-0000-0000-000000000001', 'planted', 'planted',"
                                + " 'org.houselights.Planted', '{}', '{}', now())",
                        "with waiting as (delete from outbox where topic = 'planted')"
                                + " delete from outbox_trouble where topic = 'planted'"),
                new Wrong(
                        EVENTS,
                        "is among the dead letters: planted (notification)",
                        NOTIFICATION,
                        "insert into dead_letter values"
                                + " (gen_random_uuid(), 'planted-dlt', 0, 0, 'planted', null, 'Planted', '{}', '', 'planted', now())",
                        "delete from dead_letter where topic = 'planted'"),
                new Wrong(
                        EVENTS,
                        "has told of 5 events, and the topic has 4",
                        SCREENING,
                        "update screening set version = version + 1 where id = :held",
                        "update screening set version = version - 1 where id = :held"),
                new Wrong(
                        EVENTS,
                        "had no effect in ticketing.presale",
                        TICKETING,
                        "update inbox set consumer = 'planted' where consumer = 'ticketing.presale'",
                        "update inbox set consumer = 'ticketing.presale' where consumer = 'planted'"),
                new Wrong(
                        MAILS,
                        "of the kind HOST_CONFIRMED waits to be sent",
                        NOTIFICATION,
                        "update mail set status = 'WAITING', sent_at = null, due_at = 'infinity'"
                                + " where kind = 'HOST_CONFIRMED' and subject_id = :held",
                        "update mail set status = 'SENT', sent_at = written_at, due_at = written_at"
                                + " where kind = 'HOST_CONFIRMED' and subject_id = :held"),
                new Wrong(
                        MAILS,
                        "of the kind HOST_CONFIRMED failed and does not say why",
                        NOTIFICATION,
                        "update mail set status = 'FAILED', sent_at = null"
                                + " where kind = 'HOST_CONFIRMED' and subject_id = :held",
                        "update mail set status = 'SENT', sent_at = written_at"
                                + " where kind = 'HOST_CONFIRMED' and subject_id = :held"),
                new Wrong(
                        MAILS,
                        "one reader was written 2 mails of the kind TICKETS_ISSUED",
                        NOTIFICATION,
                        "insert into mail select (jsonb_populate_record(mail,"
                                + " jsonb_build_object('id', gen_random_uuid(), 'revision', 1000))).*"
                                + " from mail where kind = 'TICKETS_ISSUED' and screening_id = :held",
                        "delete from mail where revision = 1000"),
                new Wrong(
                        MAILS,
                        "and nobody was written CANCELLED_NOT_CHARGED or MISSED_NOT_CHARGED",
                        NOTIFICATION,
                        "update mail set kind = 'ORDER_DROPPED' where kind = 'MISSED_NOT_CHARGED' and screening_id = :missed",
                        "update mail set kind = 'MISSED_NOT_CHARGED' where kind = 'ORDER_DROPPED' and screening_id = :missed"),
                new Wrong(
                        MAILS,
                        "and nobody was written HOST_MISSED",
                        NOTIFICATION,
                        "update mail set kind = 'HOST_CANCELLED' where kind = 'HOST_MISSED' and subject_id = :missed",
                        "update mail set kind = 'HOST_MISSED' where kind = 'HOST_CANCELLED' and subject_id = :missed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongs")
    void it_finds(Wrong wrong) {
        run(wrong.at(), wrong.done());
        try {
            assertThat(town.audit()).anySatisfy(found -> {
                assertThat(found.about()).isEqualTo(wrong.about());
                assertThat(found.what()).contains(wrong.sentence());
            });
        } finally {
            run(wrong.at(), wrong.undone());
        }
    }

    private void run(Service service, String sql) {
        String about = sql.replace(":held", "'" + held.id() + "'").replace(":missed", "'" + missed.id() + "'");
        assertThat(town.database(service).sql(about).update()).as(about).isPositive();
    }
}
