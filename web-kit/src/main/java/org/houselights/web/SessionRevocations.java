package org.houselights.web;

import java.time.Instant;
import java.util.UUID;

/**
 * Whose sign-in ended before its token expired. The account service announces it by the event {@code SessionsRevoked}; a
 * service records it here, and every request with an older token counts as not signed in from then on.
 */
public interface SessionRevocations {

    boolean revoked(UUID personId, Instant issuedAt);

    /** Tokens of this person that were issued earlier than this are void. Recording it again changes nothing. */
    void record(UUID personId, Instant notBefore);
}
