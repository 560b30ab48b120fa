package org.houselights.notification.occasion;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.houselights.messaging.EventHandlers;
import org.houselights.notification.mail.Facts;
import org.houselights.notification.mail.Facts.Order;
import org.houselights.notification.mail.MailKind;
import org.houselights.notification.mail.Notice;
import org.houselights.notification.mail.Recipient;
import org.houselights.notification.mail.WriteMails;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Tells attendees what becomes of their orders, and the host that the threshold is reached. How a pre-sale ends is told
 * to host and distributor by the screening, so that they hear it once.
 */
@Component
class TicketingNews {

    static final String TOPIC = "ticketing-events";
    private static final String TYPE = "org.houselights.";
    private static final Set<String> MONEY_IS_WITH_US = Set.of("PAID", "TICKETED");

    private final NewsTogether news;
    private final Standings standings;
    private final WriteMails mails;
    private final EventHandlers occasions;

    TicketingNews(NewsTogether news, Standings standings, WriteMails mails) {
        this.news = news;
        this.standings = standings;
        this.mails = mails;
        this.occasions = EventHandlers.of("notification")
                .on(TYPE + "ThresholdReached", TicketingEvent.class, (event, _) -> tellHost(event))
                .on(TYPE + "PresaleShort", TicketingEvent.class, (event, _) -> tellOfRefunds(event))
                .on(TYPE + "PresaleCancelled", TicketingEvent.class, (event, _) -> tellOfRefunds(event))
                .on(
                        TYPE + "OrderPledged",
                        TicketingEvent.class,
                        (event, _) -> tellBuyer(event, MailKind.PLEDGE_RECEIVED))
                .on(
                        TYPE + "OrdersPledged",
                        PledgesTogether.class,
                        (together, _) -> together.each().forEach(event -> tellBuyer(event, MailKind.PLEDGE_RECEIVED)))
                .on(
                        TYPE + "OrderAltered",
                        TicketingEvent.class,
                        (event, _) -> tellBuyer(event, MailKind.PLEDGE_ALTERED))
                .on(
                        TYPE + "OrderCancelled",
                        TicketingEvent.class,
                        (event, _) -> tellBuyer(event, MailKind.PLEDGE_CANCELLED))
                .on(TYPE + "OrderMessaged", TicketingEvent.class, (event, _) -> tellBuyer(event, MailKind.HOST_MESSAGE))
                .on(TYPE + "OrderPaid", TicketingEvent.class, (event, _) -> tellBuyer(event, receipt(event)))
                .on(
                        TYPE + "OrderPaymentFailed",
                        TicketingEvent.class,
                        (event, _) -> tellBuyer(event, MailKind.CARD_FAILED))
                .on(TYPE + "OrderDropped", TicketingEvent.class, (event, _) -> tellBuyer(event, MailKind.ORDER_DROPPED))
                .on(TYPE + "OrderReleased", TicketingEvent.class, (event, _) -> tellBuyer(event, release(event)))
                .on(TYPE + "OrderRefunded", TicketingEvent.class, (event, _) -> tellBuyer(event, MailKind.REFUNDED))
                .on(
                        TYPE + "TicketsIssued",
                        TicketingEvent.class,
                        (event, _) -> tellBuyer(event, MailKind.TICKETS_ISSUED));
    }

    @KafkaListener(topics = TOPIC, groupId = "notification", containerFactory = NewsConfiguration.TOGETHER)
    void on(List<ConsumerRecord<String, byte[]>> messages) {
        news.receive(messages, occasions);
    }

    /** There is no receipt for nothing: who has free tickets hears of them when they are issued. */
    private static MailKind[] receipt(TicketingEvent event) {
        return event.theOrder().costsNothing() ? new MailKind[0] : new MailKind[] {MailKind.ORDER_CHARGED};
    }

    private static MailKind release(TicketingEvent event) {
        return "CANCELLED".equals(event.presale().status())
                ? MailKind.CANCELLED_NOT_CHARGED
                : MailKind.MISSED_NOT_CHARGED;
    }

    private void tellBuyer(TicketingEvent event, MailKind... kinds) {
        Order order = event.theOrder();
        Late late = standings.advance(
                TOPIC,
                order.id(),
                event.screeningId(),
                event.sequence(),
                order.status(),
                MONEY_IS_WITH_US.contains(order.status()) ? order.withoutCodes() : null);
        mails.write(Arrays.stream(kinds)
                .map(kind -> notice(kind, event, order, late))
                .toList());
    }

    private Notice notice(MailKind kind, TicketingEvent event, Order order, Late late) {
        return notice(kind, event, order.id(), order.revision(), order.asRecipient(), event.facts(), late);
    }

    private void tellHost(TicketingEvent event) {
        Late late = advancePresale(event);
        mails.write(List.of(notice(
                MailKind.THRESHOLD_REACHED,
                event,
                event.screeningId(),
                event.screening().revision(),
                event.screening().host().asRecipient(),
                event.facts(),
                late)));
    }

    /** Whoever has paid for a screening that is off should not travel there while the refunds are being made. */
    private void tellOfRefunds(TicketingEvent event) {
        Late late = advancePresale(event);
        mails.write(standings.charged(event.screeningId()).stream()
                .map(order -> notice(
                        MailKind.REFUND_COMING,
                        event,
                        order.id(),
                        order.revision(),
                        order.asRecipient(),
                        Facts.of(event.screening(), event.presale(), order),
                        late))
                .toList());
    }

    private Late advancePresale(TicketingEvent event) {
        return standings.advance(
                TOPIC,
                event.screeningId(),
                event.screeningId(),
                event.sequence(),
                event.presale().status(),
                null);
    }

    private Notice notice(
            MailKind kind,
            TicketingEvent event,
            UUID subjectId,
            long revision,
            Recipient recipient,
            Facts facts,
            Late late) {
        return new Notice(
                kind,
                subjectId,
                revision,
                recipient,
                event.screeningId(),
                event.sequence(),
                event.occurredAt(),
                facts,
                null,
                late.reason(kind));
    }
}
