package org.houselights.ticketing.order;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.houselights.web.InvalidValue;
import org.houselights.web.MailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the order that a form has placed already. Whoever holds the key of the form is the one who sent it; a mail address alone finds
 * nothing.
 */
@Component
public class FindOwnOrder {

    /** As our forms make them. A caller of the API may choose a key that somebody guesses. */
    private static final Pattern UNGUESSABLE = Pattern.compile("[\\w-]{43}");

    private final Orders orders;
    private final ShowOrder show;

    FindOwnOrder(Orders orders, ShowOrder show) {
        this.orders = orders;
        this.show = show;
    }

    /** Empty unless this key placed an order for this address that was not cancelled since. */
    public Optional<OrderView> of(UUID screeningId, @Nullable String email, @Nullable String key) {
        if (email == null || key == null || !UNGUESSABLE.matcher(key).matches()) {
            return Optional.empty();
        }
        try {
            Buyer sender = new Buyer("", new MailAddress(email.strip()), "");
            return orders.placedBefore(screeningId, sender.emailHash(), key)
                    .filter(order -> order.status() != OrderStatus.CANCELLED)
                    .map(order -> show.show(order.id()));
        } catch (InvalidValue noAddress) {
            return Optional.empty();
        }
    }
}
