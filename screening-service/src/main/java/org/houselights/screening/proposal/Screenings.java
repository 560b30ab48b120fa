package org.houselights.screening.proposal;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.houselights.web.Caller;
import org.houselights.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Screenings extends Repository<Screening, UUID>, JpaSpecificationExecutor<Screening> {

    Screening saveAndFlush(Screening screening);

    Optional<Screening> findById(UUID id);

    List<Screening> findByIdIn(Collection<UUID> ids);

    /** Whoever moves a screening holds its row, so that two moves at once are one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Screening s where s.id = :id")
    Optional<Screening> lock(UUID id);

    /** The screening of this id, held for a move, if the caller may know of it. */
    default Screening require(UUID id, Caller caller) {
        return lock(id).filter(screening -> screening.isVisibleTo(caller))
                .orElseThrow(() -> Problems.notFound("screening"));
    }

    /** The screening of this id to look at, if the caller may know of it. */
    default Screening show(UUID id, @Nullable Caller caller) {
        return findById(id)
                .filter(screening -> screening.isVisibleTo(caller))
                .orElseThrow(() -> Problems.notFound("screening"));
    }

    Page<Screening> findByHostIdAndStatusInOrderByStartsAtAscIdAsc(
            UUID host, Collection<ScreeningStatus> status, Pageable page);

    Page<Screening> findByHostIdAndStatusInOrderByStartsAtDescIdDesc(
            UUID host, Collection<ScreeningStatus> status, Pageable page);

    List<Screening> findByCompanyIdAndStatusOrderByDecisionDueAtAscIdAsc(
            UUID company, ScreeningStatus status, Limit limit);

    @Query("""
            select new org.houselights.screening.proposal.Screenings$Count(s.status, count(s)) from Screening s
            where s.companyId = :company group by s.status""")
    List<Count> countByStatus(UUID company);

    record Count(ScreeningStatus status, Long number) {}

    /** Those in the same city first. */
    @Query("""
            select s from Screening s
            where s.id <> :but and s.filmId = :film and s.country = :country and s.startsAt between :from and :to
            and s.status in (PROPOSED, CHANGES_REQUESTED, ON_SALE, CONFIRMED)
            order by case when s.city = :city then 0 else 1 end, s.startsAt, s.id""")
    List<Screening> around(UUID but, UUID film, String country, String city, Instant from, Instant to, Limit limit);

    /** Whether somebody hosted a screening of a film of the company that took place. */
    @Query("""
            select count(s) > 0 from Screening s
            where s.hostId = :host and s.companyId = :company and s.status = HELD""")
    boolean hasHeld(UUID host, UUID company);

    @Query("""
            select count(s) > 0 from Screening s
            where s.auditoriumId = :auditorium and s.startsAt < :end and s.endsAt > :start and s.id <> :but
            and s.status in (PROPOSED, CHANGES_REQUESTED, ON_SALE, CONFIRMED)""")
    boolean isTaken(UUID auditorium, Instant start, Instant end, UUID but);

    @Query(nativeQuery = true, value = """
            select id from screening
            where status in ('PROPOSED', 'CHANGES_REQUESTED') and decision_due_at <= :now
            order by decision_due_at limit :count""")
    List<UUID> undecided(Instant now, int count);

    @Query(nativeQuery = true, value = """
            select id from screening where status = 'CONFIRMED' and ends_at <= :now order by ends_at limit :count""")
    List<UUID> over(Instant now, int count);

    /** Held for a sweep, unless somebody else holds it or it isn't due any more. */
    @Query(nativeQuery = true, value = """
            select * from screening
            where id = :id and status in ('PROPOSED', 'CHANGES_REQUESTED') and decision_due_at <= :now
            for update skip locked""")
    Optional<Screening> lockUndecided(UUID id, Instant now);

    /** Held for a sweep, unless somebody else holds it or it isn't due any more. */
    @Query(nativeQuery = true, value = """
            select * from screening
            where id = :id and status = 'CONFIRMED' and ends_at <= :now
            for update skip locked""")
    Optional<Screening> lockOver(UUID id, Instant now);
}
