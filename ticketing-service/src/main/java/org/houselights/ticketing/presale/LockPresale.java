package org.houselights.ticketing.presale;

import java.util.UUID;
import org.houselights.web.Problems;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one row that decides: whoever changes an order of a pre-sale locks the pre-sale first, then the order. */
@Component
public class LockPresale {

    private final Presales presales;

    LockPresale(Presales presales) {
        this.presales = presales;
    }

    /** @throws org.houselights.web.ProblemException 404 when there is none */
    @Transactional(propagation = Propagation.MANDATORY)
    public Presale lock(UUID screeningId) {
        return presales.lock(screeningId).orElseThrow(() -> Problems.notFound("pre-sale"));
    }
}
