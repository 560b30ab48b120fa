package org.houselights.ticketing.presale;

import org.houselights.messaging.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** Declares the topics that this service writes and reads, so that it can start before the others. */
@Configuration(proxyBeanMethods = false)
class TicketingTopics {

    @Bean
    KafkaAdmin.NewTopics ticketingEventTopics(Topics topics) {
        return topics.declare(PresaleEvent.TOPIC, "screening-events", "account-events");
    }
}
