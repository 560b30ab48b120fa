package org.houselights.ticketing.presale;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.houselights.web.Problems;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks a pre-sale up without locking it, for what decides nothing. */
@Component
public class FindPresale {

    private final Presales presales;

    FindPresale(Presales presales) {
        this.presales = presales;
    }

    /** Those of these screenings that have one. */
    @Transactional(readOnly = true)
    public List<Presale> find(Collection<UUID> screeningIds) {
        return presales.findAll(screeningIds.toArray(UUID[]::new));
    }

    /** @throws org.houselights.web.ProblemException 404 when there is none */
    @Transactional(readOnly = true)
    public Presale find(UUID screeningId) {
        return presales.findById(screeningId).orElseThrow(() -> Problems.notFound("pre-sale"));
    }
}
