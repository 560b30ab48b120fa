package org.houselights.web;

/**
 * What is wrong with one field of a request.
 *
 * @param field the path of the field as the caller wrote it, such as {@code tickets[0].quantity}, or the name of a parameter or header
 * @param message what is wrong with it, in words that follow the field's name
 */
public record FieldError(String field, String message) {}
