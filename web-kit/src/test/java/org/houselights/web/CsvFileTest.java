package org.houselights.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.houselights.web.page.CsvFile;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CsvFileTest {

    @Test
    void a_row_is_a_line_and_a_number_stays_a_number() {
        assertThat(lines(new CsvFile("name", "tickets").row("Ann", -2)))
                .containsExactly("\uFEFF\"name\",\"tickets\"", "\"Ann\",-2");
    }

    @Test
    void commas_quotes_and_line_breaks_stay_within_their_cell() {
        assertThat(new CsvFile("name").row("Ann \"A\", of\nhere").toString())
                .endsWith("\"Ann \"\"A\"\", of\nhere\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"})
    void what_begins_like_a_formula_is_made_text(String name) {
        assertThat(new CsvFile("name").row(name).toString()).endsWith("\r\n\"'" + name + "\"\r\n");
    }

    @Test
    void a_download_is_named_and_kept_by_nobody() {
        var download = new CsvFile("이름").download("people.csv");

        assertThat(download.getHeaders().getFirst("Content-Disposition"))
                .isEqualTo("attachment; filename=\"people.csv\"");
        assertThat(download.getHeaders().getCacheControl()).isEqualTo("no-store");
        assertThat(new String(download.getBody(), UTF_8)).contains("이름");
    }

    private static String[] lines(CsvFile file) {
        return file.toString().split("\r\n");
    }
}
