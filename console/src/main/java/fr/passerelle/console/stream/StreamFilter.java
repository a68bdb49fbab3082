package fr.passerelle.console.stream;

import fr.passerelle.published.current.PublishedResults;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which records of the streams somebody looks at.
 *
 * @param selection of topics
 * @param about SIREN or identifier of a room; null for all
 * @param epci SIREN of what it is about, whose one partition is enough to read; null where it is not known
 */
record StreamFilter(
        Selection selection,
        @Nullable String about,
        @Nullable String epci) {

    /** What people choose between. */
    enum Selection {
        TOUT(List.of(Source.values())),
        TRANSITIONS(List.of(Source.TRANSITIONS)),
        PROPOSITIONS(List.of(Source.SCORES, Source.CONVERSIONS, Source.PLANS)),
        EXECUTIONS(List.of(Source.ANSWERS, Source.RUNS)),
        SCENARIOS(List.of(Source.SCENARIOS));

        private final List<Source> sources;

        Selection(List<Source> sources) {
            this.sources = sources;
        }

        List<Source> sources() {
            return sources;
        }
    }

    static StreamFilter of(String selection, String about, Optional<PublishedResults> published) {
        Selection chosen = Arrays.stream(Selection.values())
                .filter(one -> one.name().equalsIgnoreCase(selection))
                .findFirst()
                .orElse(Selection.TOUT);
        String text = about.strip();
        return text.isEmpty()
                ? new StreamFilter(chosen, null, null)
                : new StreamFilter(
                        chosen, text, published.map(all -> epci(text, all)).orElse(null));
    }

    private static @Nullable String epci(String about, PublishedResults published) {
        var room = published.rooms().get(about);
        if (room != null) {
            return room.getEpci();
        }
        return published.epcis().containsKey(about) ? about : null;
    }
}
