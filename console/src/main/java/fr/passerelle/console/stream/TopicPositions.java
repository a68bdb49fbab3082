package fr.passerelle.console.stream;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where somebody is in the streams: for each partition, the offset of the next record. As text, the identifier of an event:
 * {@code t0:120,t1:88}, the letter of the topic, the partition, the offset.
 *
 * @param next from 0
 */
record TopicPositions(SortedMap<SourcePartition, Long> next) {

    private static final int LONGEST = 8_000;
    private static final Pattern ONE = Pattern.compile("([a-z])(\\d{1,5}):(\\d{1,18})");

    /** Reads a text that somebody sent; empty where it is none of ours. */
    static Optional<TopicPositions> read(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        SortedMap<SourcePartition, Long> next = new TreeMap<>();
        for (String part : text.split(",", -1)) {
            Matcher one = ONE.matcher(part);
            Optional<Source> source = one.matches() ? Source.of(one.group(1).charAt(0)) : Optional.empty();
            if (source.isEmpty()) {
                return Optional.empty();
            }
            next.put(new SourcePartition(source.get(), Integer.parseInt(one.group(2))), Long.valueOf(one.group(3)));
        }
        return Optional.of(new TopicPositions(next));
    }

    /** As the identifier of an event. */
    String text() {
        return next.entrySet().stream()
                .map(one -> "" + one.getKey().source().letter() + one.getKey().partition() + ":" + one.getValue())
                .collect(Collectors.joining(","));
    }
}
