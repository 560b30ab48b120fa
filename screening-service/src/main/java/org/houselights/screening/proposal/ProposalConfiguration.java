package org.houselights.screening.proposal;

import org.houselights.messaging.Topics;
import org.houselights.web.ConstraintProblems;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

/**
 * The topics that screenings write and read, so that this service can start before the others, and what the database says
 * when it refuses a screening.
 */
@Configuration(proxyBeanMethods = false)
class ProposalConfiguration {

    @Bean
    NewTopics screeningTopics(Topics topics) {
        return topics.declare(ScreeningEvent.TOPIC, PresaleNews.TOPIC);
    }

    @Bean
    ConstraintProblems proposalConstraints() {
        return new ConstraintProblems()
                .on("screening_auditorium_free", Assessment::auditoriumTaken)
                .on("screening_pkey", () -> Problems.conflict("already-proposed", Sentence.of("already-proposed.now")))
                .on(
                        "screening_auditorium_exists",
                        () -> Problems.conflict("auditorium-gone", Sentence.of("auditorium-gone")));
    }
}
