package fr.passerelle.schemas.person;

import fr.passerelle.schemas.text.PlainText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** A list of words shipped with the program: one or several a line, {@code #} begins a comment. */
final class WordList {

    private final Set<String> words;

    private WordList(Set<String> words) {
        this.words = words;
    }

    /** @param name of the file, in the folder {@code person} */
    static WordList load(String name) {
        try (InputStream in = WordList.class.getResourceAsStream("/person/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its list of words " + name);
            }
            return new WordList(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether a word, whatever its case and accents, is in the list. */
    boolean has(String word) {
        return words.contains(PlainText.of(word));
    }
}
