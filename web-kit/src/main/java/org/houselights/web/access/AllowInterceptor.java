package org.houselights.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.houselights.web.Allow;
import org.houselights.web.Caller;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request through to an endpoint whose {@link Allow} names its caller, and no other. */
final class AllowInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && !EndpointRights.isExempt(method)) {
            check(EndpointRights.rule(method).orElseThrow(), CallerAuthentication.current());
        }
        return true;
    }

    private static void check(Allow rule, @Nullable Caller caller) {
        if (Arrays.stream(rule.value()).noneMatch(who -> who.includes(caller))) {
            throw caller == null
                    ? Problems.notSignedIn(Sentence.of("sign-in.first"))
                    : Problems.forbidden(Sentence.of("role.not-allowed"));
        }
    }
}
