package org.houselights.ticketing.order;

import org.houselights.web.MailAddress;
import org.houselights.web.Secrets;

/**
 * Whoever orders: no account, only an address that mail reaches.
 *
 * @param emailHash by this the one live order per address and screening is found, without an index over addresses
 */
record Buyer(String name, MailAddress email, String emailHash, String locale) {

    Buyer(String name, MailAddress email, String locale) {
        this(name, email, Secrets.hash(email.value()), locale);
    }
}
