package org.houselights.web.input;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.houselights.web.Characters;
import org.houselights.web.ProblemException;
import org.houselights.web.Sentence;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses an address whose path or query is broken UTF-8 or holds control characters. */
final class CleanAddressFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        if (!Stream.of(request.getRequestURI(), query).allMatch(CleanAddressFilter::isClean)) {
            throw new ProblemException(HttpStatus.BAD_REQUEST, "malformed-address", Sentence.of("address.malformed"));
        }
        chain.doFilter(request, response);
    }

    private static boolean isClean(String escaped) {
        if (escaped.chars().allMatch(CleanAddressFilter::standsForItself)) {
            return true;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(unescaped(escaped)))
                    .toString();
            return Characters.areClean(text);
        } catch (CharacterCodingException | IllegalArgumentException broken) {
            return false;
        }
    }

    /** Nearly every address has nothing else. */
    private static boolean standsForItself(int character) {
        return character > ' ' && character < 0x7F && character != '%';
    }

    private static byte[] unescaped(String escaped) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(escaped.length());
        int next = 0;
        while (next < escaped.length()) {
            if (escaped.charAt(next) == '%') {
                bytes.write(HexFormat.fromHexDigits(escaped, next + 1, Math.min(next + 3, escaped.length())));
                next += 3;
            } else {
                bytes.write(escaped.charAt(next));
                next++;
            }
        }
        return bytes.toByteArray();
    }
}
