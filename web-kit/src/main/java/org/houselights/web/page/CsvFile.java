package org.houselights.web.page;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A table for spreadsheets (RFC 4180, UTF-8 with the mark that makes them believe it). Text never becomes a formula, whoever wrote it:
 * a cell that begins like one gets an apostrophe in front. Numbers stay numbers.
 */
public final class CsvFile {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

    private final StringBuilder text = new StringBuilder("\uFEFF");

    public CsvFile(String... titles) {
        row((Object[]) titles);
    }

    public CsvFile row(Object... cells) {
        text.append(Stream.of(cells).map(CsvFile::cell).collect(Collectors.joining(",")))
                .append("\r\n");
        return this;
    }

    private static String cell(Object value) {
        if (value instanceof Number) {
            return value.toString();
        }
        String written = value.toString();
        boolean formula = !written.isEmpty() && BEGINS_A_FORMULA.indexOf(written.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + written.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** As a download that nobody on the way keeps. */
    public ResponseEntity<byte[]> download(String name) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(toString().getBytes(StandardCharsets.UTF_8));
    }
}
