package org.houselights.ticketing.order;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.houselights.ticketing.lane.Entrance;
import org.houselights.web.ProblemException;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Bounds the orders for one pre-sale that are worked on at once, from their first line to their answer: each of them takes memory, and
 * what is spent on those who are refused is taken from those who are served. Programs are turned away before their order is read, and
 * it counts against none of their limits.
 */
@Component
public class OrderEntrance implements HandlerInterceptor, WebMvcConfigurer {

    private static final int COME_BACK_AFTER = 1;
    private static final int COME_BACK_BEFORE = 4;
    private static final String VISIT = OrderEntrance.class.getName() + ".VISIT";

    private final Entrance entrance;

    OrderEntrance(OrderSettings settings) {
        this.entrance = new Entrance(settings.atOnce());
    }

    /**
     * Lets an order in until the visit is closed.
     *
     * @throws ProblemException 429 if too many are in for the same pre-sale
     */
    public Visit enter(UUID screeningId) {
        if (!entrance.letIn(screeningId)) {
            throw Problems.tooMany(comeBack(), Sentence.of("too-many-pledges"));
        }
        return new Visit(screeningId);
    }

    /** Not all in the same second: those who were refused together would only meet again. */
    private static Duration comeBack() {
        return Duration.ofSeconds(ThreadLocalRandom.current().nextInt(COME_BACK_AFTER, COME_BACK_BEFORE));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/presales/{screeningId}/orders");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        UUID screening = screening(request);
        if (screening != null && HttpMethod.POST.matches(request.getMethod())) {
            request.setAttribute(VISIT, enter(screening));
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(VISIT) instanceof Visit visit) {
            visit.close();
        }
    }

    /** None where the path has something else in its place, which the controller refuses in its own words. */
    private static @Nullable UUID screening(HttpServletRequest request) {
        var variables = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        try {
            return UUID.fromString(String.valueOf(variables.get("screeningId")));
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    /** An order's time inside. */
    public final class Visit implements AutoCloseable {

        private final UUID screeningId;

        private Visit(UUID screeningId) {
            this.screeningId = screeningId;
        }

        @Override
        public void close() {
            entrance.letOut(screeningId);
        }
    }
}
