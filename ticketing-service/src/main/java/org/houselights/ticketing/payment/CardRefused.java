package org.houselights.ticketing.payment;

import java.util.List;
import org.houselights.web.FieldError;
import org.houselights.web.ProblemException;
import org.houselights.web.Sentence;
import org.springframework.http.HttpStatus;

/** 422: the provider won't save this card; the buyer may try another one. */
public final class CardRefused extends ProblemException {

    /** @param reason for the buyer */
    public CardRefused(Sentence reason) {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "card-refused",
                reason,
                List.of(new FieldError("card", Sentence.of("card.was-refused"))),
                null);
    }
}
