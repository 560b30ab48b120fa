package org.houselights.local;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InboxTest {

    @TempDir
    Path directory;

    private final int smtp = Ports.free();
    private final int page = Ports.free();
    private Inbox inbox;
    private InboxPage pages;

    @BeforeEach
    void open() {
        inbox = Inbox.open(directory, smtp, Clock.systemUTC());
        pages = InboxPage.open(inbox, page);
    }

    @AfterEach
    void close() {
        pages.close();
        inbox.close();
    }

    @Test
    void a_mail_is_shown_with_its_text_its_links_and_its_attachments() throws Exception {
        send("minji@example.org", "Your tickets");

        JsonNode mail = mails("?to=minji@example.org").get(0);

        assertThat(mail.get("subject").stringValue()).isEqualTo("Your tickets");
        assertThat(mail.get("text").stringValue()).contains("서울");
        assertThat(mail.get("links").get(0).stringValue()).isEqualTo("http://localhost:8080/orders/abc?x=1&y=2");
        assertThat(mail.get("attachments")).hasSize(2);
        assertThat(mail.get("attachments").get(1).get("name").stringValue()).isEqualTo("show.ics");
        assertThat(get(mail.get("attachments").get(1).get("href").stringValue()).body())
                .isEqualTo("BEGIN:VCALENDAR");
    }

    @Test
    void mail_to_somebody_else_and_older_mail_can_be_left_out() throws Exception {
        send("one@example.org", "First");
        send("two@example.org", "Second");

        assertThat(mails("?to=two@example.org")).hasSize(1);
        assertThat(mails("?to=nobody@example.org")).isEmpty();
        var all = mails("");
        assertThat(all.get(0).get("subject").stringValue()).isEqualTo("Second");
        assertThat(mails("?after=" + all.get(1).get("id").asString())).hasSize(1);
    }

    @Test
    void the_page_of_a_mail_runs_none_of_its_scripts_and_shows_its_pictures() throws Exception {
        send("<b>@example.org", "Scripts <script>alert(1)</script>");
        String id = mails("").get(0).get("id").asString();

        assertThat(get("/mails/" + id).body()).doesNotContain("<script>alert").contains("&lt;script&gt;alert");
        var html = get("/mails/" + id + "/html");
        assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox ")
                .contains("default-src 'none'");
        assertThat(html.body()).contains("src=\"/mails/" + id + "/parts/0\"");
        assertThat(get("/mails/" + id + "/parts/0").headers().firstValue("Content-Type"))
                .hasValue("image/png");
    }

    @Test
    void what_came_in_is_still_there_after_a_restart() throws Exception {
        send("minji@example.org", "Kept");
        close();
        open();

        assertThat(mails("?to=minji@example.org").get(0).get("subject").stringValue())
                .isEqualTo("Kept");
    }

    @Test
    void an_address_that_leads_nowhere_is_not_found() throws Exception {
        assertThat(get("/mails/12345").statusCode()).isEqualTo(404);
        assertThat(get("/mails/../../etc/passwd").statusCode()).isIn(400, 404);
        assertThat(get("/api/mails/x").statusCode()).isEqualTo(404);
    }

    private JsonNode mails(String query) throws Exception {
        return JsonMapper.shared().readTree(get("/api/mails" + query).body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(page, path)))
                    .build();
            return http.send(request, BodyHandlers.ofString());
        }
    }

    private void send(String to, String subject) throws Exception {
        var settings = new Properties();
        settings.put("mail.smtp.host", "localhost");
        settings.put("mail.smtp.port", String.valueOf(smtp));
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom("house@example.org");
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, false));
        message.setSubject(subject, "UTF-8");
        var text = new MimeBodyPart();
        text.setText("서울: http://localhost:8080/orders/abc?x=1&y=2.", "UTF-8");
        var html = new MimeBodyPart();
        html.setContent("<p>서울 <img src=\"cid:qr\"></p><script>alert(1)</script>", "text/html; charset=UTF-8");
        var picture = new MimeBodyPart();
        picture.setContent(
                Base64.getDecoder()
                        .decode(
                                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
                "image/png");
        picture.setContentID("<qr>");
        var calendar = new MimeBodyPart();
        calendar.setContent("BEGIN:VCALENDAR".getBytes(StandardCharsets.UTF_8), "application/octet-stream");
        calendar.setFileName("show.ics");
        message.setContent(new MimeMultipart("mixed", text, html, picture, calendar));
        Transport.send(message);
    }
}
