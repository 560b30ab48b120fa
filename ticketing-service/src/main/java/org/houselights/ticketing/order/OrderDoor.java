package org.houselights.ticketing.order;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns programs away while too many orders are inside: before anybody asks who they are, before their order is read, and before it counts
 * against any of their limits. Where many are refused, whatever comes before costs those who are served.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + OrderDoor.BEHIND_THE_ANSWERS_TO_PROBLEMS)
@FilterRegistration(urlPatterns = "/api/presales/*")
class OrderDoor extends OncePerRequestFilter {

    static final int BEHIND_THE_ANSWERS_TO_PROBLEMS = 15;

    private static final Pattern ORDERS =
            Pattern.compile("/api/presales/([0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})/orders");

    private final OrderEntrance entrance;

    OrderDoor(OrderEntrance entrance) {
        this.entrance = entrance;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (HttpMethod.POST.matches(request.getMethod())) {
            Matcher orders = ORDERS.matcher(request.getRequestURI());
            if (orders.matches()) {
                entrance.requireOpen(UUID.fromString(orders.group(1)));
            }
        }
        chain.doFilter(request, response);
    }
}
