package org.houselights.screening.host;

import java.util.List;
import org.houselights.screening.catalogue.LicenceKind;
import org.houselights.screening.catalogue.LicenceOffer;
import org.houselights.screening.proposal.ProposalRule.Violation;
import org.houselights.screening.proposal.ThresholdExplanation;
import org.houselights.web.FieldError;
import org.houselights.web.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a proposal would come to, as far as it is known.
 *
 * @param errors what is still to be given, and what can't be read
 * @param violations of rules
 * @param threshold none where it can't be worked out yet, or doesn't exist
 * @param capacity seats offered; 0 while they are not known
 */
record Preview(
        List<FieldError> errors,
        List<Violation> violations,
        @Nullable ThresholdExplanation threshold,
        ProposalChoices choices,
        int capacity) {

    Preview {
        errors = List.copyOf(errors);
        violations = List.copyOf(violations);
    }

    public boolean isReady() {
        return errors.isEmpty() && violations.isEmpty();
    }

    /** How full the house must be, in percent, rounded up. */
    public int fill() {
        return threshold == null ? 0 : Math.ceilDiv(100 * threshold.tickets(), capacity);
    }

    /** What the host pays for a licence at a fixed price. */
    public @Nullable Money fee() {
        return choices.licence() instanceof LicenceOffer.FlatFee flat
                ? flat.fee(capacity).orElse(null)
                : null;
    }

    public boolean isFree() {
        LicenceOffer licence = choices.licence();
        return licence != null && licence.kind() == LicenceKind.EDUCATIONAL;
    }
}
