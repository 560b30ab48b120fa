package org.houselights.screening.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TokenKeysTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_first_key_signs_and_all_of_them_verify() throws Exception {
        TokenKeys keys =
                TokenKeys.from(settings(new JWKSet(List.of(key("new", Curve.P_256), key("old", Curve.P_256)))));

        assertThat(keys.signing().getKeyID()).isEqualTo("new");
        assertThat(keys.source().get(new JWKSelector(new JWKMatcher.Builder().build()), null))
                .extracting(JWK::getKeyID)
                .containsExactly("new", "old");
        assertThat(JWKSet.parse(keys.published()).getKeys())
                .extracting(JWK::getKeyID)
                .containsExactly("new", "old");
        assertThat(JWKSet.parse(keys.published()).getKeys()).noneMatch(JWK::isPrivate);
    }

    @Test
    void keys_that_cannot_sign_are_refused_at_the_start() throws Exception {
        AccountSettings publicOnly = settings(new JWKSet(key("a", Curve.P_256).toPublicJWK()));
        AccountSettings otherCurve = settings(new JWKSet(key("a", Curve.P_384)));
        AccountSettings missing =
                new AccountSettings(folder.resolve("none.json").toString(), null);

        assertThatThrownBy(() -> TokenKeys.from(otherCurve)).hasMessageContaining("HOUSELIGHTS_TOKEN_KEYS must begin");
        assertThatThrownBy(() -> TokenKeys.from(publicOnly)).hasMessageContaining("HOUSELIGHTS_TOKEN_KEYS must begin");
        assertThatThrownBy(() -> TokenKeys.from(missing)).hasMessageContaining("does not lead to a JWK set");
    }

    private static ECKey key(String id, Curve curve) throws JOSEException {
        return new ECKeyGenerator(curve).keyID(id).generate();
    }

    private AccountSettings settings(JWKSet keys) throws IOException {
        Path file = Files.createTempFile(folder, "keys", ".json");
        Files.writeString(file, keys.toString(false));
        return new AccountSettings(file.toString(), null);
    }
}
