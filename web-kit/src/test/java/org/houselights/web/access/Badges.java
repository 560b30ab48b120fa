package org.houselights.web.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.houselights.web.Caller;
import org.houselights.web.HouseSettings;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Signs in whoever a test needs, with the keys that the service under test trusts. */
public final class Badges {

    private static final Duration LIFE = Duration.ofMinutes(15);

    private final JWKSource<SecurityContext> keys;
    private final HouseSettings house;
    private final Clock clock;

    public Badges(JWKSource<SecurityContext> keys, HouseSettings house, Clock clock) {
        this.keys = keys;
        this.house = house;
        this.clock = clock;
    }

    /** The value of the header {@code Authorization} for this caller. */
    public String bearer(Caller caller) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(caller.personId().toString())
                .issuer(house.publicUrl().toString())
                .audience(TokenClaims.AUDIENCE)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .claim(TokenClaims.ISSUED, now.toEpochMilli())
                .claim(TokenClaims.SESSION, "session of " + caller.personId())
                .claim(TokenClaims.EMAIL, caller.email())
                .claim(TokenClaims.NAME, caller.name())
                .claim(
                        TokenClaims.ROLES,
                        caller.roles().stream().map(Enum::name).toList())
                .claim(TokenClaims.COMPANY, Objects.toString(caller.companyId(), null))
                .build();
        return "Bearer " + signed(claims);
    }

    private String signed(JWTClaimsSet claims) {
        try {
            JWKMatcher signing = new JWKMatcher.Builder().privateOnly(true).build();
            ECKey key = keys.get(new JWKSelector(signing), null).getFirst().toECKey();
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Badges by the service's own keys. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class ByOwnKeys {

        @Bean
        Badges badges(JWKSource<SecurityContext> keys, HouseSettings house, Clock clock) {
            return new Badges(keys, house, clock);
        }
    }

    /** Badges for a service that otherwise would fetch its keys from another. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class ByTestKeys extends ByOwnKeys {

        @Bean
        JWKSource<SecurityContext> testKeys() throws JOSEException {
            return new ImmutableJWKSet<>(
                    new JWKSet(new ECKeyGenerator(Curve.P_256).keyID("test").generate()));
        }
    }
}
