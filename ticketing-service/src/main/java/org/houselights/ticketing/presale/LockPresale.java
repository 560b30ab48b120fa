package org.houselights.ticketing.presale;

import static java.util.function.Function.identity;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /**
     * Those of these that there are, for whoever writes what changes by {@link MovedPresales}. They are locked in the order of their ids, so that
     * nobody waits in a circle.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UUID, Presale> lockToMove(Collection<UUID> screeningIds) {
        Collection<Presale> locked = screeningIds.size() == 1
                ? presales.lockToMove(screeningIds.iterator().next()).stream().toList()
                : presales.lockToMove(screeningIds.toArray(UUID[]::new));
        return locked.stream().collect(Collectors.toMap(Presale::screeningId, identity()));
    }
}
