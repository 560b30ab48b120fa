package org.houselights.screening.proposal;

/** What can be done with a screening. */
public enum Move {
    PROPOSE,
    ASK_FOR_CHANGES,
    RESUBMIT,
    APPROVE,
    DECLINE,
    WITHDRAW,
    LAPSE,
    CONFIRM,
    MISS,
    CANCEL,
    HOLD
}
