package org.houselights.messaging;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

/** Declares topics together with those of their dead letters. The broker creates none by itself. */
public final class Topics {

    private final MessagingSettings settings;
    private final KafkaAdmin admin;
    private volatile boolean created;

    /** A broker that is away holds up the start of a service for these few seconds and no longer. */
    Topics(MessagingSettings settings, KafkaAdmin admin) {
        this.settings = settings;
        this.admin = admin;
        admin.setOperationTimeout(3);
        admin.setCloseTimeout(1);
    }

    /** To be returned from a bean method of the service that uses the topics. */
    public NewTopics declare(String... names) {
        return new NewTopics(Arrays.stream(names)
                .flatMap(name -> Stream.of(name, name + DeadLetters.SUFFIX))
                .map(this::topic)
                .toArray(NewTopic[]::new));
    }

    /** Once more if need be: a broker that was away when the service started knows none of them. */
    void createMissing() {
        created = created || admin.initialize();
    }

    private NewTopic topic(String name) {
        return TopicBuilder.name(name)
                .partitions(settings.partitions())
                .replicas(settings.replication())
                .config("min.insync.replicas", settings.replication() > 1 ? "2" : "1")
                .build();
    }
}
