package org.houselights.screening.account;

import java.time.Instant;

/** What somebody who signed in holds: a token for every call, and one to get the next with. */
record SignedIn(
        Person person,
        String sessionId,
        String accessToken,
        Instant expiresAt,
        String refreshToken,
        Instant refreshExpiresAt) {}
