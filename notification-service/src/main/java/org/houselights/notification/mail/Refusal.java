package org.houselights.notification.mail;

/** The mail server, or the way to it, did not take a mail. Its message holds the server's words, for operators only. */
final class Refusal extends Exception {

    /** What to do about it. */
    enum Remedy {
        /** The server is away, or there is no way to it: no mail gets through, so this one is not to blame. */
        WAIT_FOR_THE_SERVER,
        /** The server asked for patience with this mail, or the connection broke over it. */
        TRY_LATER,
        /** The server refused this mail for good. */
        GIVE_UP
    }

    private final Remedy remedy;

    Refusal(Remedy remedy, String words, Throwable cause) {
        super(words, cause);
        this.remedy = remedy;
    }

    Remedy remedy() {
        return remedy;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
