package org.houselights.local;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;

/** The one address of the house: passes each request to the service that answers it, and its answer back as it comes. */
public final class Edge implements AutoCloseable {

    /** Long enough for a page that is told of changes as they happen. */
    private static final Duration IDLE = Duration.ofHours(1);

    private final Server server;

    private Edge(Server server) {
        this.server = server;
    }

    static Edge open(int port, Function<Service, URI> services) {
        return new Edge(Web.open(port, new Proxy(services)));
    }

    /** Whose paths these are; what nobody claims is the screening service's. */
    static Service serviceOf(String path) {
        return Stream.of(Service.values())
                .filter(service -> rootsOf(service).stream().anyMatch(root -> isUnder(root, path)))
                .findFirst()
                .orElse(Service.SCREENING);
    }

    /** What a service claims. */
    static List<String> rootsOf(Service service) {
        return switch (service) {
            case SCREENING -> List.of();
            case TICKETING ->
                List.of(
                        "/presales",
                        "/orders",
                        "/box-office",
                        "/operations/ticketing",
                        "/api/presales",
                        "/api/orders",
                        "/api/operations/ticketing",
                        "/api/openapi/ticketing");
            case NOTIFICATION ->
                List.of(
                        "/deliveries",
                        "/operations/notification",
                        "/api/mails",
                        "/api/operations/notification",
                        "/api/openapi/notification");
        };
    }

    private static boolean isUnder(String root, String path) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    @Override
    public void close() {
        Web.close(server);
    }

    private static final class Proxy extends ProxyHandler.Reverse {

        private static final List<String> OURS_TO_SAY =
                List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Port", "X-Forwarded-Proto");

        Proxy(Function<Service, URI> services) {
            super(request -> HttpURI.from(services.apply(serviceOf(Request.getPathInContext(request)))
                    + request.getHttpURI().getPathQuery()));
        }

        @Override
        protected void configureHttpClient(HttpClient client) {
            super.configureHttpClient(client);
            client.setFollowRedirects(false);
            client.setConnectTimeout(2_000);
            client.setIdleTimeout(IDLE.toMillis());
            client.setMaxConnectionsPerDestination(1_000);
            client.setUserAgentField(null);
        }

        /** Whatever a caller claims about where it comes from is replaced by what we see. */
        @Override
        protected void addProxyHeaders(Request caller, org.eclipse.jetty.client.Request onward) {
            onward.headers(headers -> {
                OURS_TO_SAY.forEach(headers::remove);
                headers.put("X-Forwarded-For", Request.getRemoteAddr(caller));
                headers.put("X-Forwarded-Proto", caller.getHttpURI().getScheme());
                headers.put("X-Forwarded-Host", caller.getHttpURI().getAuthority());
                headers.put("X-Forwarded-Port", Integer.toString(Request.getServerPort(caller)));
            });
        }

        @Override
        protected void onServerToProxyResponseFailure(
                Request caller,
                org.eclipse.jetty.client.Request onward,
                org.eclipse.jetty.client.Response answer,
                Response toCaller,
                Callback callback,
                Throwable failure) {
            if (toCaller.isCommitted()) {
                callback.failed(failure);
                return;
            }
            toCaller.reset();
            toCaller.setStatus(HttpStatus.BAD_GATEWAY_502);
            HttpFields.Mutable headers = toCaller.getHeaders();
            headers.put(HttpHeader.RETRY_AFTER, "2");
            headers.put(HttpHeader.CACHE_CONTROL, "no-store");
            boolean api = Request.getPathInContext(caller).startsWith("/api/");
            headers.put(HttpHeader.CONTENT_TYPE, api ? "application/problem+json" : "text/html;charset=utf-8");
            Content.Sink.write(toCaller, true, api ? NOT_THERE_PROBLEM : NOT_THERE_PAGE, callback);
        }
    }

    private static final String NOT_THERE_PROBLEM = """
            {"type":"https://houselights.org/problems/starting","title":"Not there yet","status":502,\
            "detail":"The service behind this address is starting or has stopped. Please try again in a moment."}
            """;

    private static final String NOT_THERE_PAGE = """
            <!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="2">
            <meta name="viewport" content="width=device-width"><title>One moment</title>
            <body style="font:1.1rem/1.6 system-ui;max-width:34rem;margin:20vh auto;padding:0 1rem">
            <h1>One moment</h1><p>This part of the house is starting. The page looks again every two seconds.</p></body></html>
            """;
}
