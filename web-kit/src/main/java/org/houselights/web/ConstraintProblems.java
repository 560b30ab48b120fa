package org.houselights.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What a violated database constraint means to the caller. A service gives a bean of these; its names must be those of its migrations. */
public final class ConstraintProblems {

    private final Map<String, Supplier<ProblemException>> problems = new HashMap<>();

    /** The violation of this constraint is answered with this problem. */
    public ConstraintProblems on(String constraint, Supplier<ProblemException> problem) {
        if (problems.putIfAbsent(constraint, problem) != null) {
            throw new IllegalArgumentException("Two problems for the constraint " + constraint);
        }
        return this;
    }

    public Optional<ProblemException> of(String constraint) {
        return Optional.ofNullable(problems.get(constraint)).map(Supplier::get);
    }
}
