package org.houselights.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.houselights.web.Api;
import org.houselights.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.ModelAndView;

/**
 * A problem as a page, for those who read with a browser. Whoever has to sign in is led there and back; a form that was sent with a
 * session that is over is kept, so that nothing typed is lost.
 */
public final class ProblemPages {

    /** Whether the answer is for a person. */
    public boolean areFor(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        if (accept == null || Api.isAskedBy(request)) {
            return false;
        }
        try {
            return MediaType.parseMediaTypes(accept).stream()
                    .anyMatch(type -> type.equalsTypeAndSubtype(MediaType.TEXT_HTML));
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    public ModelAndView page(ProblemException problem, HttpServletRequest request) {
        boolean form = request.getMethod().equals("POST");
        if (form
                && (problem.status() == HttpStatus.UNAUTHORIZED
                        || problem.slug().equals("csrf-token-missing"))) {
            var resume = new ModelAndView("house/resume");
            resume.addObject("fields", fields(request));
            resume.addObject("address", request.getRequestURI());
            resume.addObject("signedOut", problem.status() == HttpStatus.UNAUTHORIZED);
            resume.setStatus(problem.status());
            return resume;
        }
        if (problem.status() == HttpStatus.UNAUTHORIZED) {
            return new ModelAndView(
                    "redirect:/sign-in?to=" + URLEncoder.encode(address(request), StandardCharsets.UTF_8));
        }
        var page = new ModelAndView("house/problem");
        page.addObject("problem", problem);
        page.setStatus(problem.status());
        return page;
    }

    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static Map<String, List<String>> fields(HttpServletRequest request) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.startsWith("_")) {
                fields.put(name, List.of(values));
            }
        });
        return fields;
    }
}
