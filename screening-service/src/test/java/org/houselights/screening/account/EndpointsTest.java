package org.houselights.screening.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.houselights.web.access.Badges;
import org.houselights.web.access.EndpointRights;
import org.houselights.web.access.EndpointWalk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AccountTest
class EndpointsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private EndpointRights rights;

    @Autowired
    private Badges badges;

    @Test
    void every_endpoint_is_open_to_those_it_names_and_nobody_else() {
        assertThat(new EndpointWalk(rights, badges, port).wrongAnswers()).isEmpty();
    }
}
