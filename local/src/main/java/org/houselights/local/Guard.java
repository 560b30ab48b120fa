package org.houselights.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A small shell process that outlives a launcher which was killed, and then ends what the launcher could not: its pipe
 * closes when the launcher is gone, however it went.
 */
final class Guard implements AutoCloseable {

    private static final String SCRIPT = """
            trap '' INT TERM HUP
            left=''
            while read -r word pid; do
              case $word in
                watch) left="$left $pid" ;;
                done) exit 0 ;;
              esac
            done
            for pid in $left; do kill -TERM "$pid"; done
            for second in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
              alive=''
              for pid in $left; do kill -0 "$pid" && alive="$alive $pid"; done
              [ -z "$alive" ] && exit 0
              sleep 1
            done
            for pid in $alive; do kill -KILL "$pid"; done
            """;

    private final Process shell;
    private final PrintWriter pipe;

    private Guard(Process shell) {
        this.shell = shell;
        this.pipe = new PrintWriter(shell.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    static Guard post() {
        try {
            return new Guard(new ProcessBuilder("sh", "-c", SCRIPT)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void watch(long pid) {
        pipe.println("watch " + pid);
    }

    /** All that was watched has ended as it should. */
    @Override
    public void close() {
        pipe.println("done");
        pipe.close();
    }

    /** Closes the pipe without a word, as the end of the launcher would. */
    void vanish() {
        pipe.close();
    }

    boolean awaitEnd(Duration patience) throws InterruptedException {
        return shell.waitFor(patience);
    }
}
