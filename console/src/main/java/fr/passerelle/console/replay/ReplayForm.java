package fr.passerelle.console.replay;

import fr.passerelle.console.operation.Action;
import fr.passerelle.console.operation.FormArguments;
import fr.passerelle.console.operation.Operation;
import fr.passerelle.console.operation.OperationRefused;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.schemas.bareme.Baremes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks of a new replay, as typed.
 *
 * @param bareme one of those that are shipped: a path would let a page read any file of the server
 * @param epci SIREN, none for the whole region
 * @param salles identifiers, apart by spaces or commas
 * @param execution the published run up to which it replays; empty for the current one
 * @param mois YYYY-MM; empty for that of the run
 */
record ReplayForm(
        @Nullable String bareme,
        @Nullable List<String> epci,
        @Nullable String salles,
        @Nullable String execution,
        @Nullable String mois,
        @Nullable String motif) {

    private static final int MOST = 200;

    /** Whether an EPCI is ticked, for the form that is shown again. */
    public boolean has(String siren) {
        return epci != null && epci.contains(siren);
    }

    /**
     * What the operators' program is asked.
     *
     * @param runs what people call those that were published
     * @throws OperationRefused where something is not known, or is not written as it must
     */
    Operation operation(PublishedResults published, List<String> runs, String motive, String account) {
        List<String> words =
                new ArrayList<>(List.of("replay", "plan", "--bareme=" + known(bareme, Baremes.shipped(), "bareme")));
        epcis().forEach(one ->
                words.add("--epci=" + known(one, published.epcis().keySet(), "epci")));
        rooms().forEach(one ->
                words.add("--room=" + known(one, published.rooms().keySet(), "salle")));
        if (execution != null && !execution.isBlank()) {
            words.add("--run=" + known(execution, runs, "execution"));
        }
        if (mois != null && !mois.isBlank()) {
            words.add("--as-of=" + FormArguments.month(mois));
        }
        words.add("--reason=" + motive);
        words.add("--by=" + account);
        return new Operation(Action.REPLAY_PLAN, subject(), words);
    }

    private String subject() {
        List<String> some = Stream.concat(epcis().stream(), rooms().stream()).toList();
        return some.isEmpty() ? "région" : String.join(", ", some);
    }

    private List<String> epcis() {
        return bounded(epci == null ? List.of() : epci);
    }

    private List<String> rooms() {
        return bounded(
                salles == null
                        ? List.of()
                        : Stream.of(salles.split("[\\s,;]+"))
                                .filter(one -> !one.isBlank())
                                .toList());
    }

    private static List<String> bounded(List<String> some) {
        if (some.size() > MOST) {
            throw new OperationRefused("rejeux.refus.trop", MOST);
        }
        return some;
    }

    private static String known(@Nullable String given, Collection<String> known, String what) {
        if (given == null || !known.contains(given)) {
            throw new OperationRefused("rejeux.refus." + what, given == null ? "" : given);
        }
        return given;
    }
}
