package fr.passerelle.envelope.programme;

import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.Enveloppe;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An EPCI that two answers do not treat alike: something else is funded, or in another year. */
public record ChoiceChange(ChoixEpci before, ChoixEpci after) {

    /** Between two answers, by SIREN; EPCIs that only one of them knows are left out. */
    public static List<ChoiceChange> between(Enveloppe before, Enveloppe after) {
        Map<String, ChoixEpci> later =
                after.getChoix().stream().collect(Collectors.toMap(ChoixEpci::getEpci, Function.identity()));
        return before.getChoix().stream()
                .flatMap(choice ->
                        Stream.ofNullable(later.get(choice.getEpci())).map(other -> new ChoiceChange(choice, other)))
                .filter(ChoiceChange::differs)
                .toList();
    }

    private boolean differs() {
        return before.getFinancement() != after.getFinancement() || !Objects.equals(before.getYear(), after.getYear());
    }
}
