package org.houselights.web.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Answers for what Tomcat refuses so early that it knows no error page, such as an address with a broken escape. */
final class EarlyRefusals extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(EarlyRefusals.class);

    private final JsonMapper json;
    private final LocaleResolver languages;

    EarlyRefusals(JsonMapper json, LocaleResolver languages) {
        this.json = json;
        this.languages = languages;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        LocaleContextHolder.setLocale(languages.resolveLocale(request));
        try {
            byte[] body = json.writeValueAsBytes(ProblemAdvice.body(ProblemAdvice.refused(status)));
            response.getReporter().write(new String(body, StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException hungUp) {
            log.debug("Nobody waited for the answer", hungUp);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }
}
