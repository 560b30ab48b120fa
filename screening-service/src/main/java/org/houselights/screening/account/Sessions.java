package org.houselights.screening.account;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Sessions extends Repository<Session, String> {

    Session save(Session session);

    Optional<Session> findById(String id);

    @Modifying
    @Query("update Session s set s.endedAt = :now where s.personId = :person and s.endedAt is null")
    int endAll(UUID person, Instant now);
}
