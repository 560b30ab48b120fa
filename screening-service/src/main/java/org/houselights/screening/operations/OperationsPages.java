package org.houselights.screening.operations;

import org.houselights.messaging.DeadLetters;
import org.houselights.messaging.ParkedKeys;
import org.houselights.web.Allow;
import org.houselights.web.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** For operators: the ways to everything, and this service's events that need a hand. */
@Controller
class OperationsPages {

    private static final int AT_MOST = 100;

    private final DeadLetters deadLetters;
    private final ParkedKeys parkedKeys;

    OperationsPages(DeadLetters deadLetters, ParkedKeys parkedKeys) {
        this.deadLetters = deadLetters;
        this.parkedKeys = parkedKeys;
    }

    @GetMapping("/operations")
    @Allow(Who.OPERATOR)
    String overview() {
        return "operations/overview";
    }

    @GetMapping("/operations/screening")
    @Allow(Who.OPERATOR)
    String screening(@RequestParam(required = false) @Nullable String done, Model model) {
        model.addAttribute("done", done);
        model.addAttribute("deadLetters", deadLetters.waiting(AT_MOST));
        model.addAttribute("parkedKeys", parkedKeys.list(AT_MOST));
        return "operations/screening";
    }
}
