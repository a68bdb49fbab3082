package fr.passerelle.envelope.text;

import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.sheets.french.FrenchNames;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The EPCIs of a scenario by SIREN, and how a sentence names them. */
record ChoiceNames(Map<String, ChoixEpci> choices) {

    static ChoiceNames of(Enveloppe envelope) {
        return new ChoiceNames(
                envelope.getChoix().stream().collect(Collectors.toMap(ChoixEpci::getEpci, Function.identity())));
    }

    /** What is chosen for an EPCI; empty where the scenario does not know it. */
    Optional<ChoixEpci> find(String siren) {
        return Optional.ofNullable(choices.get(siren));
    }

    /** Its name as a sentence's object, with its kind in full; the SIREN of one that the scenario does not know. */
    String object(String siren) {
        return find(siren).map(choice -> FrenchNames.theEpci(choice.getName())).orElse(siren);
    }

    /** Its name with its kind in full; the SIREN of one that the scenario does not know. */
    String name(String siren) {
        return find(siren).map(choice -> FrenchNames.epci(choice.getName())).orElse(siren);
    }
}
