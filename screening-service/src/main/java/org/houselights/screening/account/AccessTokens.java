package org.houselights.screening.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.houselights.web.HouseSettings;
import org.houselights.web.access.TokenClaims;
import org.springframework.stereotype.Component;

/** Signs the short-lived tokens that say who somebody is, to every service. */
@Component
class AccessTokens {

    static final Duration LIFE = Duration.ofMinutes(15);

    private final TokenKeys keys;
    private final HouseSettings house;
    private final Clock clock;

    AccessTokens(TokenKeys keys, HouseSettings house, Clock clock) {
        this.keys = keys;
        this.house = house;
        this.clock = clock;
    }

    record AccessToken(String value, Instant expiresAt) {}

    AccessToken issue(Person person, String session) {
        Instant issued = person.issue(clock.instant());
        Instant expires = issued.plus(LIFE);
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(person.id().toString())
                .issuer(house.publicUrl().toString())
                .audience(TokenClaims.AUDIENCE)
                .issueTime(Date.from(issued))
                .expirationTime(Date.from(expires))
                .claim(TokenClaims.ISSUED, issued.toEpochMilli())
                .claim(TokenClaims.SESSION, session)
                .claim(TokenClaims.EMAIL, person.email())
                .claim(TokenClaims.NAME, person.name())
                .claim(
                        TokenClaims.ROLES,
                        person.roles().stream().map(Enum::name).sorted().toList())
                .claim(TokenClaims.COMPANY, Objects.toString(person.companyId(), null))
                .build();
        return new AccessToken(signed(claims), expires);
    }

    private String signed(JWTClaimsSet claims) {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .keyID(keys.signing().getKeyID())
                    .build();
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(new ECDSASigner(keys.signing()));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("A P-256 key signs ES256", e);
        }
    }
}
