package org.houselights.screening.catalogue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.houselights.screening.catalogue.VenueDetails.Auditorium;
import org.houselights.web.FieldError;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters a venue with its auditoria under ids of the operator's choice, or replaces what is known of one. */
@Component
class EnterVenue {

    private final Venues venues;
    private final Clock clock;

    EnterVenue(Venues venues, Clock clock) {
        this.venues = venues;
        this.clock = clock;
    }

    @Transactional
    public Venue as(UUID id, VenueDetails details) {
        check(details);
        venues.put(id, details, clock.instant());
        dropAuditoriaBut(id, details.auditoria());
        for (Auditorium auditorium : details.auditoria()) {
            if (!venues.putAuditorium(id, auditorium)) {
                throw Problems.conflict("auditorium-elsewhere", Sentence.of("auditorium-elsewhere", auditorium.id()));
            }
        }
        return new Venue(id, details);
    }

    private void dropAuditoriaBut(UUID id, List<Auditorium> kept) {
        try {
            venues.dropAuditoriaBut(id, kept);
        } catch (DataIntegrityViolationException used) {
            throw Problems.conflict("auditorium-in-use", Sentence.of("auditorium-in-use"));
        }
    }

    private static void check(VenueDetails venue) {
        List<FieldError> errors = new ArrayList<>();
        if (!TimeZones.isPlace(venue.timeZone())) {
            errors.add(new FieldError("timeZone", TimeZones.expected()));
        }
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < venue.auditoria().size(); i++) {
            Auditorium auditorium = venue.auditoria().get(i);
            if (!ids.add(auditorium.id())) {
                errors.add(new FieldError("auditoria[%d].id".formatted(i), Sentence.of("auditorium.same-id")));
            }
            if (!auditorium.hire().currency().equals(venue.currency())) {
                errors.add(new FieldError("auditoria[%d].hire".formatted(i), Sentence.of("auditorium.currency")));
            }
        }
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
    }
}
