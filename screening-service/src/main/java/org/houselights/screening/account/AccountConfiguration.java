package org.houselights.screening.account;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.houselights.messaging.Topics;
import org.houselights.web.ConstraintProblems;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

/** The keys of this service, its topic, and what its constraints mean. */
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

    @Bean
    TokenKeys tokenKeys(AccountSettings settings) {
        return TokenKeys.from(settings);
    }

    @Bean
    JWKSource<SecurityContext> verifyingKeys(TokenKeys keys) {
        return keys.source();
    }

    @Bean
    NewTopics accountTopics(Topics topics) {
        return topics.declare(AccountTopics.EVENTS);
    }

    @Bean
    ConstraintProblems accountConstraints() {
        return new ConstraintProblems()
                .on(
                        "person_pkey",
                        () -> Problems.conflict("changed-meanwhile", Sentence.of("person.changed-meanwhile")))
                .on(
                        "person_email_unique",
                        () -> Problems.conflict("address-taken", Sentence.of("person.address-taken")))
                .on("passkey_credential_unique", PasskeyProblems::known);
    }
}
