package org.houselights.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TroubleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            550 5.1.1 No such mailbox here                                | NO_SUCH_ADDRESS
            550 No such user                                              | NO_SUCH_ADDRESS
            553-5.1.2 We cannot find a host for the domain                | NO_SUCH_ADDRESS
            552 5.2.2 Over quota                                          | MAILBOX_FULL
            Given up. The last answer was: 452 4.2.2 Mailbox full         | MAILBOX_FULL
            550 5.7.1 Message refused by policy                           | UNWANTED
            451 4.7.1 Greylisted, come back later                         | BUSY
            450 Try again                                                 | BUSY
            554 5.6.0 Message refused                                     | REFUSED
            554 No                                                        | REFUSED
            Connection refused: no way to host, port: localhost, 2525; timeout 5000 | NO_ANSWER
            It could not be written: no threshold                         | NOT_WRITTEN""")
    void what_a_server_says_is_told_as_something_one_can_act_on(String words, Trouble trouble) {
        assertThat(Trouble.of(words)).isEqualTo(trouble);
    }
}
