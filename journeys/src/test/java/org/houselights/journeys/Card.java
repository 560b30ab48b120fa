package org.houselights.journeys;

import java.util.Locale;

/** Cards of the built-in payment provider. */
public enum Card {
    ACCEPTED,
    /** Can be saved; every charge is declined. */
    DECLINED_LATER,
    /** Is charged at once, and tells so seconds later. */
    SLOW,
    /** Is charged, and the first answer is lost. */
    UNREACHABLE;

    public String token() {
        return "sandbox-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
