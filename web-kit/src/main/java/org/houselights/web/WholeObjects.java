package org.houselights.web;

import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;

/** Lets every field of a request be checked: requests are read as a whole, and no part of them waits in a database. */
final class WholeObjects implements TraversableResolver {

    @Override
    public boolean isReachable(
            Object object, Path.Node field, Class<?> root, Path pathToObject, ElementType elementType) {
        return true;
    }

    @Override
    public boolean isCascadable(
            Object object, Path.Node field, Class<?> root, Path pathToObject, ElementType elementType) {
        return true;
    }
}
