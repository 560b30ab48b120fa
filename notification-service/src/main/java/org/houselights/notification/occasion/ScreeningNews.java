package org.houselights.notification.occasion;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.houselights.messaging.EventHandlers;
import org.houselights.messaging.Inbox;
import org.houselights.notification.mail.Facts;
import org.houselights.notification.mail.Facts.Person;
import org.houselights.notification.mail.Facts.Screening;
import org.houselights.notification.mail.MailKind;
import org.houselights.notification.mail.MailKind.Reader;
import org.houselights.notification.mail.Notice;
import org.houselights.notification.mail.WriteMails;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Tells hosts and distributors what becomes of a screening. */
@Component
class ScreeningNews {

    static final String TOPIC = "screening-events";
    private static final String TYPE = "org.houselights.Screening";

    private final Inbox inbox;
    private final Standings standings;
    private final WriteMails mails;
    private final EventHandlers occasions;

    ScreeningNews(Inbox inbox, Standings standings, WriteMails mails) {
        this.inbox = inbox;
        this.standings = standings;
        this.mails = mails;
        this.occasions = EventHandlers.of("notification")
                .on(TYPE + "Proposed", ScreeningEvent.class, (event, _) -> tell(event, proposal(event)))
                .on(TYPE + "ChangesRequested", ScreeningEvent.class, (event, _) -> tell(event, MailKind.CHANGES_ASKED))
                .on(TYPE + "Resubmitted", ScreeningEvent.class, (event, _) -> tell(event, resubmission(event)))
                .on(TYPE + "Declined", ScreeningEvent.class, (event, _) -> tell(event, MailKind.PROPOSAL_DECLINED))
                .on(TYPE + "Withdrawn", ScreeningEvent.class, (event, _) -> tell(event, MailKind.PROPOSAL_WITHDRAWN))
                .on(TYPE + "Lapsed", ScreeningEvent.class, (event, _) -> tell(event, MailKind.PROPOSAL_LAPSED))
                .on(TYPE + "OnSale", ScreeningEvent.class, (event, _) -> tell(event, MailKind.PROPOSAL_APPROVED))
                .on(
                        TYPE + "Confirmed",
                        ScreeningEvent.class,
                        (event, _) -> tell(event, hostsConfirmation(event), MailKind.DISTRIBUTOR_CONFIRMED))
                .on(
                        TYPE + "Missed",
                        ScreeningEvent.class,
                        (event, _) -> tell(event, MailKind.HOST_MISSED, MailKind.DISTRIBUTOR_MISSED))
                .on(
                        TYPE + "Cancelled",
                        ScreeningEvent.class,
                        (event, _) -> tell(event, MailKind.HOST_CANCELLED, MailKind.DISTRIBUTOR_CANCELLED))
                .on(TYPE + "Held", ScreeningEvent.class, (event, _) -> tell(event));
    }

    @KafkaListener(topics = TOPIC, groupId = "notification")
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, occasions);
    }

    private static MailKind[] proposal(ScreeningEvent event) {
        return event.goesAheadByRule()
                ? new MailKind[] {MailKind.PROPOSAL_RECEIVED}
                : new MailKind[] {MailKind.PROPOSAL_RECEIVED, MailKind.PROPOSAL_WAITING};
    }

    private static MailKind[] resubmission(ScreeningEvent event) {
        return event.goesAheadByRule() ? new MailKind[0] : new MailKind[] {MailKind.PROPOSAL_WAITING};
    }

    private static MailKind hostsConfirmation(ScreeningEvent event) {
        return event.hasThreshold() ? MailKind.HOST_CONFIRMED : MailKind.APPROVED_AND_CONFIRMED;
    }

    private void tell(ScreeningEvent event, MailKind... kinds) {
        boolean newest = standings
                .advance(
                        TOPIC,
                        event.screeningId(),
                        event.screeningId(),
                        event.sequence(),
                        event.screening().status(),
                        null)
                .newest();
        // Its end is news like any other.
        Late late = new Late(newest, false);
        mails.write(
                Arrays.stream(kinds).flatMap(kind -> notices(kind, event, late)).toList());
    }

    private static Stream<Notice> notices(MailKind kind, ScreeningEvent event, Late late) {
        Facts facts = event.facts();
        return readers(kind, event.screening()).stream()
                // Whoever did it knows; only the receipt of a proposal goes to its sender.
                .filter(person -> kind == MailKind.PROPOSAL_RECEIVED || !facts.wasDecidedBy(person))
                .map(person -> new Notice(
                        kind,
                        event.screeningId(),
                        event.screening().revision(),
                        person.asRecipient(),
                        event.screeningId(),
                        event.sequence(),
                        event.occurredAt(),
                        facts,
                        null,
                        late.reason(kind)));
    }

    private static List<Person> readers(MailKind kind, Screening screening) {
        return kind.reader() == Reader.HOST
                ? List.of(screening.host())
                : screening.film().distributor().contacts();
    }
}
