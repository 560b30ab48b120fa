package org.houselights.testkit;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.houselights.local.Broker;
import org.houselights.local.Ports;
import org.houselights.local.Postgres;
import org.springframework.util.FileSystemUtils;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The one class that decides what tests stand on: containers where a Docker engine answers, the same servers without
 * Docker where none does. Real ones either way.
 */
public final class Backbone {

    static final String POSTGRES_IMAGE = "postgres:18";
    static final String KAFKA_IMAGE = "apache/kafka:4.2.2";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Backbone() {}

    public static boolean dockerAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    /** A new, empty database on the one server of this test run. */
    public static Postgres.Database newDatabase() {
        return PostgresServer.INSTANCE.newDatabase("test_" + DATABASES.incrementAndGet());
    }

    /** A broker of its own, so that no test meets the topics and consumer groups of another. */
    public static Kafka newKafka() {
        return dockerAnswers() ? ContainerKafka.start() : new EmbeddedKafka();
    }

    /** An SMTP server of its own. */
    public static GreenMail newSmtp() {
        GreenMail smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        smtp.start();
        return smtp;
    }

    /** A running broker. */
    public interface Kafka extends AutoCloseable {

        String bootstrapServers();

        /** Stops it and keeps its data, for what happens while the broker is away. */
        void stop();

        /** Starts it again at the same address. */
        void restart();

        @Override
        void close();

        default void createTopics(int partitions, String... names) {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
                Collection<NewTopic> topics = Stream.of(names)
                        .map(name -> new NewTopic(name, partitions, (short) 1))
                        .toList();
                admin.createTopics(topics).all().get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Started at first use and left to the end of the run. */
    private static final class PostgresServer {

        static final PostgresServer INSTANCE = new PostgresServer();

        private final String address;
        private final String user;
        private final String password;

        private PostgresServer() {
            if (dockerAnswers()) {
                @SuppressWarnings("resource") // stopped with the JVM
                PostgreSQLContainer container = new PostgreSQLContainer(POSTGRES_IMAGE)
                        .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
                container.start();
                address = "jdbc:postgresql://%s:%d/".formatted(container.getHost(), container.getFirstMappedPort());
                user = container.getUsername();
                password = container.getPassword();
            } else {
                Postgres server = Postgres.temporary();
                Runtime.getRuntime().addShutdownHook(new Thread(server::close));
                address = "jdbc:postgresql://localhost:%d/".formatted(server.port());
                user = "postgres";
                password = "postgres";
            }
        }

        Postgres.Database newDatabase(String name) {
            String maintenance = address + (dockerAnswers() ? "test" : "postgres");
            try (Connection admin = DriverManager.getConnection(maintenance, user, password);
                    Statement statement = admin.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return new Postgres.Database(address + name, user, password);
        }
    }

    private static final class EmbeddedKafka implements Kafka {

        private final Path data;
        private final int port = Ports.free();
        private final int controllerPort = Ports.free();
        private Broker broker;

        EmbeddedKafka() {
            try {
                data = Files.createTempDirectory("kafka");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            broker = Broker.start(data, port, controllerPort);
        }

        @Override
        public String bootstrapServers() {
            return broker.bootstrapServers();
        }

        @Override
        public void stop() {
            broker.close();
        }

        @Override
        public void restart() {
            broker = Broker.start(data, port, controllerPort);
        }

        @Override
        public void close() {
            broker.close();
            FileSystemUtils.deleteRecursively(data.toFile());
        }
    }

    private static final class ContainerKafka implements Kafka {

        private final KafkaContainer container;

        private ContainerKafka(KafkaContainer container) {
            this.container = container;
        }

        static ContainerKafka start() {
            KafkaContainer container =
                    new KafkaContainer(KAFKA_IMAGE).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
            container.start();
            return new ContainerKafka(container);
        }

        @Override
        public String bootstrapServers() {
            return container.getBootstrapServers();
        }

        /** Frozen rather than stopped: a stopped container would come back at another port. */
        @Override
        public void stop() {
            container
                    .getDockerClient()
                    .pauseContainerCmd(container.getContainerId())
                    .exec();
        }

        @Override
        public void restart() {
            container
                    .getDockerClient()
                    .unpauseContainerCmd(container.getContainerId())
                    .exec();
        }

        @Override
        public void close() {
            container.close();
        }
    }
}
