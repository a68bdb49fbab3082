package fr.passerelle.console.stream;

import org.jspecify.annotations.Nullable;

/**
 * A record of a topic, decoded, in French.
 *
 * @param id {@code t3:120}: where it is
 * @param at when it was written, in French
 * @param moment the same, milliseconds since 1970, for the order
 * @param topic in French
 * @param type short name of its schema; null where it could not be read
 * @param word what its type is called
 * @param subject name of what it is about
 * @param path of the page of what it is about; null where it has none
 * @param summary in one line
 */
record StreamEntry(
        String id,
        String at,
        long moment,
        String topic,
        @Nullable String type,
        String word,
        String subject,
        @Nullable String path,
        String summary) {}
