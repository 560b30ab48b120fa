package org.houselights.screening.account;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

interface SignInLinks extends Repository<SignInLink, String> {

    SignInLink save(SignInLink link);

    /** Held until the transaction ends, so that of two who use a link at once one comes second. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from SignInLink l where l.tokenHash = :tokenHash")
    Optional<SignInLink> lock(String tokenHash);

    /** Deletes some that are over; returns how many. */
    @Modifying
    @Transactional
    @Query(nativeQuery = true, value = """
            delete from sign_in_link where ctid = any (array(
                select ctid from sign_in_link where expires_at < :past
                order by expires_at limit :most for update skip locked))""")
    int deleteSome(Instant past, int most);
}
