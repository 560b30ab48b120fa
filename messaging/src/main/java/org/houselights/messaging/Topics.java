package org.houselights.messaging;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

/** Declares topics together with those of their dead letters. The broker creates none by itself. */
public final class Topics {

    private final MessagingSettings settings;

    Topics(MessagingSettings settings) {
        this.settings = settings;
    }

    /** To be returned from a bean method of the service that uses the topics. */
    public NewTopics declare(String... names) {
        return new NewTopics(Arrays.stream(names)
                .flatMap(name -> Stream.of(name, name + DeadLetters.SUFFIX))
                .map(this::topic)
                .toArray(NewTopic[]::new));
    }

    private NewTopic topic(String name) {
        return TopicBuilder.name(name)
                .partitions(settings.partitions())
                .replicas(settings.replication())
                .config("min.insync.replicas", settings.replication() > 1 ? "2" : "1")
                .build();
    }
}
