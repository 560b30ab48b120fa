package org.houselights.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads pages and sends forms as somebody, without JavaScript. */
public final class Browser {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final Pattern CONTROL = Pattern.compile(
            "(?s)<input\\b([^>]*)>|<textarea\\b([^>]*)>(.*?)</textarea>|<select\\b([^>]*)>(.*?)</select>");

    private final URI service;
    private final @Nullable String badge;
    private final String language;

    Browser(URI service, @Nullable String badge, String language) {
        this.service = service;
        this.badge = badge;
        this.language = language;
    }

    public Browser speaking(String other) {
        return new Browser(service, badge, other);
    }

    /**
     * What a browser would show, or where it is led.
     *
     * @param tag by which a browser asks whether it is still the same; empty if it may not keep it
     */
    public record Shown(int status, String html, String location, String tag) {

        /** The words between tags, with single spaces. */
        public String text() {
            return html.replaceAll("(?s)<[^>]*>", " ")
                    .replace("&#39;", "'")
                    .replace("&amp;", "&")
                    .replaceAll("\\s+", " ");
        }

        /** What the first group finds. */
        public String find(String pattern) {
            Matcher found = Pattern.compile(pattern).matcher(html);
            assertThat(found.find()).as("%s in %s", pattern, html).isTrue();
            return found.group(1);
        }

        /**
         * Every control of a form as a browser would send it untouched, names and values in turns.
         *
         * @param action what the form's address begins with
         */
        public List<String> typedInto(String action) {
            String form = html.substring(html.indexOf("action=\"" + action));
            form = form.substring(0, form.indexOf("</form>"));
            Matcher control = CONTROL.matcher(form);
            List<String> fields = new ArrayList<>();
            while (control.find()) {
                if (control.group(1) != null) {
                    add(fields, control.group(1), attribute(control.group(1), "value"));
                } else if (control.group(2) != null) {
                    add(fields, control.group(2), control.group(3));
                } else {
                    add(
                            fields,
                            control.group(4),
                            attribute(control.group(5).replaceAll("(?s).*(<option[^>]*selected).*", "$1"), "value"));
                }
            }
            return fields;
        }

        private static void add(List<String> fields, String tag, String value) {
            fields.add(attribute(tag, "name"));
            fields.add(value.replace("&#39;", "'").replace("&amp;", "&"));
        }

        private static String attribute(String tag, String name) {
            Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
            return found.find() ? found.group(1) : "";
        }
    }

    public Shown get(String path) {
        return send(request(path).GET());
    }

    /** Asks whether what was shown before is still the same. */
    public Shown getAgain(String path, Shown before) {
        return send(request(path).header("If-None-Match", before.tag()).GET());
    }

    /** @param fields names and values in turns */
    public Shown post(String path, String... fields) {
        return post(path, List.of(fields));
    }

    /** @param fields names and values in turns */
    public Shown post(String path, List<String> fields) {
        List<String> pairs = new ArrayList<>();
        for (int at = 0; at < fields.size(); at += 2) {
            pairs.add(encoded(fields.get(at)) + "=" + encoded(fields.get(at + 1)));
        }
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", pairs))));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Accept-Language", language);
        if (badge != null) {
            request.header("Authorization", badge);
        }
        return request;
    }

    private Shown send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Shown(
                    answer.statusCode(),
                    answer.body(),
                    answer.headers().firstValue("Location").orElse("").replaceFirst("^https?://[^/]+", ""),
                    answer.headers().firstValue("ETag").orElse(""));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
