package org.houselights.screening.account;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.houselights.web.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

interface PasskeyChallenges extends Repository<PasskeyChallenge, String> {

    PasskeyChallenge save(PasskeyChallenge challenge);

    void delete(PasskeyChallenge challenge);

    /** Held until the transaction ends, so that of two who use a challenge at once one finds none. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from PasskeyChallenge c where c.challengeHash = :hash")
    Optional<PasskeyChallenge> lock(String hash);

    /** Deletes some that are over; returns how many. */
    @Modifying
    @Transactional
    @Query(nativeQuery = true, value = """
            delete from passkey_challenge where ctid = any (array(
                select ctid from passkey_challenge where expires_at < :past
                order by expires_at limit :most for update skip locked))""")
    int deleteSome(Instant past, int most);

    /**
     * Uses a challenge up, whoever tries.
     *
     * @param person who adds a passkey; null if somebody signs in
     * @throws org.houselights.web.ProblemException if it is over, was used or was for something else
     */
    default void use(String challenge, @Nullable UUID person, Instant now) {
        PasskeyChallenge found = lock(Secrets.hash(challenge)).orElseThrow(PasskeyProblems::tooLate);
        delete(found);
        if (!found.isFor(person, now)) {
            throw PasskeyProblems.tooLate();
        }
    }
}
