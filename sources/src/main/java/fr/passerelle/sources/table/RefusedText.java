package fr.passerelle.sources.table;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The text of lines that are refused together: how long it is, and its hash; none of it is kept. */
final class RefusedText {

    private final MessageDigest digest = Sha256.digest();
    private String lineEnd = "";
    private long length;

    /** Adds lines that follow, with their line ends. */
    void add(TextWindow window, int from, int to) {
        int textEnd = window.textEnd(from, to);
        update(lineEnd);
        update(window.text(from, textEnd));
        lineEnd = window.text(textEnd, to);
    }

    /** Its length in characters, without its last line end. */
    long length() {
        return length;
    }

    /** SHA-256 in UTF-8, without its last line end; to be asked once. */
    String sha256() {
        return Sha256.hex(digest);
    }

    private void update(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        length += text.length();
    }
}
