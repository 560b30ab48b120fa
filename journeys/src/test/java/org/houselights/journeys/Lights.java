package org.houselights.journeys;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Opens the house for the first journey, closes it after the last, and has the books audited in between. */
public final class Lights implements ParameterResolver, AfterEachCallback {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Town.class;
    }

    @Override
    public Town resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return town(context);
    }

    /** The one of all tests. */
    public static Town town(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Lights.class))
                .computeIfAbsent(Town.class, key -> Town.open(), Town.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isEmpty()) {
            town(context).addsUp();
        }
    }
}
