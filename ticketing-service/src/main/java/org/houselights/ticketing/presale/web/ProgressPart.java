package org.houselights.ticketing.presale.web;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.houselights.ticketing.presale.Progress;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;

/** Sets the part of a page that shows how far a pre-sale has come. */
@Component
class ProgressPart {

    private final ITemplateEngine engine;
    private final ApplicationContext house;

    ProgressPart(ITemplateEngine engine, ApplicationContext house) {
        this.engine = engine;
        this.house = house;
    }

    String html(Progress progress, Locale language) {
        LocaleContext before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(language);
        try {
            return inLanguageOfThread(progress, language);
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    private String inLanguageOfThread(Progress progress, Locale language) {
        Context context = new Context(
                language,
                Map.of(
                        "progress",
                        progress,
                        ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                        // One for each time: it keeps what it is in the middle of.
                        new ThymeleafEvaluationContext(house, null)));
        return engine.process("presale/progress", Set.of("part"), context).strip();
    }
}
