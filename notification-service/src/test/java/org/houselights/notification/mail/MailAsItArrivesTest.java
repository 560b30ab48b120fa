package org.houselights.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.houselights.notification.mail.Story.NOW;
import static org.houselights.notification.mail.Story.aStory;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.houselights.notification.mail.Facts.Order;
import org.houselights.web.HouseSettings;
import org.houselights.web.page.Languages;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.web.util.HtmlUtils;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MailAsItArrivesTest {

    private static final MailSettings SETTINGS = new MailSettings(
            "no-reply@houselights.org",
            "help@houselights.org",
            Duration.ofSeconds(1),
            100,
            8,
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(1),
            Duration.ofHours(12),
            Duration.ofDays(3),
            Duration.ofDays(400),
            Duration.ofHours(1),
            1000);
    private static final HouseSettings HOUSE = new HouseSettings(URI.create("http://localhost:8080"), null);

    private final ComposeMessage compose = new ComposeMessage(
            new WriteLetter(HOUSE),
            new MailTemplates().mailTemplateEngine(),
            new MailServer(new JavaMailSenderImpl()),
            SETTINGS,
            HOUSE);

    static Stream<Arguments> everyKindInEveryLanguage() {
        return Stream.of(MailKind.values())
                .flatMap(kind -> Languages.SPOKEN.stream().map(language -> arguments(kind, language)));
    }

    @ParameterizedTest
    @MethodSource("everyKindInEveryLanguage")
    void every_kind_has_all_its_words_and_is_kept_as_a_page_to_look_at(MailKind kind, Locale language)
            throws Exception {
        OpenedMail mail = arrived(aStory().in(language).mail(kind));

        assertThat(mail.message().getSubject()).isNotBlank().hasSizeLessThan(120);
        assertThat(mail.text() + shown(mail) + mail.message().getSubject())
                .doesNotContain("{", "}", "null", "none", "[[", "[(");
        assertThat(mail.message().getContentLanguage()).containsExactly(language.toLanguageTag());
        assertThat(mail.html()).contains("<html lang=\"%s\"".formatted(language.toLanguageTag()));
        keep(kind, language, mail);
    }

    @ParameterizedTest
    @MethodSource("everyKindInEveryLanguage")
    void text_and_html_say_the_same(MailKind kind, Locale language) throws Exception {
        Letter letter = new WriteLetter(HOUSE).letter(aStory().in(language).mail(kind));
        OpenedMail mail = arrived(aStory().in(language).mail(kind));

        List<String> facts = new ArrayList<>(List.of(
                letter.title(),
                letter.lead(),
                letter.why(),
                letter.action().label(),
                letter.action().link().toString()));
        letter.rows().forEach(row -> facts.addAll(List.of(row.label(), row.value())));
        letter.passes().forEach(pass -> facts.addAll(List.of(pass.label(), pass.code())));
        if (letter.quote() != null) {
            facts.addAll(List.of(letter.quote().by(), letter.quote().text()));
        }
        if (letter.shareKit() != null) {
            facts.addAll(letter.shareKit().texts());
        }
        assertThat(mail.text()).contains(facts);
        assertThat(shown(mail)).contains(facts);
    }

    @Test
    void the_first_line_says_what_happened_what_it_means_for_the_money_and_what_to_do_next() throws Exception {
        assertThat(arrived(aStory().mail(MailKind.PLEDGE_RECEIVED)).text())
                .contains("We have your pledge for 3 tickets to Seoul Train at Coolidge Corner Theatre."
                        + " Your card has not been charged; it pays $32.00 only if enough people join by"
                        + " Friday, December 11, 2026, 7:00 PM (Eastern Standard Time)."
                        + " Bring your friends,");
    }

    @Test
    void a_reader_of_korean_is_written_to_in_korean_about_a_film_that_keeps_its_title() throws Exception {
        Story story = aStory().to("박아다", "ada@example.com", "ko-KR");
        OpenedMail mail = arrived(story.mail(MailKind.PLEDGE_RECEIVED));

        assertThat(mail.message().getSubject())
                .isEqualTo("약정이 접수되었고, 아직 결제되지 않았습니다: Seoul Train, Coolidge Corner Theatre");
        assertThat(mail.message().getContentLanguage()).containsExactly("ko-KR");
        assertThat(mail.text())
                .contains("Coolidge Corner Theatre에서 열릴 〈Seoul Train〉 상영의 표 3장 약정을 접수했습니다."
                        + " 카드는 아직 결제되지 않았습니다. 2026년 12월 11일 금요일 오후 7:00 (미 동부 표준시)까지"
                        + " 충분한 사람이 함께할 때에만 US$32.00 결제가 이루어집니다.")
                .contains("표: 일반 2장 및 할인 1장");
    }

    @Test
    void what_was_written_by_hand_is_left_in_its_own_language() throws Exception {
        assertThat(arrived(aStory().in(Locale.KOREAN).mail(MailKind.CHANGES_ASKED))
                        .text())
                .contains("Lisa Sleeth 님의 글:\nCould you move it to a weekend?\nThe director would like to come.");
    }

    @Test
    void a_tickets_mail_holds_a_scannable_code_for_each_ticket_of_the_order() throws Exception {
        OpenedMail mail = arrived(aStory().mail(MailKind.TICKETS_ISSUED));

        List<String> scanned = new ArrayList<>();
        for (Map.Entry<String, byte[]> picture : mail.pictures().entrySet()) {
            assertThat(mail.html()).contains("src=\"" + picture.getKey() + "\"");
            scanned.add(scan(picture.getValue()));
        }
        assertThat(scanned)
                .containsExactly("HL-1-Zk3vQ8rW1tYx7LmPbN2c", "HL-2-Zk3vQ8rW1tYx7LmPbN2c", "HL-3-Zk3vQ8rW1tYx7LmPbN2c");
    }

    @Test
    void an_order_has_one_calendar_entry_that_becomes_firm_and_is_cancelled() throws Exception {
        VEvent pledged = event(arrived(aStory().mail(MailKind.PLEDGE_RECEIVED)));
        VEvent issued = event(arrived(aStory().mail(MailKind.TICKETS_ISSUED)));
        VEvent refunded = event(arrived(aStory().mail(MailKind.REFUNDED)));

        assertThat(List.of(pledged, issued, refunded))
                .extracting(event -> event.getUid().orElseThrow().getValue())
                .containsOnly(Story.ORDER + "@localhost");
        assertThat(List.of(pledged, issued, refunded))
                .extracting(event -> value(event, Property.STATUS))
                .containsExactly("TENTATIVE", "CONFIRMED", "CANCELLED");
        assertThat(value(pledged, Property.SEQUENCE)).isEqualTo("7");
        assertThat(value(pledged, Property.SUMMARY)).isEqualTo("Seoul Train");
        assertThat(value(pledged, Property.DTSTART)).isEqualTo("20261219T000000Z");
        assertThat(value(pledged, Property.LOCATION))
                .isEqualTo("Screen 1, Coolidge Corner Theatre, 290 Harvard Street, Brookline");
    }

    @Test
    void a_hostile_film_title_stays_text() throws Exception {
        OpenedMail mail = arrived(aStory().of("<script>alert(1)</script> & \"{film}\" [(${letter})] '")
                .mail(MailKind.PLEDGE_RECEIVED));

        assertThat(mail.html()).doesNotContain("<script>").contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; ");
        assertThat(mail.text()).contains("<script>alert(1)</script> & \"{film}\" [(${letter})] '");
    }

    @Test
    void a_subject_with_a_line_break_is_refused() {
        assertThatThrownBy(() -> arrived(
                        aStory().of("Seoul Train\r\nBcc: victim@example.com").mail(MailKind.PLEDGE_RECEIVED)))
                .hasMessageContaining("line break");
    }

    @Test
    void an_address_or_a_name_with_a_line_break_is_refused() {
        assertThatThrownBy(() -> arrived(aStory().to("Ada", "ada@example.com\r\nBcc: victim@example.com", "en")
                        .mail(MailKind.PLEDGE_RECEIVED)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> arrived(aStory().to("Ada\r\nBcc: victim@example.com", "ada@example.com", "en")
                        .mail(MailKind.PLEDGE_RECEIVED)))
                .hasMessageContaining("line break");
    }

    @Test
    void headers_say_that_a_machine_wrote_it_and_who_reads_an_answer() throws Exception {
        MimeMessage pledge = arrived(aStory().mail(MailKind.PLEDGE_RECEIVED)).message();
        MimeMessage waiting = arrived(aStory().mail(MailKind.PROPOSAL_WAITING)).message();
        MimeMessage declined =
                arrived(aStory().mail(MailKind.PROPOSAL_DECLINED)).message();

        assertThat(pledge.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(pledge.getReplyTo()[0].toString()).contains("help@houselights.org");
        assertThat(waiting.getReplyTo()[0].toString()).contains("hana@host.example");
        assertThat(declined.getReplyTo()[0].toString()).contains("lisa@incite.example");
    }

    @Test
    void what_a_host_writes_comes_as_it_was_typed_and_answers_go_where_the_host_wants_them() throws Exception {
        OpenedMail mail = arrived(aStory().mail(MailKind.HOST_MESSAGE));

        assertThat(mail.message().getSubject()).isEqualTo("Hana Lee: The director comes");
        assertThat(mail.message().getReplyTo()[0].toString()).contains("hana@host.example");
        assertThat(mail.text()).contains("Doors open at seven.", "Bring <b>a friend</b>.");
        assertThat(mail.html()).contains("Bring &lt;b&gt;a friend&lt;/b&gt;.").doesNotContain("<b>a friend");
    }

    @Test
    void nothing_in_a_mail_is_fetched_from_anywhere() throws Exception {
        for (MailKind kind : MailKind.values()) {
            assertThat(arrived(aStory().mail(kind)).html())
                    .doesNotContainPattern("src=\"(?!cid:)")
                    .doesNotContain("url(", "<link", "@import");
        }
    }

    @Test
    void money_and_time_are_those_of_the_venue() throws Exception {
        String seoul = arrived(aStory().in("KRW", "Asia/Seoul").mail(MailKind.PLEDGE_RECEIVED))
                .text();
        String london = arrived(aStory().in("GBP", "Europe/London")
                        .to("Ada", "ada@example.com", "en-GB")
                        .mail(MailKind.PLEDGE_RECEIVED))
                .text();

        assertThat(seoul).contains("₩3,200", "Saturday, December 19, 2026, 9:00 AM (Korean Standard Time)");
        assertThat(london).contains("£32.00", "Saturday, 19 December 2026, 00:00 (Greenwich Mean Time)");
    }

    @Test
    void who_reads_a_language_without_words_gets_english_throughout() throws Exception {
        for (String locale : List.of(
                "fr",
                "xx",
                "zz-nonsense",
                "?",
                Recipient.of("Ada", "ada@example.com", null).locale())) {
            assertThat(arrived(aStory().to("Ada", "ada@example.com", locale).mail(MailKind.PLEDGE_RECEIVED))
                            .text())
                    .contains("We have your pledge", "Friday, December 18, 2026, 7:00 PM (Eastern Standard Time)");
        }
    }

    @Test
    void one_ticket_is_not_called_tickets() throws Exception {
        Order three = aStory().order("PLEDGED");
        Order one = new Order(
                three.id(),
                1,
                "PLEDGED",
                three.name(),
                three.email(),
                "en",
                List.of(new Facts.Tickets("FULL", 1)),
                1,
                three.amount(),
                null,
                three.link(),
                null,
                null);
        String text = arrived(aStory().mail(
                                MailKind.PLEDGE_RECEIVED,
                                Facts.of(aStory().screening(), aStory().presale("OPEN"), one)))
                .text();

        assertThat(text).contains("your pledge for 1 ticket to");
    }

    @Test
    void the_same_mail_has_the_same_message_id_and_a_copy_asked_for_has_another() {
        Mail mail = aStory().mail(MailKind.PLEDGE_RECEIVED);

        assertThat(mail.messageId("houselights.org"))
                .isEqualTo(aStory().mail(MailKind.PLEDGE_RECEIVED).messageId("houselights.org"))
                .matches("<[0-9a-f]{40}@houselights\\.org>")
                .isNotEqualTo(aStory().mail(MailKind.PLEDGE_ALTERED).messageId("houselights.org"));
    }

    private OpenedMail arrived(Mail mail) throws Exception {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        compose.message(mail, NOW).writeTo(wire);
        return OpenedMail.open(
                new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(wire.toByteArray())));
    }

    /** What a reader of the HTML sees. */
    private static String shown(OpenedMail mail) {
        return HtmlUtils.htmlUnescape(
                mail.html().replaceAll("(?s)<style>.*?</style>", "").replaceAll("<[^>]+>", "\n"));
    }

    private static VEvent event(OpenedMail mail) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new StringReader(mail.calendar()));
        calendar.validate();
        assertThat(mail.calendar()).contains("METHOD:PUBLISH");
        return (VEvent) calendar.getComponents().getFirst();
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElseThrow();
    }

    private static String scan(byte[] png) throws Exception {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))),
                        Map.of(DecodeHintType.PURE_BARCODE, true))
                .getText();
    }

    /** With its pictures inside, so that a browser shows it as a mail program would. */
    private static void keep(MailKind kind, Locale language, OpenedMail mail) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "mails"));
        String page = Pattern.compile("cid:ticket-\\d+")
                .matcher(mail.html())
                .replaceAll(cid -> Matcher.quoteReplacement("data:image/png;base64,"
                        + Base64.getEncoder().encodeToString(mail.pictures().getOrDefault(cid.group(), new byte[0]))));
        Files.writeString(folder.resolve("%s_%s.html".formatted(kind, language)), page);
        Files.writeString(
                folder.resolve("%s_%s.txt".formatted(kind, language)),
                "Subject: " + mail.message().getSubject() + "\n\n" + mail.text());
    }
}
