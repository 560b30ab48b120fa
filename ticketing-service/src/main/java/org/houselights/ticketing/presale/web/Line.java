package org.houselights.ticketing.presale.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.apache.catalina.connector.ResponseFacade;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.WebUtils;

/**
 * An answer that goes on for as long as its reader stays. Tomcat keeps a hundred kilobytes for each request that it is answering, which
 * thousands of readers can't be given. So it is told that the connection has changed its protocol, as a WebSocket's does: the answer's
 * head goes out as usual, with a length that is never reached, and what follows is written past Tomcat's answer by a thread of the
 * reader's own, from which nothing is kept but the two buffers of the socket.
 *
 * <p>Nobody waits for a reader who is slow but this thread, and it not for long.
 */
public final class Line implements InternalHttpUpgradeHandler {

    private static final Logger log = LoggerFactory.getLogger(Line.class);

    private @Nullable Talk talk;
    private Duration patience = Duration.ZERO;
    private volatile @Nullable SocketWrapperBase<?> socket;

    /** What is said on a line. */
    @FunctionalInterface
    interface Talk {

        /** Returns when there is nothing more to say; fails when nobody listens any more. */
        void on(Line line) throws IOException, InterruptedException;
    }

    /**
     * Answers with what is said. The head of the answer is written as soon as the request's own thread is done with it.
     *
     * @param patience how long a reader may take nothing of what is written before it is left
     */
    static void open(HttpServletRequest request, HttpServletResponse response, Duration patience, Talk talk)
            throws IOException, ServletException {
        // Past those around it, which count what is written in an int.
        ResponseFacade answer =
                Objects.requireNonNull(WebUtils.getNativeResponse(response, ResponseFacade.class), "not Tomcat's");
        answer.setContentLengthLong(Long.MAX_VALUE);
        Line line = request.upgrade(Line.class);
        line.talk = talk;
        line.patience = patience;
        answer.setStatus(HttpStatus.OK.value());
    }

    void write(byte[] text) throws IOException {
        SocketWrapperBase<?> to = Objects.requireNonNull(socket);
        to.write(true, text, 0, text.length);
        to.flush(true);
    }

    @Override
    public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
        wrapper.setWriteTimeout(patience.toMillis());
        socket = wrapper;
    }

    @Override
    public void init(@Nullable WebConnection connection) {
        Thread.ofVirtual().name("live").start(this::talk);
    }

    private void talk() {
        try {
            Objects.requireNonNull(talk).on(this);
        } catch (IOException | InterruptedException left) {
            log.trace("Somebody left", left);
        } catch (RuntimeException e) {
            log.warn("A reader was left", e);
        } finally {
            Objects.requireNonNull(socket).close();
        }
    }

    /** Nothing is expected to be read at first, only written. */
    @Override
    public boolean hasAsyncIO() {
        return true;
    }

    /** The reader said something or went: its socket is closed, and the next thing to be written finds it so. */
    @Override
    public SocketState upgradeDispatch(SocketEvent event) {
        return SocketState.CLOSED;
    }

    @Override
    public void destroy() {
        // Whoever talks finds the socket closed.
    }

    @Override
    public void timeoutAsync(long now) {
        // Only what is written has a time-out.
    }

    @Override
    public void setSslSupport(@Nullable SSLSupport ssl) {
        // Of no use here.
    }

    @Override
    public void pause() {
        // Whoever talks knows of the end of the house before Tomcat does.
    }
}
