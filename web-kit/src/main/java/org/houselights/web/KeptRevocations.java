package org.houselights.web;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Revocations in the database of the service, so that all its instances know them at once. */
final class KeptRevocations implements SessionRevocations {

    private final JdbcClient jdbc;

    KeptRevocations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean revoked(UUID personId, Instant issuedAt) {
        return jdbc.sql(
                        "select exists (select from session_revocation where person_id = :person and not_before > :issued)")
                .param("person", personId)
                .param("issued", Timestamp.from(issuedAt))
                .query(Boolean.class)
                .single();
    }

    @Override
    public void record(UUID personId, Instant notBefore) {
        jdbc.sql("""
                        insert into session_revocation (person_id, not_before) values (:person, :notBefore)
                        on conflict (person_id) do update
                            set not_before = greatest(session_revocation.not_before, excluded.not_before)""")
                .param("person", personId)
                .param("notBefore", Timestamp.from(notBefore))
                .update();
    }
}
