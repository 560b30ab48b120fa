package org.houselights.screening.account;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.houselights.web.Allow;
import org.houselights.web.Caller;
import org.houselights.web.HouseSettings;
import org.houselights.web.InvalidValue;
import org.houselights.web.MailAddress;
import org.houselights.web.Network;
import org.houselights.web.ProblemException;
import org.houselights.web.Problems;
import org.houselights.web.Role;
import org.houselights.web.Who;
import org.houselights.web.page.FormErrors;
import org.houselights.web.page.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out, what one is called, and in which language one reads. */
@Controller
class SignInPages {

    /** Where somebody wanted to go who had to sign in first. */
    private static final String TO = "houselights-to";

    private static final Duration REMEMBERED = Duration.ofMinutes(15);
    private static final Duration CHOSEN = Duration.ofDays(365);

    private final RequestSignIn request;
    private final ConfirmSignIn confirm;
    private final SignOut signOut;
    private final DescribeOneself describe;
    private final People people;
    private final SessionCookies cookies;
    private final HouseSettings house;

    SignInPages(
            RequestSignIn request,
            ConfirmSignIn confirm,
            SignOut signOut,
            DescribeOneself describe,
            People people,
            SessionCookies cookies,
            HouseSettings house) {
        this.request = request;
        this.confirm = confirm;
        this.signOut = signOut;
        this.describe = describe;
        this.people = people;
        this.cookies = cookies;
        this.house = house;
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
            return form(to, email, new FormErrors(refused.sentence(), List.of()), model);
        }
        remember(TO, inside(to), REMEMBERED, "/sign-in", response);
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
            @CookieValue(name = TO, required = false) @Nullable String to,
            Model model,
            HttpServletResponse response) {
        SignedIn signedIn;
        try {
            signedIn = confirm.with(token.strip().substring(token.strip().indexOf('#') + 1));
        } catch (ProblemException refused) {
            response.setStatus(refused.status().value());
            return form(to, "", FormErrors.of(refused), model);
        }
        cookies.set(signedIn).forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        remember(TO, "", Duration.ZERO, "/sign-in", response);
        String wanted = inside(to);
        return "redirect:" + (wanted.equals("/") ? desk(signedIn.person()) : wanted);
    }

    @Allow(Who.SIGNED_IN)
    @GetMapping("/me")
    String me(Caller caller, Model model) {
        model.addAttribute(
                "person",
                people.findById(caller.personId()).map(PersonView::of).orElseThrow(() -> Problems.notFound("person")));
        return "account/me";
    }

    @Allow(Who.SIGNED_IN)
    @PostMapping("/me")
    String describe(
            @RequestParam String name, @RequestParam String locale, Caller caller, HttpServletResponse response) {
        String called = name.strip();
        describe.as(caller.personId(), called.isEmpty() || called.length() > 100 ? null : called, spoken(locale));
        remember(Languages.COOKIE, spoken(locale), CHOSEN, "/", response);
        return "redirect:/me";
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
        remember(Languages.COOKIE, spoken(language), CHOSEN, "/", response);
        return "redirect:" + inside(to);
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

    private static String spoken(String language) {
        return Languages.SPOKEN.stream()
                .map(Locale::toLanguageTag)
                .filter(Objects.requireNonNull(language)::equals)
                .findFirst()
                .orElse(Locale.ENGLISH.toLanguageTag());
    }

    private void remember(String name, String value, Duration life, String path, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path(path)
                        .maxAge(life)
                        .httpOnly(true)
                        .secure(house.overTls())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }
}
