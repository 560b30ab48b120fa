package org.houselights.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeptRevocationsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final SessionRevocations revocations = new KeptRevocations(JdbcClient.create(Database.get()));
    private final UUID ada = UUID.randomUUID();

    @Test
    void what_was_issued_earlier_is_void_and_what_is_issued_from_then_on_is_not() {
        revocations.record(ada, NOON);

        assertThat(revocations.revoked(ada, NOON.minusMillis(1))).isTrue();
        assertThat(revocations.revoked(ada, NOON)).isFalse();
        assertThat(revocations.revoked(UUID.randomUUID(), NOON.minusMillis(1))).isFalse();
    }

    @Test
    void an_older_revocation_that_arrives_late_changes_nothing() {
        revocations.record(ada, NOON);
        revocations.record(ada, NOON.minusSeconds(60));
        revocations.record(ada, NOON);

        assertThat(revocations.revoked(ada, NOON.minusMillis(1))).isTrue();
    }
}
