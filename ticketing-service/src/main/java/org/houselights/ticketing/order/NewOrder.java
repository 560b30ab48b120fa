package org.houselights.ticketing.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.houselights.web.EmailAddress;
import org.houselights.web.MailAddress;
import org.houselights.web.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer asks for.
 *
 * @param email where the order's link and its tickets go
 * @param locale the language of the mails, as a BCP 47 tag; English if there is none
 * @param tickets 1 to 10 tickets in all
 * @param card what the payment provider's form gave for the card; never a card number. Not needed where admission is free
 */
public record NewOrder(
        @PlainText(max = 100) String name,
        @EmailAddress String email,

        @Nullable @Pattern(regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", message = "{language-tag}") @Size(max = 35)
        String locale,

        @NotNull(message = Basket.SIZE) @Size(min = 1, max = Basket.LARGEST, message = Basket.SIZE)
        List<@Valid @NotNull WantedTickets> tickets,

        @PlainText(max = 200, optional = true) @Nullable String card) {

    Buyer buyer() {
        return new Buyer(name.strip(), new MailAddress(email), locale == null ? "en" : locale);
    }
}
