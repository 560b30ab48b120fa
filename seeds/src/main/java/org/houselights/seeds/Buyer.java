package org.houselights.seeds;

/**
 * Somebody who pledges, which takes no account.
 *
 * @param email by which pledges refer to the buyer
 * @param locale the language of the buyer's mails
 */
public record Buyer(String name, String email, String locale) {}
