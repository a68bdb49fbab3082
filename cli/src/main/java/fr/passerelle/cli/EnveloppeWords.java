package fr.passerelle.cli;

import fr.passerelle.envelope.text.ScenarioWords;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.Depense;
import fr.passerelle.schemas.event.Niveau;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** What a scenario chooses and reaches, in a few French words. */
final class EnveloppeWords {

    private EnveloppeWords() {}

    /** Levels in their order, with the most that could still be reached where that is more. */
    static String levels(List<Niveau> levels) {
        return levels.stream()
                .map(level -> ScenarioWords.critere(level.getCritere()) + " : " + CommandFrench.number(level.getValue())
                        + (level.getBound() > level.getValue()
                                ? " (au plus " + CommandFrench.number(level.getBound()) + ")"
                                : ""))
                .collect(Collectors.joining(" ; "));
    }

    /** What a choice costs the region. */
    static BigDecimal cost(ChoixEpci choix) {
        return choix.getDepenses().stream().map(Depense::getAid).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
