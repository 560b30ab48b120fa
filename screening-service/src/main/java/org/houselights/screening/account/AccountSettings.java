package org.houselights.screening.account;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How sign-in works.
 *
 * @param tokenKeys a file or URL with a private JWK set of EC keys on P-256: the first signs, all of them verify. To change
 *     the key, put the new one second, wait until every service knows it (5 minutes), put it first, and drop the old one
 *     after 15 minutes. Without this setting each start makes a key of its own, and a restart signs everybody out
 * @param operatorEmail whoever signs in with this address is an operator from then on
 */
@ConfigurationProperties("houselights")
record AccountSettings(@Nullable String tokenKeys, @Nullable String operatorEmail) {

    boolean isOperator(String email) {
        return email.equalsIgnoreCase(operatorEmail);
    }
}
