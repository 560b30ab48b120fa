package org.houselights.web.page;

import java.util.List;
import java.util.Locale;
import org.houselights.web.Caller;
import org.houselights.web.HouseSettings;
import org.houselights.web.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What every page may have to know; templates know it as {@code @page}. */
public final class Page {

    private final HouseSettings house;

    Page(HouseSettings house) {
        this.house = house;
    }

    /** Who is signed in; null if nobody is. */
    public @Nullable Caller caller() {
        return signedIn();
    }

    static @Nullable Caller signedIn() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && known.getPrincipal() instanceof Caller caller ? caller : null;
    }

    public boolean isDistributor() {
        Caller caller = caller();
        return caller != null && caller.is(Role.DISTRIBUTOR);
    }

    public boolean isOperator() {
        Caller caller = caller();
        return caller != null && caller.is(Role.OPERATOR);
    }

    /** The address of something in the house, for those who are elsewhere. */
    public String link(String path) {
        return house.link(path);
    }

    /** The path that was asked for. */
    public String path() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRequestURI()
                : "/";
    }

    public Locale language() {
        return LocaleContextHolder.getLocale();
    }

    public List<Locale> languages() {
        return Languages.SPOKEN;
    }
}
