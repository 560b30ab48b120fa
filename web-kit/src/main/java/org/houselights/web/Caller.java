package org.houselights.web;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The signed-in person who makes this request: a controller argument. Where anonymous callers are allowed, ask for a
 * {@code @Nullable Caller} or an {@code Optional<Caller>}.
 *
 * @param companyId the company whose films a distributor looks after
 */
public record Caller(
        UUID personId,
        String email,
        String name,
        Set<Role> roles,
        @Nullable UUID companyId) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether the caller works for this company. */
    public boolean isOf(UUID company) {
        return Optional.ofNullable(companyId).filter(company::equals).isPresent();
    }
}
