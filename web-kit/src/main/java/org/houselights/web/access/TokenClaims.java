package org.houselights.web.access;

/** What a sign-in token says, beyond the registered claims {@code sub} (person), {@code iss}, {@code aud}, {@code iat} and {@code exp}. */
public final class TokenClaims {

    public static final String AUDIENCE = "houselights";
    public static final String EMAIL = "email";
    public static final String NAME = "name";
    public static final String ROLES = "roles";
    public static final String COMPANY = "company";
    public static final String SESSION = "sid";
    /** When the token was issued, in milliseconds since 1970: {@code iat} counts whole seconds, too coarse to revoke by. */
    public static final String ISSUED = "issued";

    private TokenClaims() {}
}
