package org.houselights.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @MethodSource
    void accepts_what_people_and_servers_use(String address) {
        assertThat(new MailAddress(address).value()).isEqualTo(address);
    }

    static Stream<String> accepts_what_people_and_servers_use() {
        return Stream.of(
                "ann@example.org",
                "a@b",
                "ann.example+films@mail.example.org",
                "o'neill_!#$%&*/=?^`{|}~-@example.org",
                "-ann-@x--y.example",
                "7@1.2.3.4",
                "a".repeat(64) + "@example.org",
                "ann@" + "a".repeat(63) + ".example");
    }

    @ParameterizedTest
    @MethodSource("brokenAddresses")
    @ValueSource(
            strings = {
                "",
                "@",
                "ann",
                "ann@",
                "@example.org",
                "ann@@example.org",
                "ann@exam@ple.org",
                ".ann@example.org",
                "ann.@example.org",
                "an..n@example.org",
                "an n@example.org",
                "ann\n@example.org",
                "änn@example.org",
                "\"ann\"@example.org",
                "ann@.example.org",
                "ann@example.org.",
                "ann@example..org",
                "ann@-example.org",
                "ann@example-.org",
                "ann@example.org-",
                "ann@exam_ple.org",
                "ann@exämple.org",
                "ann@[127.0.0.1]",
                "ann@example.org\n"
            })
    void refuses_what_no_server_would_take(String address) {
        assertThatThrownBy(() -> new MailAddress(address)).isInstanceOf(InvalidValue.class);
    }

    static Stream<String> brokenAddresses() {
        return Stream.of(
                "a".repeat(65) + "@example.org", "ann@" + "a".repeat(64) + ".example", "ann@" + "a.".repeat(125) + "a");
    }

    @Test
    void is_the_same_however_it_is_typed() {
        assertThat(new MailAddress("Ann@Example.ORG")).isEqualTo(new MailAddress("ann@example.org"));
    }
}
