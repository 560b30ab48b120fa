package org.houselights.journeys.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.Map;
import org.houselights.journeys.Lights;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the browser for the first journey through the pages, and closes the windows after each. */
final class Browsing implements ExecutionCondition, ParameterResolver, AfterEachCallback {

    private static final Namespace OURS = Namespace.create(Browsing.class);

    /** Installed beforehand; nothing is downloaded for a test. */
    private static final Map<String, String> AS_IT_IS = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Chromium.find()
                .map(path -> ConditionEvaluationResult.enabled("There is " + path))
                .orElseGet(() -> ConditionEvaluationResult.disabled(
                        "There is no Chromium: install one, or say where it is in CHROMIUM"));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Windows.class;
    }

    @Override
    public Windows resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Started started = context.getRoot()
                .getStore(OURS)
                .computeIfAbsent(
                        Started.class, key -> Started.from(Chromium.find().orElseThrow()), Started.class);
        return context.getStore(OURS)
                .computeIfAbsent(
                        Windows.class, key -> new Windows(started.browser(), Lights.town(context)), Windows.class);
    }

    /** Fails the journey if a page had something to complain of, and shows where a failed one ended. */
    @Override
    public void afterEach(ExtensionContext context) {
        Windows windows = context.getStore(OURS).remove(Windows.class, Windows.class);
        if (windows != null) {
            if (context.getExecutionException().isPresent()) {
                windows.picture("failed " + context.getDisplayName());
            }
            windows.close();
            if (context.getExecutionException().isEmpty()) {
                windows.assertNothingToComplainOf();
            }
        }
    }

    private record Started(Playwright playwright, Browser browser) implements AutoCloseable {

        static Started from(Path chromium) {
            Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(AS_IT_IS));
            return new Started(
                    playwright,
                    playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium)));
        }

        @Override
        public void close() {
            playwright.close();
        }
    }
}
