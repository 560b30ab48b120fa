package org.houselights.web;

/** Which characters may enter the house: everything that is text, and no character that controls a terminal, a header or a display. */
public final class Characters {

    private Characters() {}

    /** True without control characters other than tab and line breaks, without halves of characters and without direction overrides. */
    public static boolean areClean(CharSequence text) {
        return text.codePoints().allMatch(Characters::isClean);
    }

    private static boolean isClean(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\t' || character == '\n' || character == '\r';
            case Character.SURROGATE, Character.UNASSIGNED, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.FORMAT -> !isDirectionOverride(character);
            default -> true;
        };
    }

    private static boolean isDirectionOverride(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }
}
