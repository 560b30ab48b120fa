package org.houselights.web.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.houselights.web.Caller;
import org.houselights.web.Problems;
import org.houselights.web.Role;
import org.houselights.web.Sentence;
import org.houselights.web.SessionRevocations;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Reads who is calling from a token, if it is genuine, not over and not revoked. */
final class Tokens {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final JwtDecoder decoder;
    private final SessionRevocations revocations;

    Tokens(JwtDecoder decoder, SessionRevocations revocations) {
        this.decoder = decoder;
        this.revocations = revocations;
    }

    Optional<CallerAuthentication> read(String token, boolean byCookie) {
        try {
            Jwt jwt = decoder.decode(token);
            Caller caller = caller(jwt);
            return revocations.revoked(caller.personId(), issuedAt(jwt))
                    ? Optional.empty()
                    : Optional.of(new CallerAuthentication(caller, session(jwt), byCookie));
        } catch (BadJwtException | IllegalArgumentException notOurs) {
            return Optional.empty();
        } catch (JwtException keysAway) {
            throw Problems.unavailable(PATIENCE, Sentence.of("sign-in.unavailable"));
        }
    }

    private static Caller caller(Jwt jwt) {
        return new Caller(
                UUID.fromString(jwt.getSubject()),
                text(jwt, TokenClaims.EMAIL),
                text(jwt, TokenClaims.NAME),
                Optional.ofNullable(jwt.getClaimAsStringList(TokenClaims.ROLES)).orElse(List.of()).stream()
                        .map(Role::valueOf)
                        .collect(Collectors.toSet()),
                Optional.ofNullable(jwt.getClaimAsString(TokenClaims.COMPANY))
                        .map(UUID::fromString)
                        .orElse(null));
    }

    private static Instant issuedAt(Jwt jwt) {
        return jwt.getClaim(TokenClaims.ISSUED) instanceof Number millis
                ? Instant.ofEpochMilli(millis.longValue())
                : Optional.ofNullable(jwt.getIssuedAt()).orElse(Instant.EPOCH);
    }

    private static String session(Jwt jwt) {
        return text(jwt, TokenClaims.SESSION);
    }

    private static String text(Jwt jwt, String claim) {
        return Optional.ofNullable(jwt.getClaimAsString(claim))
                .orElseThrow(() -> new IllegalArgumentException("A token without " + claim));
    }
}
