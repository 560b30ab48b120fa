package org.houselights.screening.proposal;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.houselights.screening.catalogue.Territory;
import org.houselights.web.Caller;
import org.houselights.web.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/**
 * Which screenings a caller asks for; what the caller may not know of is never among them.
 *
 * @param status any of these; empty means all
 * @param from shows that start then or later
 * @param to shows that start before then
 * @param mine those that the caller hosts, or that are of films of the caller's company
 */
record ScreeningFilter(
        Set<ScreeningStatus> status,
        @Nullable UUID filmId,
        @Nullable String city,
        @Nullable Territory country,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean mine) {

    Specification<Screening> seenBy(@Nullable Caller caller) {
        return (screening, query, sql) -> sql.and(conditions(screening, sql, caller));
    }

    private Predicate[] conditions(Root<Screening> screening, CriteriaBuilder sql, @Nullable Caller caller) {
        List<Predicate> all = new ArrayList<>();
        if (mine) {
            all.add(own(screening, sql, caller));
        } else if (caller == null || !caller.is(Role.OPERATOR)) {
            all.add(sql.or(screening.get("status").in(ScreeningStatus.PUBLIC), own(screening, sql, caller)));
        }
        if (!status.isEmpty()) {
            all.add(screening.get("status").in(status));
        }
        if (filmId != null) {
            all.add(sql.equal(screening.get("filmId"), filmId));
        }
        if (city != null) {
            all.add(sql.equal(sql.lower(screening.get("city")), city.toLowerCase(Locale.ROOT)));
        }
        if (country != null) {
            all.add(sql.equal(screening.get("country"), country.code()));
        }
        if (from != null) {
            all.add(sql.greaterThanOrEqualTo(screening.get("startsAt"), VenueClock.nearest(from)));
        }
        if (to != null) {
            all.add(sql.lessThan(screening.get("startsAt"), VenueClock.nearest(to)));
        }
        return all.toArray(Predicate[]::new);
    }

    private static Predicate own(Root<Screening> screening, CriteriaBuilder sql, @Nullable Caller caller) {
        if (caller == null) {
            return sql.disjunction();
        }
        Predicate hosted = sql.equal(screening.get("hostId"), caller.personId());
        return caller.is(Role.DISTRIBUTOR) && caller.companyId() != null
                ? sql.or(hosted, sql.equal(screening.get("companyId"), caller.companyId()))
                : hosted;
    }
}
