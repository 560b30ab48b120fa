package org.houselights.web.input;

import org.houselights.web.Paging;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@link Paging} from the query parameters {@code page} and {@code size}. */
final class PagingArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Paging.class;
    }

    @Override
    public Paging resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return new Paging(number(request, "page", 0), number(request, "size", Paging.USUAL));
    }

    private static int number(NativeWebRequest request, String name, int unlessGiven) {
        String text = request.getParameter(name);
        try {
            return text == null ? unlessGiven : Integer.parseInt(text);
        } catch (NumberFormatException notOne) {
            throw Problems.invalid(name, Sentence.of("whole-number"));
        }
    }
}
