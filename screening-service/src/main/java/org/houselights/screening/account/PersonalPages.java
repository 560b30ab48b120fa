package org.houselights.screening.account;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Validator;
import java.util.List;
import java.util.UUID;
import org.houselights.web.Allow;
import org.houselights.web.Caller;
import org.houselights.web.FieldError;
import org.houselights.web.Network;
import org.houselights.web.PlainText;
import org.houselights.web.ProblemException;
import org.houselights.web.Problems;
import org.houselights.web.Who;
import org.houselights.web.page.FormErrors;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What one is called, in which language one reads, and with which passkeys one signs in. */
@Controller
@RequestMapping("/me")
class PersonalPages {

    private final People people;
    private final Passkeys passkeys;
    private final DescribeOneself describe;
    private final AskForNewPasskey ask;
    private final AddPasskey add;
    private final RemovePasskey remove;
    private final BrowserMemory memory;
    private final Validator validator;

    PersonalPages(
            People people,
            Passkeys passkeys,
            DescribeOneself describe,
            AskForNewPasskey ask,
            AddPasskey add,
            RemovePasskey remove,
            BrowserMemory memory,
            Validator validator) {
        this.people = people;
        this.passkeys = passkeys;
        this.describe = describe;
        this.ask = ask;
        this.add = add;
        this.remove = remove;
        this.memory = memory;
        this.validator = validator;
    }

    record PasskeyName(@PlainText(max = 60) String passkeyName) {}

    @Allow(Who.SIGNED_IN)
    @GetMapping
    String me(Caller caller, Model model) {
        return page(caller, "", FormErrors.NONE, model);
    }

    @Allow(Who.SIGNED_IN)
    @PostMapping
    String describe(
            @RequestParam String name, @RequestParam String locale, Caller caller, HttpServletResponse response) {
        String called = name.strip();
        describe.as(
                caller.personId(),
                called.isEmpty() || called.length() > 100 ? null : called,
                memory.keepLanguage(locale, response));
        return "redirect:/me";
    }

    /** What a script asks for when somebody wants to add a passkey. */
    @Allow(Who.SIGNED_IN)
    @PostMapping(path = "/passkeys/options", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> ask(Caller caller, Network network, HttpServletResponse response) {
        PasskeyQuestion question = ask.of(caller.personId(), network);
        memory.keepChallenge(question.challenge(), response);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(question.options());
    }

    /** @param credential what the browser answered, in the JSON of WebAuthn */
    @Allow(Who.SIGNED_IN)
    @PostMapping("/passkeys")
    String add(
            @RequestParam String passkeyName,
            @RequestParam String credential,
            @CookieValue(name = BrowserMemory.CHALLENGE, defaultValue = "") String challenge,
            Caller caller,
            Model model,
            HttpServletResponse response) {
        memory.forgetChallenge(response);
        try {
            check(new PasskeyName(passkeyName.strip()));
            add.to(caller.personId(), passkeyName.strip(), challenge, credential);
        } catch (ProblemException refused) {
            response.setStatus(refused.status().value());
            return page(caller, passkeyName, FormErrors.of(refused), model);
        }
        return "redirect:/me#passkeys";
    }

    @Allow(Who.SIGNED_IN)
    @PostMapping("/passkeys/{id}/remove")
    String remove(@PathVariable UUID id, Caller caller) {
        remove.of(caller.personId(), id);
        return "redirect:/me#passkeys";
    }

    private void check(PasskeyName name) {
        List<FieldError> wrong =
                validator.validate(name).stream().map(FieldError::of).toList();
        if (!wrong.isEmpty()) {
            throw Problems.invalid(wrong);
        }
    }

    private String page(Caller caller, String passkeyName, FormErrors errors, Model model) {
        model.addAttribute(
                "person",
                people.findById(caller.personId()).map(PersonView::of).orElseThrow(() -> Problems.notFound("person")));
        model.addAttribute(
                "passkeys",
                passkeys.of(caller.personId()).stream().map(PasskeyView::of).toList());
        model.addAttribute("passkeyName", passkeyName);
        model.addAttribute("errors", errors);
        return "account/me";
    }
}
