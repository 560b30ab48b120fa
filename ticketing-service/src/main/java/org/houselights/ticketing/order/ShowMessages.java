package org.houselights.ticketing.order;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows what a host has written, and how many would read the next. */
@Component
public class ShowMessages {

    private final Messages messages;
    private final Orders orders;

    ShowMessages(Messages messages, Orders orders) {
        this.messages = messages;
        this.orders = orders;
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<SentMessage> show(UUID screeningId) {
        return messages.of(screeningId);
    }

    @Transactional(readOnly = true)
    public long readers(UUID screeningId, Audience audience) {
        return orders.countByScreeningIdAndStatusIn(screeningId, audience.statuses());
    }
}
