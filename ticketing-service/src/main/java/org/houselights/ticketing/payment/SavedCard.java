package org.houselights.ticketing.payment;

/**
 * A card that the provider keeps for us.
 *
 * @param reference the provider's name for it, of use to nobody without the provider's secret key; at most 200 characters
 * @param brand as its owner knows it, such as Visa
 * @param last4 the last four digits, for its owner to recognise it
 */
public record SavedCard(String reference, String brand, String last4) {}
