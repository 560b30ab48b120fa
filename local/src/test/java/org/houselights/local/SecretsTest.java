package org.houselights.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SecretsTest {

    @TempDir
    Path home;

    @Test
    void keys_are_made_once_and_only_their_owner_can_read_them() throws Exception {
        var secrets = new Secrets(home.resolve("secrets"));
        String first = secrets.linkKey();

        assertThat(new Secrets(home.resolve("secrets")).linkKey()).isEqualTo(first);
        assertThat(Base64.getDecoder().decode(first)).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.tokenKeys())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secrets"))))
                .isEqualTo("rwx------");
    }

    /** Numbers that begin with zeros or with a set bit come by chance: often enough in fifty keys. */
    @RepeatedTest(50)
    void every_number_of_a_token_key_has_its_full_length() {
        var keys = JsonMapper.shared().readTree(new Secrets(home).tokenKeys().toFile());

        for (String number : new String[] {"x", "y", "d"}) {
            assertThat(Base64.getUrlDecoder()
                            .decode(keys.at("/keys/0/" + number).stringValue()))
                    .hasSize(32);
        }
    }
}
