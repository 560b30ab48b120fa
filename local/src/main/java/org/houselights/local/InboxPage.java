package org.houselights.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The inbox as a page to look at, and as JSON for programs: {@code /api/mails?to=address&after=id}. */
final class InboxPage extends Handler.Abstract implements AutoCloseable {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss").withZone(ZoneId.systemDefault());

    private final Inbox inbox;
    private final JsonMapper json = JsonMapper.shared();
    private final Server server;

    private InboxPage(Inbox inbox, int port) {
        this.inbox = inbox;
        this.server = Web.open(port, this);
    }

    static InboxPage open(Inbox inbox, int port) {
        return new InboxPage(inbox, port);
    }

    @Override
    public void close() {
        Web.close(server);
    }

    private record Answer(String type, ByteBuffer body, Map<String, String> headers) {

        static Answer of(String type, String body) {
            return new Answer(type + ";charset=utf-8", StandardCharsets.UTF_8.encode(body), Map.of());
        }
    }

    /** A mail as programs read it. */
    private record MailJson(
            long id,
            String receivedAt,
            String from,
            List<String> to,
            String subject,
            String text,
            String html,
            List<String> links,
            Map<String, String> headers,
            List<AttachmentJson> attachments) {

        static MailJson of(KeptMail mail) {
            return new MailJson(
                    mail.id(),
                    mail.receivedAt().toString(),
                    mail.from(),
                    mail.to(),
                    mail.subject(),
                    mail.text(),
                    mail.html(),
                    List.copyOf(mail.links()),
                    mail.headers(),
                    IntStream.range(0, mail.attachments().size())
                            .mapToObj(i -> AttachmentJson.of(mail, i))
                            .toList());
        }
    }

    private record AttachmentJson(String name, String type, int size, String href) {

        static AttachmentJson of(KeptMail mail, int index) {
            var attachment = mail.attachments().get(index);
            return new AttachmentJson(
                    attachment.name(), attachment.type(), attachment.content().remaining(), partHref(mail, index));
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Answer answer = answer(Request.getPathInContext(request), Request.extractQueryParameters(request));
        if (answer == null) {
            Response.writeError(request, response, callback, 404, "There is no such mail.");
            return true;
        }
        var headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, answer.type());
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        answer.headers().forEach(headers::put);
        response.write(true, answer.body(), callback);
        return true;
    }

    private @Nullable Answer answer(String path, Fields query) {
        String[] parts = path.substring(1).split("/", -1);
        return switch (parts[0]) {
            case "" -> Answer.of("text/html", list(query.getValue("to")));
            case "inbox.css" -> Answer.of("text/css", resource("inbox.css"));
            case "inbox.js" -> Answer.of("text/javascript", resource("inbox.js"));
            case "mails" -> parts.length < 2 ? null : ofMail(parts[1], mail -> page(mail, parts));
            case "api" -> api(parts, query);
            default -> null;
        };
    }

    private @Nullable Answer api(String[] parts, Fields query) {
        if (parts.length == 2 && parts[1].equals("mails")) {
            long after = Long.parseLong(Objects.requireNonNullElse(query.getValue("after"), "0"));
            return toJson(mails(query.getValue("to")).stream()
                    .filter(mail -> mail.id() > after)
                    .map(MailJson::of)
                    .toList());
        }
        return parts.length == 3 && parts[1].equals("mails")
                ? ofMail(parts[2], mail -> toJson(MailJson.of(mail)))
                : null;
    }

    private Answer toJson(Object value) {
        return Answer.of("application/json", json.writeValueAsString(value));
    }

    private @Nullable Answer ofMail(String id, Function<KeptMail, @Nullable Answer> answer) {
        return id.matches("\\d{1,18}")
                ? inbox.mail(Long.parseLong(id)).map(answer).orElse(null)
                : null;
    }

    private @Nullable Answer page(KeptMail mail, String[] parts) {
        return switch (parts.length == 2 ? "" : parts[2]) {
            case "" -> Answer.of("text/html", one(mail));
            case "html" -> html(mail);
            case "source" -> Answer.of("text/plain", mail.source());
            case "parts" -> parts.length == 4 ? part(mail, parts[3]) : null;
            default -> null;
        };
    }

    private static @Nullable Answer part(KeptMail mail, String index) {
        if (!index.matches("\\d{1,4}")
                || Integer.parseInt(index) >= mail.attachments().size()) {
            return null;
        }
        var attachment = mail.attachments().get(Integer.parseInt(index));
        // Only pictures are shown; anything else could be a page with scripts.
        boolean shown = attachment.type().matches("image/(png|jpeg|gif|webp)");
        String name = attachment.name().replaceAll("[^\\w. -]", "_");
        return new Answer(
                shown ? attachment.type() : "application/octet-stream",
                attachment.content().duplicate(),
                Map.of("Content-Disposition", (shown ? "inline" : "attachment") + "; filename=\"" + name + "\""));
    }

    /** The mail's own page: no scripts, nothing from elsewhere, its links open in a new tab. */
    private static Answer html(KeptMail mail) {
        String html = mail.html();
        for (int i = 0; i < mail.attachments().size(); i++) {
            String contentId = mail.attachments().get(i).contentId();
            if (contentId != null) {
                html = html.replace("cid:" + contentId, partHref(mail, i));
            }
        }
        return new Answer(
                "text/html;charset=utf-8",
                StandardCharsets.UTF_8.encode("<base target=\"_blank\">" + html),
                Map.of(
                        "Content-Security-Policy",
                        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; "
                                + "style-src 'unsafe-inline'; img-src 'self' data:"));
    }

    private List<KeptMail> mails(@Nullable String to) {
        return inbox.newestFirst().stream()
                .filter(mail -> to == null || to.isBlank() || mail.isTo(to.strip()))
                .toList();
    }

    private String list(@Nullable String to) {
        var mails = mails(to);
        String rows = mails.stream()
                .limit(500)
                .map(mail -> """
                        <li><a href="/mails/%d"><strong>%s</strong><span class="who">%s</span><time>%s</time></a></li>
                        """.formatted(
                                mail.id(),
                                escape(mail.subject()),
                                escape(String.join(", ", mail.to())),
                                TIME.format(mail.receivedAt())))
                .collect(Collectors.joining());
        String found = mails.isEmpty()
                ? "<p class=\"empty\">No mail yet. What the house sends to anybody lands here.</p>"
                : "<ol class=\"mails\">" + rows + "</ol>";
        return frame("Inbox", """
                <form class="search"><label>To <input type="search" name="to" value="%s" placeholder="everybody" autocomplete="off"></label>
                <button>Show</button></form><div id="mails">%s</div>
                """.formatted(escape(Objects.requireNonNullElse(to, "")), found));
    }

    private static String one(KeptMail mail) {
        String attachments = IntStream.range(0, mail.attachments().size())
                .mapToObj(i -> "<li><a href=\"%s\">%s</a> <small>%s, %,d bytes</small></li>"
                        .formatted(
                                partHref(mail, i),
                                escape(mail.attachments().get(i).name()),
                                escape(mail.attachments().get(i).type()),
                                mail.attachments().get(i).content().remaining()))
                .collect(Collectors.joining());
        String headers = mail.headers().entrySet().stream()
                .map(header -> "<dt>%s</dt><dd>%s</dd>".formatted(escape(header.getKey()), escape(header.getValue())))
                .collect(Collectors.joining());
        String view = mail.html().isEmpty() ? "" : """
                <iframe title="The mail" src="/mails/%d/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
                """.formatted(mail.id());
        return frame(mail.subject(), """
                <p><a href="/">← Inbox</a></p><h1>%s</h1>
                <p class="meta">from %s to %s · %s</p>%s<ul class="attachments">%s</ul>
                <details %s><summary>Text</summary><pre>%s</pre></details>
                <details><summary>Headers</summary><dl>%s</dl></details>
                <p><a href="/mails/%d/source">Source</a></p>
                """.formatted(
                        escape(mail.subject()),
                        escape(mail.from()),
                        escape(String.join(", ", mail.to())),
                        TIME.format(mail.receivedAt()),
                        view,
                        attachments,
                        mail.html().isEmpty() ? "open" : "",
                        withLinks(escape(mail.text())),
                        headers,
                        mail.id()));
    }

    private static String frame(String title, String body) {
        return """
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%s · Houselights mail</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <link rel="stylesheet" href="/inbox.css"><link rel="icon" href="data:,"><script src="/inbox.js" defer></script></head>
                <body><header><a href="/">Houselights <span>mail on this machine</span></a></header><main>%s</main></body></html>
                """.formatted(escape(title), body);
    }

    private static String partHref(KeptMail mail, int index) {
        return "/mails/%d/parts/%d".formatted(mail.id(), index);
    }

    private static String withLinks(String escaped) {
        return escaped.replaceAll("https?://[^\\s<>\"']+", "<a href=\"$0\" target=\"_blank\" rel=\"noopener\">$0</a>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String resource(String name) {
        try (InputStream in = InboxPage.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
