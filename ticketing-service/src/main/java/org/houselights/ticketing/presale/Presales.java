package org.houselights.ticketing.presale;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All pre-sales. */
interface Presales extends Repository<Presale, UUID> {

    Presale save(Presale presale);

    Optional<Presale> findById(UUID screeningId);

    boolean existsById(UUID screeningId);

    /** The pre-sale, with its row locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Presale p where p.screeningId = :screeningId")
    Optional<Presale> lock(UUID screeningId);

    Page<Presale> findByStatusInOrderByStartsAtAscScreeningIdAsc(Collection<PresaleStatus> statuses, Pageable page);

    /** The text is the same however many they are. */
    @Query(nativeQuery = true, value = "select * from presale where screening_id = any (:screeningIds)")
    List<Presale> findAll(UUID[] screeningIds);

    /** Pre-sales that somebody has to end now, locked; those that another instance is ending are left to it. */
    @Query(nativeQuery = true, value = """
            select * from presale
            where (status = 'OPEN' and deadline <= :now) or (status = 'COLLECTING' and cure_ends_at <= :now)
            order by coalesce(cure_ends_at, deadline) limit :atMost for update skip locked""")
    List<Presale> lockOverdue(Instant now, int atMost);
}
