package org.houselights.ticketing.order;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Turns an order away before it is read while too many wait for the same pre-sale: under overload, what those cost who are refused is
 * taken from those who are served. It counts against none of the caller's limits.
 */
@Component
final class TurnAway implements HandlerInterceptor, WebMvcConfigurer {

    /** Asked for when they are needed: what sets up the web is made before the database. */
    private final ObjectProvider<PledgeLanes> lanes;

    TurnAway(ObjectProvider<PledgeLanes> lanes) {
        this.lanes = lanes;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/presales/{screeningId}/orders");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (HttpMethod.POST.matches(request.getMethod())) {
            UUID screening = screening(request);
            if (screening != null) {
                lanes.getObject().requireRoom(screening);
            }
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
}
