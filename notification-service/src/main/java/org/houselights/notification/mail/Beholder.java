package org.houselights.notification.mail;

import org.houselights.notification.mail.Facts.Screening;
import org.houselights.notification.mail.MailKind.Reader;
import org.houselights.web.Caller;
import org.houselights.web.Problems;
import org.houselights.web.Role;

/** Who looks at the mails about a screening, and how much of them that person may see. */
enum Beholder {
    /** Sees everything but the words of a mail, which hold links that only their reader may follow. */
    OPERATOR,
    /** Knows who comes, and needs nobody's address for it. */
    HOST,
    /** Has nothing to do with who comes. */
    DISTRIBUTOR;

    /** @throws org.houselights.web.ProblemException 404 if the screening is none of the caller's */
    static Beholder of(Screening screening, Caller caller) {
        if (caller.is(Role.OPERATOR)) {
            return OPERATOR;
        }
        if (screening.host().id().equals(caller.personId())) {
            return HOST;
        }
        if (caller.is(Role.DISTRIBUTOR)
                && caller.isOf(screening.film().distributor().id())) {
            return DISTRIBUTOR;
        }
        throw Problems.notFound("screening");
    }

    boolean mayKnow(Reader reader) {
        return this != DISTRIBUTOR || reader != Reader.ATTENDEE;
    }

    public boolean maySearch() {
        return this != DISTRIBUTOR;
    }

    /** Such as {@code a…@example.org}. */
    String address(String email) {
        return this == OPERATOR ? email : email.substring(0, 1) + "…" + email.substring(email.lastIndexOf('@'));
    }
}
