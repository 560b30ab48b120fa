package org.houselights.screening.foyer;

import org.houselights.screening.progress.Progress;
import org.houselights.screening.proposal.ScreeningStatus;
import org.houselights.screening.proposal.ScreeningView;
import org.jspecify.annotations.Nullable;

/**
 * A screening in a list.
 *
 * @param progress null in the moment between approval and the opening of the pre-sale
 */
public record Listing(ScreeningView screening, @Nullable Progress progress) {

    /** Whether it still takes people for it to go ahead. */
    public boolean needsPeople() {
        return screening.status() == ScreeningStatus.ON_SALE && (progress == null || !progress.isReached());
    }

    public boolean isSoldOut() {
        return progress != null && progress.seatsLeft() <= 0;
    }
}
