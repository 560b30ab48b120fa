package org.houselights.ticketing.order;

import org.houselights.ticketing.payment.SavedCard;

/** Has the provider save a card while the buyer waits, for as long as a buyer waits. To be called without a transaction. */
public interface SaveCard {

    /**
     * @throws org.houselights.ticketing.payment.CardRefused if the provider won't save it
     * @throws org.houselights.ticketing.payment.ProviderUnreachable if the answer didn't come in time
     */
    SavedCard save(String token);
}
