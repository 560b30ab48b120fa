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
 * Bounds the orders that are worked on at once: each of them takes memory, and what is spent on those who are refused is taken from those
 * who are served. Programs are turned away before their order is read, and it counts against none of their limits. A place is taken
 * only when the order has been read: whoever sends it slowly keeps nobody out.
 */
@Component
public class OrderEntrance implements HandlerInterceptor, WebMvcConfigurer {

    private static final int COME_BACK_AFTER = 1;
    private static final int COME_BACK_BEFORE = 4;

    private final Entrance entrance;

    OrderEntrance(OrderSettings settings) {
        this.entrance = new Entrance(settings.atOnce());
    }

    /**
     * Lets an order in until the visit is closed.
     *
     * @throws ProblemException 429 if too many are in already
     */
    public Visit enter(UUID screeningId) {
        if (!entrance.letIn(screeningId)) {
            throw tooMany();
        }
        return new Visit(screeningId);
    }

    private static ProblemException tooMany() {
        return Problems.tooMany(comeBack(), Sentence.of("too-many-pledges"));
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
        if (screening != null && HttpMethod.POST.matches(request.getMethod()) && !entrance.isOpenFor(screening)) {
            throw tooMany();
        }
        return true;
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
