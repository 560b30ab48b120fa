package org.houselights.ticketing.presale;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Remembers what pre-sales offer, so that a rush doesn't ask the database for the same again and again. */
@Component
public class Offers {

    /** Far more than are rushed for at one time; a few hundred bytes each. */
    private static final int REMEMBERED = 10_000;

    private final LoadingCache<UUID, Offer> offers;

    Offers(FindPresale presales) {
        this.offers = Caffeine.newBuilder().maximumSize(REMEMBERED).build(screeningId -> {
            Presale presale = presales.find(screeningId);
            return new Offer(presale.prices(), presale.status() == PresaleStatus.OPEN);
        });
    }

    /**
     * May still tell of pledges for a moment after they are over: the pre-sale's row decides.
     *
     * @throws org.houselights.web.ProblemException 404 when there is no such pre-sale
     */
    public Offer of(UUID screeningId) {
        return offers.get(screeningId);
    }

    /** To be called by whoever finds that pledges are over. */
    public void pledgesAreOver(UUID screeningId) {
        offers.invalidate(screeningId);
    }
}
