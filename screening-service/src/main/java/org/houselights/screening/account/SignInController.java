package org.houselights.screening.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.houselights.web.Allow;
import org.houselights.web.Caller;
import org.houselights.web.EmailAddress;
import org.houselights.web.MailAddress;
import org.houselights.web.Network;
import org.houselights.web.PlainText;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.houselights.web.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in by a link in a mail, staying signed in, and signing out. */
@Tag(name = "account")
@RestController
class SignInController {

    private static final String DEFAULT_LOCALE = "en";
    /** The other services look again this often, and at once when they meet a key that they don't know. */
    private static final Duration KEYS_FRESH = Duration.ofMinutes(5);

    private final RequestSignIn request;
    private final ConfirmSignIn confirm;
    private final RefreshSession refresh;
    private final SignOut signOut;
    private final SessionCookies cookies;
    private final TokenKeys keys;

    SignInController(
            RequestSignIn request,
            ConfirmSignIn confirm,
            RefreshSession refresh,
            SignOut signOut,
            SessionCookies cookies,
            TokenKeys keys) {
        this.request = request;
        this.confirm = confirm;
        this.refresh = refresh;
        this.signOut = signOut;
        this.cookies = cookies;
        this.keys = keys;
    }

    record SignInRequest(
            @EmailAddress String email,
            @PlainText(max = 100, optional = true) @Nullable String name,
            @LanguageTag @Nullable String locale) {}

    record Confirmation(@PlainText(max = 100) String token) {}

    record Refreshing(@Nullable @Size(max = 100) String refreshToken) {}

    /**
     * Both tokens of a session. A browser has them as cookies, too, where scripts can't read them.
     *
     * @param token to be sent as {@code Authorization: Bearer …}
     * @param refreshToken to be exchanged, once, for the next pair
     */
    record Session(PersonView person, String token, Instant expiresAt, String refreshToken, Instant refreshExpiresAt) {

        static Session of(SignedIn signedIn) {
            return new Session(
                    PersonView.of(signedIn.person()),
                    signedIn.accessToken(),
                    signedIn.expiresAt(),
                    signedIn.refreshToken(),
                    signedIn.refreshExpiresAt());
        }
    }

    @Operation(
            summary = "Mails a link to sign in with",
            description =
                    "The answer is the same whether the address is known or not. The link is good once, for 15 minutes.")
    @Allow(Who.ANYONE)
    @PostMapping("/api/sign-in")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void request(@Valid @RequestBody SignInRequest body, Network network) {
        request.by(
                new MailAddress(body.email()),
                body.name(),
                Objects.requireNonNullElse(body.locale(), DEFAULT_LOCALE),
                network);
    }

    @Operation(summary = "Signs in whoever holds the link that was mailed")
    @Allow(Who.ANYONE)
    @PostMapping("/api/sign-in/confirm")
    ResponseEntity<Session> confirm(@Valid @RequestBody Confirmation body) {
        return session(confirm.with(body.token()));
    }

    @Operation(
            summary = "Goes on with a session",
            description = "A refresh token is good once; one that comes back later ends every sign-in of its person.")
    @Allow(Who.ANYONE)
    @PostMapping("/api/session/refresh")
    ResponseEntity<Session> refresh(
            @Valid @RequestBody(required = false) @Nullable Refreshing body,
            @CookieValue(name = SessionCookies.REFRESH, required = false) @Nullable String cookie) {
        String token = token(body, cookie);
        if (token == null) {
            throw Problems.notSignedIn(Sentence.of("sign-in.first"));
        }
        return session(refresh.with(token));
    }

    @Operation(summary = "Signs out everywhere, at once")
    @Allow(Who.ANYONE)
    @PostMapping("/api/session/sign-out")
    ResponseEntity<Void> signOut(
            @Nullable Caller caller,
            @Valid @RequestBody(required = false) @Nullable Refreshing body,
            @CookieValue(name = SessionCookies.REFRESH, required = false) @Nullable String cookie) {
        signOut.of(caller, token(body, cookie));
        return ResponseEntity.noContent().headers(cookies.clear()).build();
    }

    @Operation(summary = "The public keys that sign-in tokens are checked with")
    @Allow(Who.ANYONE)
    @GetMapping(path = "/.well-known/jwks.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> keys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEYS_FRESH).cachePublic())
                .body(keys.published());
    }

    private ResponseEntity<Session> session(SignedIn signedIn) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .headers(cookies.set(signedIn))
                .body(Session.of(signedIn));
    }

    private static @Nullable String token(@Nullable Refreshing body, @Nullable String cookie) {
        return body != null && body.refreshToken() != null ? body.refreshToken() : cookie;
    }
}
