package org.houselights.notification.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail server that fails as told, message by message, and accepts what comes after its script. */
final class ScriptedSmtp implements AutoCloseable {

    /** What it does with a message. */
    enum Act {
        ACCEPT,
        ASK_FOR_PATIENCE,
        /** Says nothing until it is told to {@link #decide}, and accepts then. */
        PONDER,
        REFUSE_THE_RECIPIENT,
        REFUSE_THE_MESSAGE,
        DROP_THE_LINE_AFTER_THE_MESSAGE
    }

    private static final Pattern MESSAGE_ID = Pattern.compile("(?mi)^Message-ID:\\s*(<[^>]+>)");

    private final ServerSocket door;
    private final Queue<Act> script;
    private final CountDownLatch decided = new CountDownLatch(1);
    private final AtomicInteger callers = new AtomicInteger();
    private final List<String> received = new CopyOnWriteArrayList<>();

    ScriptedSmtp(Act... script) {
        this.script = new ConcurrentLinkedQueue<>(List.of(script));
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    /** The Message-ID of each message that came in full, whatever was answered. */
    List<String> receivedIds() {
        return received.stream().map(ScriptedSmtp::messageId).toList();
    }

    /** How many connections there have been. */
    int callers() {
        return callers.get();
    }

    void decide() {
        decided.countDown();
    }

    private static String messageId(String message) {
        Matcher id = MESSAGE_ID.matcher(message);
        return id.find() ? id.group(1) : "";
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                callers.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(caller));
            } catch (IOException e) {
                // The door was closed.
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            talk(caller);
        } catch (IOException e) {
            // The caller left.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void talk(Socket caller) throws IOException, InterruptedException {
        BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        say(caller, "220 here");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            switch (verb) {
                case "RCPT" -> {
                    if (script.peek() == Act.REFUSE_THE_RECIPIENT) {
                        script.poll();
                        say(caller, "550 5.1.1 No such mailbox here");
                    } else {
                        say(caller, "250 ok");
                    }
                }
                case "DATA" -> {
                    say(caller, "354 go on");
                    received.add(message(in));
                    Act act = Objects.requireNonNullElse(script.poll(), Act.ACCEPT);
                    if (act == Act.PONDER) {
                        decided.await();
                    }
                    if (act == Act.DROP_THE_LINE_AFTER_THE_MESSAGE) {
                        return;
                    }
                    say(
                            caller,
                            switch (act) {
                                case ASK_FOR_PATIENCE -> "451 4.7.1 Greylisted, try again later";
                                case REFUSE_THE_MESSAGE -> "554 5.7.1 Message refused";
                                default -> "250 ok";
                            });
                }
                case "QUIT" -> {
                    say(caller, "221 bye");
                    return;
                }
                default -> say(caller, "250 ok");
            }
        }
    }

    private static String message(BufferedReader in) throws IOException {
        StringBuilder message = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            message.append(line).append('\n');
        }
        return message.toString();
    }

    private static void say(Socket caller, String line) throws IOException {
        OutputStream out = caller.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
