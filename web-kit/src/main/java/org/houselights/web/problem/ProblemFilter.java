package org.houselights.web.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.houselights.web.ProblemException;
import org.houselights.web.page.ProblemPages;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import tools.jackson.databind.json.JsonMapper;

/** Around all other filters, so that what fails in one of them is answered like everything else. */
final class ProblemFilter extends OncePerRequestFilter {

    private final HandlerExceptionResolver answers;
    private final ProblemPages pages;
    private final JsonMapper json;
    private final ViewResolver views;
    private final LocaleResolver languages;

    ProblemFilter(
            HandlerExceptionResolver answers,
            ProblemPages pages,
            JsonMapper json,
            ViewResolver views,
            LocaleResolver languages) {
        this.answers = answers;
        this.pages = pages;
        this.json = json;
        this.views = views;
        this.languages = languages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException failure) {
            if (response.isCommitted()) {
                throw failure;
            }
            LocaleContextHolder.setLocale(languages.resolveLocale(request));
            try {
                if (failure instanceof ProblemException problem && !pages.areFor(request)) {
                    write(problem, response);
                    return;
                }
                ModelAndView answer = answers.resolveException(request, response, null, failure);
                if (answer == null) {
                    throw failure;
                }
                if (answer.getViewName() != null) {
                    show(answer, answer.getViewName(), request, response);
                }
            } finally {
                LocaleContextHolder.resetLocaleContext();
            }
        }
    }

    /** At once: a crowd is refused by filters, and to ask who writes what for whom would cost more than all before. */
    private void write(ProblemException problem, HttpServletResponse response) throws IOException {
        ResponseEntity<ProblemDetail> answer = ProblemAdvice.answer(problem, HttpHeaders.EMPTY);
        byte[] body = json.writeValueAsBytes(answer.getBody());
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Outside the dispatcher nobody else does. */
    private void show(ModelAndView answer, String name, HttpServletRequest request, HttpServletResponse response)
            throws ServletException {
        if (answer.getStatus() != null) {
            response.setStatus(answer.getStatus().value());
        }
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, languages);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
        try {
            View view = Objects.requireNonNull(views.resolveViewName(name, LocaleContextHolder.getLocale()));
            view.render(answer.getModel(), request, response);
        } catch (Exception e) {
            throw new ServletException("The problem can't be shown", e);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }
}
