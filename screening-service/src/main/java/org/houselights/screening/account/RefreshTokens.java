package org.houselights.screening.account;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

interface RefreshTokens extends Repository<RefreshToken, String> {

    RefreshToken save(RefreshToken token);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from RefreshToken t where t.tokenHash = :tokenHash")
    Optional<RefreshToken> lock(String tokenHash);

    /** Deletes some that are over, and the sessions that go on with no other; returns how many tokens. */
    @Modifying
    @Transactional
    @Query(nativeQuery = true, value = """
            with old as (select ctid, session_id from refresh_token where expires_at < :past
                         order by expires_at limit :most for update skip locked),
            silent as (delete from session
                       where id = any (array(select session_id from old))
                         and not exists (select from refresh_token t where t.session_id = session.id and t.expires_at >= :past))
            delete from refresh_token where ctid = any (array(select ctid from old))""")
    int deleteSome(Instant past, int most);
}
