package org.houselights.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HouseTest {

    @TempDir
    Path home;

    @Test
    void what_the_servers_hold_survives_a_restart() throws Exception {
        Plan plan = Plan.onFreePorts(home, home);
        try (var house = new House(plan)) {
            house.openServers();
            try (Connection screening = database(plan, Service.SCREENING)) {
                assertThat(screening.getMetaData().getDatabaseMajorVersion()).isEqualTo(18);
                screening.createStatement().execute("create table kept ()");
            }
            try (Admin admin = admin(plan)) {
                admin.createTopics(List.of(new NewTopic("kept", 12, (short) 1)))
                        .all()
                        .get();
            }
        }
        try (var house = new House(plan)) {
            house.openServers();
            try (Connection screening = database(plan, Service.SCREENING);
                    var tables = screening.getMetaData().getTables(null, "public", "kept", null)) {
                assertThat(tables.next()).isTrue();
            }
            try (Admin admin = admin(plan)) {
                assertThat(admin.listTopics().names().get()).contains("kept");
            }
        }
    }

    @Test
    void a_port_in_use_is_named_in_one_line() throws Exception {
        Plan plan = Plan.onFreePorts(home, home);
        try (var taken = new ServerSocket(plan.doors().kafka(), 1, InetAddress.getLoopbackAddress());
                var house = new House(plan)) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(house::openServers)
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("Port " + plan.doors().kafka())
                    .hasMessageNotContaining("\n");
        }
    }

    private static Connection database(Plan plan, Service service) throws Exception {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:%d/%s".formatted(plan.doors().postgres(), service.id()),
                service.id(),
                service.id());
    }

    private static Admin admin(Plan plan) {
        return Admin.create(
                Map.of("bootstrap.servers", "localhost:" + plan.doors().kafka()));
    }
}
