package org.houselights.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** TCP ports of this machine. */
public final class Ports {

    // Systems take the ports of outgoing connections from higher up; one of those would sit on a port for which a
    // service
    // starts seconds later.
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    /** Begins anywhere, so that two programs that look at once seldom see the same port. */
    private static final AtomicInteger next = new AtomicInteger(new SecureRandom().nextInt(HIGHEST - LOWEST));

    private Ports() {}

    /** A port that nobody has, and that this program was never given before. */
    public static int free() {
        for (int tries = LOWEST; tries < HIGHEST; tries++) {
            int port = LOWEST + Math.floorMod(next.getAndIncrement(), HIGHEST - LOWEST);
            if (!isTaken(port)) {
                return port;
            }
        }
        throw new Trouble("No port between %d and %d is free.".formatted(LOWEST, HIGHEST));
    }

    /** Whether another program listens, on this machine's own address or on all of them. */
    static boolean isTaken(int port) {
        return !canListen(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                || !canListen(new InetSocketAddress(port));
    }

    private static boolean canListen(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
