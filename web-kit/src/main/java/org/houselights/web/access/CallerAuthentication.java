package org.houselights.web.access;

import org.houselights.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** A caller whose token was checked. */
final class CallerAuthentication extends AbstractAuthenticationToken {

    private final Caller caller;
    private final String sessionId;
    private final boolean byCookie;

    CallerAuthentication(Caller caller, String sessionId, boolean byCookie) {
        super(AuthorityUtils.createAuthorityList(
                caller.roles().stream().map(role -> "ROLE_" + role).toList()));
        this.caller = caller;
        this.sessionId = sessionId;
        this.byCookie = byCookie;
        setAuthenticated(true);
    }

    static @Nullable Caller current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication known
                ? known.caller
                : null;
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return caller.personId().toString();
    }

    String sessionId() {
        return sessionId;
    }

    /** Whether a browser sent the token by itself, perhaps because of a page that is not ours. */
    boolean byCookie() {
        return byCookie;
    }
}
