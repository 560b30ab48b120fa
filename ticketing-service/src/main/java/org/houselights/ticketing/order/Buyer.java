package org.houselights.ticketing.order;

import org.houselights.web.MailAddress;
import org.houselights.web.Secrets;

/** Whoever orders: no account, only an address that mail reaches. */
record Buyer(String name, MailAddress email, String locale) {

    /** By this the one live order per address and screening is found, without an index over addresses. */
    String emailHash() {
        return Secrets.hash(email.value());
    }
}
