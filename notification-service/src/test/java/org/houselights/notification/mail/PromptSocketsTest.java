package org.houselights.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PromptSocketsTest {

    private final PromptSockets sockets = new PromptSockets();

    @Test
    void what_is_written_goes_out_without_waiting_for_an_acknowledgement() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket door = new ServerSocket(0, 5, here);
                Socket unconnected = sockets.createSocket();
                Socket byName = sockets.createSocket(here.getHostName(), door.getLocalPort());
                Socket byAddress = sockets.createSocket(here, door.getLocalPort());
                Socket from = sockets.createSocket(here, door.getLocalPort(), here, 0)) {
            unconnected.connect(door.getLocalSocketAddress());

            for (Socket socket : new Socket[] {unconnected, byName, byAddress, from}) {
                assertThat(socket.isConnected()).isTrue();
                assertThat(socket.getTcpNoDelay()).isTrue();
            }
        }
    }
}
