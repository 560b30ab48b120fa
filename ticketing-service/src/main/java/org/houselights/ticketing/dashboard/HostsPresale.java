package org.houselights.ticketing.dashboard;

import java.util.UUID;
import org.houselights.ticketing.presale.FindPresale;
import org.houselights.ticketing.presale.Presale;
import org.houselights.web.Caller;
import org.houselights.web.Problems;
import org.houselights.web.Role;
import org.springframework.stereotype.Component;

/** The pre-sale of a host, and of operators; nobody else knows that there is one. */
@Component
class HostsPresale {

    private final FindPresale presales;

    HostsPresale(FindPresale presales) {
        this.presales = presales;
    }

    /** @throws org.houselights.web.ProblemException 404 if it isn't theirs */
    public Presale open(UUID screeningId, Caller caller) {
        Presale presale = presales.find(screeningId);
        if (!presale.hostId().equals(caller.personId()) && !caller.is(Role.OPERATOR)) {
            throw Problems.notFound("pre-sale");
        }
        return presale;
    }
}
