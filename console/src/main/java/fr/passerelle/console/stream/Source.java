package fr.passerelle.console.stream;

import fr.passerelle.schemas.contract.Topic;
import fr.passerelle.schemas.contract.Topics;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** A topic that may be looked at, and the letter by which a position names it. */
enum Source {
    TRANSITIONS('t', Topics::transitions),
    SCORES('s', Topics::scores),
    CONVERSIONS('c', Topics::conversions),
    PLANS('p', Topics::plans),
    ANSWERS('a', Topics::answers),
    RUNS('r', Topics::runs),
    SCENARIOS('e', Topics::scenarios);

    private final char letter;
    private final Function<Topics, Topic> topic;

    Source(char letter, Function<Topics, Topic> topic) {
        this.letter = letter;
        this.topic = topic;
    }

    /** Whether the partition of a record is that of its EPCI. */
    boolean isByEpci() {
        return this != ANSWERS && this != RUNS && this != SCENARIOS;
    }

    char letter() {
        return letter;
    }

    Topic in(Topics topics) {
        return topic.apply(topics);
    }

    static Optional<Source> of(char letter) {
        return Arrays.stream(values()).filter(source -> source.letter == letter).findFirst();
    }
}
