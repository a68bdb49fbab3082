package fr.passerelle.journal.deadletter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a dead letter is on its topic. */
record DeadLetterId(int partition, long offset) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})-(\\d{1,18})");

    /** @throws IllegalArgumentException when the text is none */
    static DeadLetterId of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("No dead letter: " + text);
        }
        return new DeadLetterId(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    @Override
    public String toString() {
        return partition + "-" + offset;
    }
}
