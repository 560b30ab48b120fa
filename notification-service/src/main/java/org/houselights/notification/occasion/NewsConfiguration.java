package org.houselights.notification.occasion;

import static java.util.Objects.requireNonNull;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ContainerProperties.AckMode;

/** Listeners that hear all that has come since they last listened, instead of each by itself. */
@Configuration
class NewsConfiguration {

    static final String TOGETHER = "newsTogetherFactory";

    @Bean(TOGETHER)
    ConcurrentKafkaListenerContainerFactory<String, byte[]> newsTogetherFactory(
            ConcurrentKafkaListenerContainerFactory<String, byte[]> kafkaListenerContainerFactory,
            CommonErrorHandler failures) {
        var together = new ConcurrentKafkaListenerContainerFactory<String, byte[]>();
        together.setConsumerFactory(requireNonNull(kafkaListenerContainerFactory.getConsumerFactory()));
        together.setCommonErrorHandler(failures);
        together.setBatchListener(true);
        together.getContainerProperties().setAckMode(AckMode.BATCH);
        together.getContainerProperties().setObservationEnabled(true);
        together.getContainerProperties().setRecordObservationsInBatch(true);
        return together;
    }
}
