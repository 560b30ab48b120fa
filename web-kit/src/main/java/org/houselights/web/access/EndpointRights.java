package org.houselights.web.access;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.houselights.web.Allow;
import org.houselights.web.Who;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint of a running service with those who may call it, for the check at start-up and for tests that walk them all. */
public final class EndpointRights {

    /** Handlers that are not ours, such as the description of the API and the answer to OPTIONS: what they say is public. */
    private static final List<String> EXEMPT =
            List.of("org.springdoc.", "org.springframework.boot.", "org.springframework.web.");

    private final List<Endpoint> endpoints;

    EndpointRights(RequestMappingHandlerMapping mapping) {
        endpoints = mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> !isExempt(entry.getValue()))
                .flatMap(entry -> endpoints(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
                .toList();
    }

    public List<Endpoint> all() {
        return endpoints;
    }

    static boolean isExempt(HandlerMethod handler) {
        return EXEMPT.stream().anyMatch(handler.getBeanType().getName()::startsWith);
    }

    static Optional<Allow> rule(HandlerMethod handler) {
        return Optional.ofNullable(handler.getMethodAnnotation(Allow.class));
    }

    private static Stream<Endpoint> endpoints(RequestMappingInfo mapping, HandlerMethod handler) {
        Allow rule = rule(handler)
                .orElseThrow(() -> new IllegalStateException(
                        "%s does not say who may call it: annotate it with @Allow".formatted(handler)));
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return mapping.getPatternValues().stream()
                .flatMap(path -> (methods.isEmpty() ? EnumSet.allOf(RequestMethod.class) : methods)
                        .stream().map(method -> new Endpoint(method.name(), path, List.of(rule.value()))));
    }

    /**
     * One method of one path.
     *
     * @param path the pattern with its variables in braces
     */
    public record Endpoint(String method, String path, List<Who> allowed) {}
}
