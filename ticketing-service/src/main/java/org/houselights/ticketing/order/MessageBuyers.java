package org.houselights.ticketing.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.houselights.messaging.Outbox;
import org.houselights.ticketing.presale.DecideOnPresale;
import org.houselights.ticketing.presale.Presale;
import org.houselights.web.Ids;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.springframework.stereotype.Component;

/** Writes to a screening's buyers in the name of its host: one event for each order, so that each becomes a mail once. */
@Component
public class MessageBuyers {

    public static final int MOST_A_DAY = 3;
    private static final Duration DAY = Duration.ofDays(1);

    private final DecideOnPresale presales;
    private final Orders orders;
    private final Messages messages;
    private final Outbox outbox;
    private final UnguessableCodes codes;
    private final Clock clock;

    MessageBuyers(
            DecideOnPresale presales,
            Orders orders,
            Messages messages,
            Outbox outbox,
            UnguessableCodes codes,
            Clock clock) {
        this.presales = presales;
        this.orders = orders;
        this.messages = messages;
        this.outbox = outbox;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * @param key names this sending: sent twice, it goes out once
     * @throws org.houselights.web.ProblemException 409 if there is nobody to write to, 429 if that is one too many today
     */
    public void message(UUID screeningId, NewMessage message, String key) {
        presales.carryOut(screeningId, presale -> {
            if (!messages.wasSent(screeningId, key)) {
                send(presale, message, key, clock.instant());
            }
        });
    }

    private void send(Presale presale, NewMessage message, String key, Instant now) {
        UUID screeningId = presale.screeningId();
        if (messages.sentSince(screeningId, now.minus(DAY)) >= MOST_A_DAY) {
            throw Problems.tooMany(DAY, Sentence.of("messages.enough"));
        }
        List<Order> readers = orders.lockAll(screeningId, message.audience().statuses());
        if (readers.isEmpty()) {
            throw Problems.conflict("nobody-to-write-to", Sentence.of("messages.nobody"));
        }
        HostMessage written = new HostMessage(Ids.next(), message.subject(), message.text(), message.replyTo());
        messages.add(screeningId, written.id(), message, key, readers.size(), now);
        readers.forEach(order -> outbox.append(order.message(written, presale, codes, now)));
    }
}
