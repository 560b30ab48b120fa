package org.houselights.screening.account;

import org.houselights.web.Role;
import org.houselights.web.Secrets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Begins a sign-in of a person who proved, one way or another, to be that person. */
@Component
class StartSession {

    private final Sessions sessions;
    private final SessionTokens tokens;
    private final AccountSettings settings;

    StartSession(Sessions sessions, SessionTokens tokens, AccountSettings settings) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.settings = settings;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public SignedIn of(Person person) {
        if (settings.isOperator(person.email())) {
            person.promote(Role.OPERATOR);
        }
        Session session = sessions.save(new Session(Secrets.next(), person.id()));
        return tokens.issue(person, session.id());
    }
}
