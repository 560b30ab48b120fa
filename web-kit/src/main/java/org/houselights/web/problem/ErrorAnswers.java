package org.houselights.web.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.houselights.web.Allow;
import org.houselights.web.Who;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers for what the servlet container refuses before anything of ours has seen it. */
@Hidden
@RestController
final class ErrorAnswers implements ErrorController {

    @Allow(Who.ANYONE)
    @RequestMapping("${server.error.path:/error}")
    void error(HttpServletRequest request) {
        HttpStatus status = Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(code -> HttpStatus.resolve((Integer) code))
                .orElse(HttpStatus.NOT_FOUND);
        throw ProblemAdvice.refused(status);
    }
}
