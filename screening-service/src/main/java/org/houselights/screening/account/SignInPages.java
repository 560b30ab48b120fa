package org.houselights.screening.account;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.houselights.web.Allow;
import org.houselights.web.Caller;
import org.houselights.web.InvalidValue;
import org.houselights.web.MailAddress;
import org.houselights.web.Network;
import org.houselights.web.ProblemException;
import org.houselights.web.Role;
import org.houselights.web.Who;
import org.houselights.web.page.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in, by a link or with a passkey, and out; and the language of somebody who may not be signed in. */
@Controller
class SignInPages {

    private final RequestSignIn request;
    private final ConfirmSignIn confirm;
    private final AskForPasskey askForPasskey;
    private final SignInByPasskey byPasskey;
    private final SignOut signOut;
    private final SessionCookies cookies;
    private final BrowserMemory memory;

    SignInPages(
            RequestSignIn request,
            ConfirmSignIn confirm,
            AskForPasskey askForPasskey,
            SignInByPasskey byPasskey,
            SignOut signOut,
            SessionCookies cookies,
            BrowserMemory memory) {
        this.request = request;
        this.confirm = confirm;
        this.askForPasskey = askForPasskey;
        this.byPasskey = byPasskey;
        this.signOut = signOut;
        this.cookies = cookies;
        this.memory = memory;
    }

    /** Asks for the address; after a link in a mail, whose token no server sees, asks for one click more. */
    @Allow(Who.ANYONE)
    @GetMapping("/sign-in")
    String signIn(@RequestParam(required = false) @Nullable String to, Model model) {
        return form(to, "", FormErrors.NONE, model);
    }

    @Allow(Who.ANYONE)
    @PostMapping("/sign-in")
    String request(
            @RequestParam String email,
            @RequestParam(required = false) @Nullable String to,
            Locale locale,
            Network network,
            Model model,
            HttpServletResponse response) {
        try {
            request.by(new MailAddress(email.strip()), null, locale.getLanguage(), network);
        } catch (ProblemException refused) {
            response.setStatus(refused.status().value());
            return form(to, email, FormErrors.of(refused), model);
        } catch (InvalidValue refused) {
            response.setStatus(422);
            return form(to, email, new FormErrors(refused.sentence().said(), List.of()), model);
        }
        memory.keepDestination(inside(to), response);
        return "redirect:/sign-in/sent";
    }

    @Allow(Who.ANYONE)
    @GetMapping("/sign-in/sent")
    String sent() {
        return "account/sent";
    }

    /** @param token as it stands in the link, or the whole link where it was pasted by hand */
    @Allow(Who.ANYONE)
    @PostMapping("/sign-in/confirm")
    String confirm(
            @RequestParam String token,
            @CookieValue(name = BrowserMemory.DESTINATION, required = false) @Nullable String to,
            Model model,
            HttpServletResponse response) {
        SignedIn signedIn;
        try {
            signedIn = confirm.with(token.strip().substring(token.strip().indexOf('#') + 1));
        } catch (ProblemException refused) {
            response.setStatus(refused.status().value());
            return form(to, "", FormErrors.of(refused), model);
        }
        memory.forgetDestination(response);
        return enter(signedIn, to, response);
    }

    /** What a script asks for when somebody wants to sign in with a passkey. */
    @Allow(Who.ANYONE)
    @PostMapping(path = "/sign-in/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> ask(Network network, HttpServletResponse response) {
        PasskeyQuestion question = askForPasskey.from(network);
        memory.keepChallenge(question.challenge(), response);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(question.options());
    }

    /** @param credential what the browser answered, in the JSON of WebAuthn */
    @Allow(Who.ANYONE)
    @PostMapping("/sign-in/passkey")
    String passkey(
            @RequestParam String credential,
            @RequestParam(required = false) @Nullable String to,
            @CookieValue(name = BrowserMemory.CHALLENGE, defaultValue = "") String challenge,
            Model model,
            HttpServletResponse response) {
        memory.forgetChallenge(response);
        SignedIn signedIn;
        try {
            signedIn = byPasskey.with(challenge, credential);
        } catch (ProblemException refused) {
            response.setStatus(refused.status().value());
            return form(to, "", FormErrors.of(refused), model);
        }
        return enter(signedIn, to, response);
    }

    /** Everywhere, at once. */
    @Allow(Who.SIGNED_IN)
    @PostMapping("/sign-out")
    String signOut(Caller caller, HttpServletResponse response) {
        signOut.of(caller, null);
        cookies.clear().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        return "redirect:/";
    }

    @Allow(Who.ANYONE)
    @PostMapping("/language")
    String language(
            @RequestParam String language,
            @RequestParam(required = false) @Nullable String to,
            HttpServletResponse response) {
        memory.keepLanguage(language, response);
        return "redirect:" + inside(to);
    }

    /** Leads to where somebody wanted to go, or else to where their work is. */
    private String enter(SignedIn signedIn, @Nullable String to, HttpServletResponse response) {
        cookies.set(signedIn).forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        String wanted = inside(to);
        return "redirect:" + (wanted.equals("/") ? desk(signedIn.person()) : wanted);
    }

    private static String form(@Nullable String to, String email, FormErrors errors, Model model) {
        model.addAttribute("to", inside(to));
        model.addAttribute("email", email);
        model.addAttribute("errors", errors);
        return "account/sign-in";
    }

    private static String desk(Person person) {
        if (person.roles().contains(Role.OPERATOR)) {
            return "/operations";
        }
        return person.roles().contains(Role.DISTRIBUTOR) ? "/distributor" : "/host";
    }

    /** A path of ours, whatever was asked for. */
    private static String inside(@Nullable String to) {
        return to != null && to.matches("/(?![/\\\\])[\\w\\-./?&=%]{0,500}") && !to.startsWith("/sign-in") ? to : "/";
    }
}
