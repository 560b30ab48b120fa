package org.houselights.ticketing.order.web;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.houselights.ticketing.order.NewOrder;
import org.houselights.ticketing.order.WantedTickets;
import org.houselights.ticketing.presale.Progress.Phase;
import org.houselights.web.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * Who orders, as it was typed.
 *
 * @param key made when the form was shown, so that sending it twice orders once
 * @param charged whether the form said that the card is charged at once
 */
record BuyerForm(
        @Nullable String key,
        boolean charged,
        @Nullable String name,
        @Nullable String email,
        @Nullable String card) {

    static BuyerForm empty(Phase phase) {
        return new BuyerForm(Secrets.next(), phase.charges(), null, null, null);
    }

    /** The same with what the page says by now. */
    BuyerForm shownAgain(Phase phase) {
        return new BuyerForm(key == null ? Secrets.next() : key, phase.charges(), name, email, card);
    }

    NewOrder order(List<WantedTickets> tickets, Locale language) {
        return new NewOrder(plain(name), plain(email), language.toLanguageTag(), tickets, card);
    }

    private static String plain(@Nullable String typed) {
        return typed == null ? "" : Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
    }
}
