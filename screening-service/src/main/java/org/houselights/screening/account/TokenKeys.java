package org.houselights.screening.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.text.ParseException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.ResourceUtils;

/** The keys that sign-in tokens are signed and checked with. */
final class TokenKeys {

    private static final Logger log = LoggerFactory.getLogger(TokenKeys.class);

    private final JWKSet keys;
    private final ECKey signing;

    TokenKeys(JWKSet keys) {
        this.keys = keys;
        this.signing = keys.getKeys().stream()
                .findFirst()
                .filter(TokenKeys::canSign)
                .map(JWK::toECKey)
                .orElseThrow(() -> new IllegalStateException(
                        "HOUSELIGHTS_TOKEN_KEYS must begin with a private EC key on P-256 that has a kid"));
    }

    static TokenKeys from(AccountSettings settings) {
        if (settings.tokenKeys() == null) {
            log.warn("HOUSELIGHTS_TOKEN_KEYS is not set: signing with a key that ends with this process");
            return new TokenKeys(new JWKSet(generated()));
        }
        try (InputStream file = ResourceUtils.getURL(settings.tokenKeys()).openStream()) {
            return new TokenKeys(JWKSet.load(file));
        } catch (IOException | ParseException e) {
            throw new IllegalStateException(
                    "HOUSELIGHTS_TOKEN_KEYS does not lead to a JWK set: " + settings.tokenKeys(), e);
        }
    }

    private static boolean canSign(JWK key) {
        return key instanceof ECKey ec && ec.isPrivate() && Curve.P_256.equals(ec.getCurve()) && ec.getKeyID() != null;
    }

    private static ECKey generated() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }

    ECKey signing() {
        return signing;
    }

    JWKSource<SecurityContext> source() {
        return new ImmutableJWKSet<>(keys);
    }

    /** The public halves, as JSON. */
    String published() {
        return keys.toPublicJWKSet().toString();
    }
}
