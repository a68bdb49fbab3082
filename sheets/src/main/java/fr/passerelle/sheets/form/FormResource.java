package fr.passerelle.sheets.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What the forms of a document are made with beside its words: styles, templates, fonts. */
final class FormResource {

    private static final String FOLDER = "/explanation/";

    private FormResource() {}

    static InputStream open(String name) {
        InputStream in = FormResource.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new IllegalStateException("A part of the forms is missing: " + name);
        }
        return in;
    }

    static String text(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("A part of the forms cannot be read", e);
        }
    }
}
