package org.houselights.ticketing.payment;

import java.util.Optional;

/**
 * Saves cards and moves money. The order of things is always the same: the intent is committed under a key, then the
 * provider is called with that key and no transaction open, then the outcome is recorded. Whoever doesn't learn the
 * outcome asks again with the same key, as often as it takes.
 *
 * <p>Every call may take as long as the provider's network does; callers bring the time limit and interrupt a call that
 * exceeds it. Adapters are safe for use by many threads, hold no database transaction of the caller, and pass
 * {@code PaymentProviderContract}.
 */
public interface PaymentProvider {

    /**
     * Makes a card usable for charges while its owner is away. Saving charges nothing and holds nothing.
     *
     * @param token what the provider's own form in the browser gave for the card; never a card number
     * @throws CardRefused if the provider doesn't know the token or won't let the card be charged later
     * @throws ProviderUnreachable if the provider gave no answer; the same token may be sent again
     */
    SavedCard saveCard(String token);

    /**
     * Takes the money, once per key: the same request under the same key gets the answer of the first one.
     *
     * @return {@link ChargeOutcome.Unknown} whenever the provider's answer didn't arrive, also if it was never reached
     * @throws IllegalArgumentException if the key was used for another amount or card
     */
    ChargeOutcome charge(ChargeRequest request);

    /**
     * What became of the charge under a key. Never {@link ChargeOutcome.Unknown}; empty if the provider knows no charge
     * under the key, or has not finished it: charging with the same key is then the way to go on.
     *
     * @throws ProviderUnreachable if the provider gave no answer
     */
    Optional<ChargeOutcome> lookUp(String idempotencyKey);

    /**
     * Gives money of a charge back, once per key, all of it or a part; the refunds of a charge never exceed it.
     *
     * @return {@link RefundOutcome.Unknown} whenever the provider's answer didn't arrive: ask again with the same key
     * @throws IllegalArgumentException if the key was used for another amount or charge
     */
    RefundOutcome refund(RefundRequest request);

    /**
     * Deletes a saved card. Forgetting one that is not there does nothing.
     *
     * @throws ProviderUnreachable if the provider gave no answer; forget it again later
     */
    void forget(String card);
}
