package org.houselights.screening.account;

/** Where account events go. */
final class AccountTopics {

    static final String EVENTS = "account-events";

    private AccountTopics() {}
}
