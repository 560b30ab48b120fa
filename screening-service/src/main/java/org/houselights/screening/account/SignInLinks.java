package org.houselights.screening.account;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SignInLinks extends Repository<SignInLink, String> {

    SignInLink save(SignInLink link);

    /** Held until the transaction ends, so that of two who use a link at once one comes second. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from SignInLink l where l.tokenHash = :tokenHash")
    Optional<SignInLink> lock(String tokenHash);

    @Modifying
    @Query("delete from SignInLink l where l.expiresAt < :past")
    int deleteExpiredBefore(Instant past);
}
