package fr.passerelle.events.stream;

/** Prefixes of keys in the stores. */
final class KeyPrefix {

    private KeyPrefix() {}

    /** First key beyond those that begin with a prefix that ends with a colon. */
    static String after(String prefix) {
        return prefix.substring(0, prefix.length() - 1) + ';';
    }
}
