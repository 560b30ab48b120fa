package org.houselights.screening.account;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RefreshTokens extends Repository<RefreshToken, String> {

    RefreshToken save(RefreshToken token);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from RefreshToken t where t.tokenHash = :tokenHash")
    Optional<RefreshToken> lock(String tokenHash);

    @Modifying
    @Query("delete from RefreshToken t where t.expiresAt < :past")
    int deleteExpiredBefore(Instant past);
}
