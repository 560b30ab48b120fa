package org.houselights.local;

/** Something the person at the keyboard can put right; the message is the one line that says so. */
public final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Trouble(String message) {
        super(message);
    }
}
