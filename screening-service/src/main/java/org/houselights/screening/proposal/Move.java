package org.houselights.screening.proposal;

/** What can be done with a screening. */
public enum Move {
    PROPOSE("proposed"),
    ASK_FOR_CHANGES("sent back for changes"),
    RESUBMIT("resubmitted"),
    APPROVE("approved"),
    DECLINE("declined"),
    WITHDRAW("withdrawn"),
    LAPSE("lapsed"),
    CONFIRM("confirmed"),
    MISS("missed"),
    CANCEL("cancelled"),
    HOLD("held");

    private final String done;

    Move(String done) {
        this.done = done;
    }

    /** As in "it can't be approved". */
    String done() {
        return done;
    }
}
