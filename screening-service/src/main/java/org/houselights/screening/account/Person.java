package org.houselights.screening.account;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.houselights.web.MailAddress;
import org.houselights.web.Paging;
import org.houselights.web.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs in. A person comes into being as a host by confirming a sign-in link, or is entered by an operator.
 * Whenever the roles, the company or the address change, every sign-in of the person is over at once.
 */
@Entity
class Person {

    @Id
    private UUID id;

    @Version
    private int version;

    private String email;
    private String name;
    private String locale;

    @Nullable
    private UUID companyId;

    @ElementCollection(fetch = FetchType.EAGER)
    @BatchSize(size = Paging.LARGEST)
    @CollectionTable(name = "person_role", joinColumns = @JoinColumn(name = "person_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles;

    private Instant sessionsNotBefore;

    @SuppressWarnings("NullAway.Init")
    protected Person() {}

    Person(UUID id, MailAddress email, String name, String locale) {
        this.id = id;
        this.email = email.value();
        this.name = name;
        this.locale = locale;
        this.roles = EnumSet.of(Role.HOST);
        this.sessionsNotBefore = Instant.EPOCH;
    }

    UUID id() {
        return id;
    }

    String email() {
        return email;
    }

    String name() {
        return name;
    }

    String locale() {
        return locale;
    }

    Set<Role> roles() {
        return Set.copyOf(roles);
    }

    @Nullable
    UUID companyId() {
        return companyId;
    }

    void describe(String newName, String newLocale) {
        name = newName;
        locale = newLocale;
    }

    /** Returns whether the person's rights are others now, so that the sign-ins that carry the old ones must end. */
    boolean assign(MailAddress newEmail, Set<Role> newRoles, @Nullable UUID newCompany) {
        boolean changed =
                !email.equals(newEmail.value()) || !roles.equals(newRoles) || !Objects.equals(companyId, newCompany);
        email = newEmail.value();
        roles.retainAll(newRoles);
        roles.addAll(newRoles);
        companyId = newCompany;
        return changed;
    }

    void promote(Role role) {
        roles.add(role);
    }

    /** Ends every sign-in so far. The next millisecond begins a new time, so that the order is clear even within one. */
    SessionsRevoked revokeSessions(Instant now) {
        sessionsNotBefore = issue(now).plusMillis(1);
        return new SessionsRevoked(id, sessionsNotBefore);
    }

    /** The time of issue of a token that is made now: never before the last revocation, whatever the clock says. */
    Instant issue(Instant now) {
        Instant millis = now.truncatedTo(ChronoUnit.MILLIS);
        return millis.isBefore(sessionsNotBefore) ? sessionsNotBefore : millis;
    }
}
