package org.houselights.notification.occasion;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.houselights.messaging.EventHandlers;
import org.houselights.messaging.Inbox;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.stereotype.Component;

/**
 * Takes in what has come together in one transaction: when a thousand people are charged, the news of it is not a thousand
 * commits. If one of them undoes it, each is taken in by itself, so that the spoilt one stands alone.
 */
@Component
class NewsTogether {

    private final Inbox inbox;

    NewsTogether(Inbox inbox) {
        this.inbox = inbox;
    }

    /** @throws BatchListenerFailedException naming the first that could not be taken in; those before it were */
    void receive(List<ConsumerRecord<String, byte[]>> messages, EventHandlers occasions) {
        try {
            inbox.receive(messages, occasions);
        } catch (RuntimeException oneOfThem) {
            messages.forEach(message -> receive(message, occasions));
        }
    }

    private void receive(ConsumerRecord<String, byte[]> message, EventHandlers occasions) {
        try {
            inbox.receive(message, occasions);
        } catch (RuntimeException e) {
            throw new BatchListenerFailedException(e.getClass().getSimpleName() + ": " + e.getMessage(), e, message);
        }
    }
}
