package org.houselights.screening.proposal;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.houselights.screening.catalogue.LicenceKind;
import org.jspecify.annotations.Nullable;

/** Where a screening is in its life. */
public enum ScreeningStatus {
    /** Waits for the distributor. */
    PROPOSED,
    /** Waits for the host, who was asked to change something. */
    CHANGES_REQUESTED,
    /** Approved; takes place if enough tickets are sold before the deadline. */
    ON_SALE,
    /** Takes place. */
    CONFIRMED,
    /** Took place. */
    HELD,
    /** Too few tickets were sold. */
    MISSED,
    DECLINED,
    WITHDRAWN,
    /** Nobody decided in time. */
    LAPSED,
    CANCELLED;

    /** Those that the public may see: everything that went on sale. */
    static final Set<ScreeningStatus> PUBLIC = EnumSet.of(ON_SALE, CONFIRMED, HELD, MISSED, CANCELLED);

    /** Whether everybody may see a screening in this status. */
    public static boolean isPublic(ScreeningStatus status) {
        return PUBLIC.contains(status);
    }

    /** The transition table: what a move makes of a screening in this status, or nothing if it is not possible. */
    Optional<ScreeningStatus> after(Move move, LicenceKind licence) {
        return Optional.ofNullable(next(move, licence));
    }

    private @Nullable ScreeningStatus next(Move move, LicenceKind licence) {
        return switch (this) {
            case PROPOSED ->
                switch (move) {
                    case ASK_FOR_CHANGES -> CHANGES_REQUESTED;
                    case APPROVE -> licence == LicenceKind.CROWD_FUNDED ? ON_SALE : CONFIRMED;
                    case DECLINE -> DECLINED;
                    case WITHDRAW -> WITHDRAWN;
                    case LAPSE -> LAPSED;
                    default -> null;
                };
            case CHANGES_REQUESTED ->
                switch (move) {
                    case RESUBMIT -> PROPOSED;
                    case WITHDRAW -> WITHDRAWN;
                    case LAPSE -> LAPSED;
                    default -> null;
                };
            case ON_SALE ->
                switch (move) {
                    case CONFIRM -> CONFIRMED;
                    case MISS -> MISSED;
                    case CANCEL -> CANCELLED;
                    default -> null;
                };
            case CONFIRMED ->
                switch (move) {
                    case HOLD -> HELD;
                    case CANCEL -> CANCELLED;
                    default -> null;
                };
            case HELD, MISSED, DECLINED, WITHDRAWN, LAPSED, CANCELLED -> null;
        };
    }
}
