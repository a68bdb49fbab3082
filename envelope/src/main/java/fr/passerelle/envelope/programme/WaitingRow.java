package fr.passerelle.envelope.programme;

import fr.passerelle.published.place.NameOrder;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.MotifAttente;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An EPCI that waits in a scenario, and why; null where nobody computed that. */
public record WaitingRow(ChoixEpci choice, @Nullable MotifAttente motif) {

    /** Those of a scenario, the next to enter first. */
    public static List<WaitingRow> of(Enveloppe envelope) {
        Map<String, MotifAttente> motifs =
                envelope.getAttentes().stream().collect(Collectors.toMap(MotifAttente::getEpci, Function.identity()));
        return envelope.getChoix().stream()
                .filter(ChoixEpci::getAttend)
                .map(choice -> new WaitingRow(choice, motifs.get(choice.getEpci())))
                .sorted(Comparator.comparing(WaitingRow::rang, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(NameOrder.by(
                                row -> row.choice().getName(),
                                row -> row.choice().getEpci())))
                .toList();
    }

    /** Of some rows, how many wait for an opening whose study is funded. */
    public static long withStudy(List<WaitingRow> rows) {
        return rows.stream()
                .filter(row -> row.choice().getFinancement() == Financement.ETUDE)
                .count();
    }

    /** In which place it would enter, from 1; null where nobody computed that. */
    public @Nullable Integer rang() {
        return motif == null ? null : motif.getRang();
    }
}
